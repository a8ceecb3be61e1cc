import Foundation
import TestSupport
import Testing

@testable import ropescope

/// The numbers of two encodings side by side, against other software and plain searches.
@Suite struct CompareDataTests {
  @Test func theComparisonOfTwoModelsHoldsTheirCosinesAndTheDifference() throws {
    let (one, other) = (try Published.variant("llama-3.1-8b-instruct"), try Published.variant("qwen3-8b"))
    let positions = [1, 7, 100]
    let rows = try Columns(
      dataBytes([
        "compare", configPath("llama-3.1-8b-instruct"), "--with", configPath("qwen3-8b"), "--positions", "1,7,100",
      ]))
    #expect(rows.names.prefix(2) == ["position", "a_0"] && rows.names.last == "difference_63")
    for (row, position) in zip(rows.rows, positions) {
      let a = try one.cos[#require(one.positions.firstIndex(of: position))]
      let b = try other.cos[#require(other.positions.firstIndex(of: position))]
      let tolerance = 1e-7 * Double(position + 2)
      for pair in 0..<64 {
        #expect(abs(row[1 + pair] - a[pair]) < tolerance && abs(row[65 + pair] - b[pair]) < tolerance)
        #expect(row[129 + pair] == row[1 + pair] - row[65 + pair])
      }
    }
  }

  @Test func biasesAreComparedByQueryAndKey() throws {
    let found = try columns([
      "compare", "--scheme", "alibi", "--heads", "2", "--head", "1", "--with", configPath("bloom-560m"),
      "--positions",
      "2,5",
    ])
    // Slopes 2^(−4 h): A falls with the distance; BLOOM's second head of 16 grows with the key.
    let slope = 1 / 256.0
    #expect(found["a_2"] == [0, -3 * slope] && found["a_5"] == [-3 * slope, 0])
    #expect(found["b_2"] == [1, 1] && found["b_5"] == [2.5, 2.5])
    #expect(found["difference_5"] == [-3 * slope - 2.5, -2.5])
  }

  @Test(arguments: [1e-3, 0.02, 0.3])
  func theyPartWhereAPlainSearchFindsIt(tolerance: Double) throws {
    let found = try columns([
      "divergence", "--dim", "8", "--with", "base=20000", "--tolerance", "\(tolerance)",
    ])
    func cosines(_ base: Double, _ position: Int) -> [Double] {
      (0..<4).map { cos(Double(position) * pow(base, -Double($0) / 4)) }
    }
    let first = try #require(
      (0..<100_000).lazy.compactMap { position in
        zip(cosines(10_000, position), cosines(20_000, position)).map { $0 - $1 }.enumerated()
          .first { abs($0.element) > tolerance }.map { (position: position, pair: $0.offset, by: $0.element) }
      }.first)
    #expect(found["first_position"] == [Double(first.position)] && found["pair"] == [Double(first.pair)])
    #expect(abs(found["difference", 0] - first.by) < doubleTolerance && found["tolerance"] == [tolerance])
  }

  @Test func encodingsThatNeverPartHaveNoPosition() throws {
    let options = ["divergence", "--dim", "8", "--with", "base=10000"]
    #expect(try columns(options)["first_position", 0].isNaN)
    let text = String(decoding: try dataBytes(options + ["--format", "json"]), as: UTF8.self)
    #expect(text.contains(#""first_position": null"#) && text.contains(#""compared": "cosine""#))
  }
}
