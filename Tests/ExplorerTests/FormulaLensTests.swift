import Encodings
import Export
import Screen
import Testing

@testable import Explorer

@Suite struct FormulaLensTests {
  private func page(
    _ encoding: Encoding, position: Int = 0, second: Int = 0, pair: Int = 0, language: Language = .english
  ) throws -> String {
    var exploration = try Exploration.sample(
      encoding: encoding, size: Size(rows: 24, columns: 100), language: language)
    _ = exploration.after(.setView(.formula), .setPosition(position), .setSecond(second))
    if exploration.scene.pairCount > 0 { _ = exploration.after(.setPair(pair)) }
    return plainText(of: exploration.frame)
  }

  @Test func theClassicExampleIsWorkedOut() throws {
    let encoding = try EncodingOptions(scheme: .sinusoidal, dimension: 512).applied(to: nil)
    let text = try page(encoding, position: 1, language: .chinese)
    for line in ["爱 · p 1 · i 0", "= sin(1 / 10000^(0/512))", "= sin(1)", "= 0.841471", "= 0.540302"] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(text.contains("p 2 你"))
    // sin 2 and cos 2, the row of 你.
    #expect(text.contains("0.90930   −0.41615"))
  }

  @Test func aPairsRotationIsWrittenOutInItsLayout() throws {
    let encoding = try EncodingOptions(dimension: 8, layout: .halfSplit).applied(to: nil)
    let text = try page(encoding, position: 3, pair: 1)
    #expect(text.contains("= 1 / 10000^(2/8)"))
    #expect(text.contains("q′[1] = q[1]·cos − q[5]·sin"))
    // cos 0.3 and sin 0.3.
    #expect(text.contains("= 0.955336·q[1] − 0.295520·q[5]"))
  }

  @Test func theRowsOfTransformerXLAreThoseOfTheDistancesToTheKey() throws {
    let encoding = Encoding.transformerXL(try TransformerXL(dimension: 8, clampLength: 2))
    let text = try page(encoding, position: 9, second: 8)
    #expect(text.contains("p = q − k = 9 − 8 = 1"))
    // sin 1 for query 9, and sin 0 for query 8, at the key 8.
    let rows = text.split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.contains("q 9") && $0.contains("0.84147") })
    #expect(rows.contains { $0.contains("q 8") && $0.contains("0.00000") })
    let behind = try page(encoding, position: 1, second: 8)
    #expect(behind.contains("p = q − k = 1 − 8 = −7, clamped to −2") && behind.contains("= −0.909297"))
  }

  @Test func aBiasIsTheSlopeTimesTheDistance() throws {
    var options = EncodingOptions(scheme: .alibi)
    options.schemes.heads = 8
    let encoding = try options.applied(to: nil)
    let text = try page(encoding, position: 100, second: 30)
    #expect(text.contains("= 2^(−8·1/8)") && text.contains("= −0.5·|100 − 30|") && text.contains("= −35"))
  }

  @Test(arguments: [(7, "= 7"), (70, "= 14"), (1000, "= 15")])
  func aBucketIsTheOneThatHuggingFaceComputes(distance: Int, result: String) throws {
    // Bidirectional, 32 buckets up to 128: keys before the query use the lower half.
    let text = try page(try EncodingOptions(scheme: .t5).applied(to: nil), position: distance)
    #expect(text.contains(result))
  }

  @Test(arguments: Scheme.allCases.filter { $0 != .learned }, [0, 2, 513, 131_071, Window.lastPosition])
  func theHandsResultIsTheLibrarys(scheme: Scheme, position: Int) throws {
    let encoding = try EncodingOptions(scheme: scheme).applied(to: nil)
    for (second, pair) in [(0, 0), (position / 3, 1), (position, 63)] {
      let text = try page(encoding, position: position, second: second, pair: pair)
      #expect(!text.contains("FAILS"), "\(second) \(pair)")
      #expect(text.contains("formula"))
    }
  }

  @Test func pastItsEndATableHasNoRow() throws {
    let rows = try Encoding.learned(LearnedTable(values: [1, 2, 3, 4], dimension: 2))
    #expect(try page(rows, position: 1).contains("W[1]"))
    #expect(try page(rows, position: 2).contains("ends at position 1"))
  }
}
