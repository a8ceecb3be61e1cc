import Encodings
import Foundation
import TestSupport

/// Comparisons of emulated formats with PyTorch, bit for bit.
enum PrecisionReferences {
  struct Case: Decodable {
    let base: Double
    let dim: Int
    let dtype: String
    let freq_index: [Int]
    let inv_freq_as_stored: [Double]
    let position_as_stored: [Double]
    let a_angle, a_cos, a_sin, b_cos, b_sin: [[Double]]
  }

  struct File: Decodable { let positions: [Int], cases: [Case] }

  /// The file writes "nan" for whatever overflows.
  static func file() throws -> File {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(File.self, from: Oracle.data("expected/lowprec.json"))
  }

  static func comparisons() throws -> [Comparison] {
    let file = try file()
    return try FloatFormat.allCases.flatMap { format in
      let reference = "torch 2.13.0 (CPU)"
      var inputs = Comparison(
        "\(format.rawValue), stored values and angles", against: reference, allowance: "0")
      // PyTorch's float32 sine and cosine are not correctly rounded: 9 of 288 end one unit off in the last place. A cast to
      // fewer bits hides that.
      let lastPlace = format == .float32 ? 0x1p-24 : 0
      var results = Comparison(
        "\(format.rawValue), cosines and sines", against: reference, allowance: format == .float32 ? "2^−24" : "0")
      for expected in file.cases where expected.dtype == format.rawValue {
        let early = try LowPrecision(base: expected.base, dimension: expected.dim, format: format, cast: .inputs)
        let late = try LowPrecision(base: expected.base, dimension: expected.dim, format: format, cast: .result)
        let pairs = expected.freq_index
        inputs.compare(pairs.map(early.storedFrequency(ofPair:)), single(expected.inv_freq_as_stored), tolerance: 0)
        inputs.compare(file.positions.map(early.storedPosition), single(expected.position_as_stored), tolerance: 0)
        for (row, position) in file.positions.enumerated() {
          func values(_ value: (Int, Int) -> Double) -> [Double] { pairs.map { value($0, position) } }
          inputs.compare(values(early.angle), single(expected.a_angle[row]), tolerance: 0)
          results.compare(values(early.cosine), single(expected.a_cos[row]), tolerance: lastPlace)
          results.compare(values(early.sine), single(expected.a_sin[row]), tolerance: lastPlace)
          results.compare(values(late.cosine), single(expected.b_cos[row]), tolerance: lastPlace)
          results.compare(values(late.sine), single(expected.b_sin[row]), tolerance: lastPlace)
        }
      }
      return [inputs, results]
    }
  }

  /// The file's nine digits tell every float32 from its neighbours.
  private static func single(_ values: [Double]) -> [Double] { values.map { Double(Float($0)) } }
}
