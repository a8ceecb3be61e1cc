import Encodings
import TestSupport

/// Comparisons of sines and cosines, and of sinusoidal tables.
enum SinusoidalReferences {
  static func highPrecision() throws -> [Comparison] {
    struct Row: Decodable {
      let position: Int
      let base: Double
      let dimension: Int
      let pair: Int
      let theta, sine, cosine: String

      init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        position = try row.decode(Int.self)
        base = try row.decode(Double.self)
        dimension = try row.decode(Int.self)
        pair = try row.decode(Int.self)
        theta = try row.decode(String.self)
        sine = try row.decode(String.self)
        cosine = try row.decode(String.self)
      }
    }
    struct File: Decodable { let rows: [Row] }
    let reference = "mpmath 1.3.0, 50 digits"
    var frequencies = Comparison("base^(−2i/d)", against: reference, allowance: "1e-15 relative")
    // 62 of the bases are decimal fractions that no Double holds: their rounding is all of the difference.
    var values = Comparison(
      "sines and cosines at 1,000 places to position 10,000,000", against: reference, allowance: "1e-9")
    for row in try Oracle.load("expected/highprec.json", as: File.self).rows {
      let frequency = try Sinusoidal(dimension: row.dimension, base: row.base).spectrum[row.pair]
      frequencies.compareRelative(
        frequency.radians, try SpectrumReferences.number(row.theta), tolerance: 1e-15)
      let phase = frequency.phase(at: row.position)
      values.compare(phase.sine, try SpectrumReferences.number(row.sine), tolerance: 1e-9)
      values.compare(phase.cosine, try SpectrumReferences.number(row.cosine), tolerance: 1e-9)
    }
    return [frequencies, values]
  }

  static func tables() throws -> [Comparison] {
    struct Tables: Decodable {
      let paper_interleaved: [[Double]]
      let marian_half_split: [[Double]]
      let fairseq_half_split: [[Double]]
    }
    struct Odd: Decodable { let marian_d7: [[Double]], fsmt_d7: [[Double]] }
    struct File: Decodable {
      let positions: [Int]
      let d_model: [String: Tables]
      let odd_d_model: Odd
    }
    let file = try Oracle.load("expected/sinusoidal.json", as: File.self)
    let allowance = "1e-7 · (1 + position)"
    var paper = Comparison(
      "sinusoidal, interleaved", against: "transformers 5.23.0 (XLM)", allowance: allowance)
    var marian = Comparison(
      "sinusoidal, half-split", against: "transformers 5.23.0 (Marian)", allowance: allowance)
    var fairseq = Comparison(
      "sinusoidal, endpoint ladder", against: "fairseq 0.12.2", allowance: allowance)
    func compare(_ comparison: inout Comparison, _ encoding: Sinusoidal, _ rows: [[Double]], at positions: [Int]) {
      for (position, row) in zip(positions, rows) {
        comparison.compare(encoding.vector(at: position), row, tolerance: 1e-7 * Double(1 + position))
      }
    }
    for (name, tables) in file.d_model {
      guard let dimension = Int(name) else { throw Unexpected.notANumber(name) }
      compare(&paper, try Sinusoidal(dimension: dimension), tables.paper_interleaved, at: file.positions)
      compare(
        &marian, try Sinusoidal(dimension: dimension, layout: .halfSplit), tables.marian_half_split,
        at: file.positions)
      compare(
        &fairseq, try Sinusoidal(dimension: dimension, layout: .halfSplit, ladder: .endpoint),
        tables.fairseq_half_split, at: file.positions)
    }
    compare(&marian, try Sinusoidal(dimension: 7, layout: .halfSplit), file.odd_d_model.marian_d7, at: Array(0..<5))
    compare(
      &fairseq, try Sinusoidal(dimension: 7, layout: .halfSplit, ladder: .endpoint), file.odd_d_model.fsmt_d7,
      at: Array(0..<5))
    return [paper, marian, fairseq]
  }
}
