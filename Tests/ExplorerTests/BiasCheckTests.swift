import Encodings
import Screen
import Testing

@testable import Explorer

/// Biases without closed-form block means still prove their picture, however many positions a cell holds.
@Suite struct BiasCheckTests {
  /// Each scheme as it is, and with one of its numbers wrong by a millionth, or by one unit of bfloat16.
  private static func pairs() throws -> [(encoding: Encoding, perturbed: Encoding)] {
    func network(_ bias: Double) throws -> FIRE.Network {
      try FIRE.Network(
        inputWeights: [1, -2, 0.5], hiddenBiases: [0, 1, -0.1], outputWeights: [[1, 1, 1], [-1, 0.5, 2]],
        outputBiases: [0, bias])
    }
    return [
      (
        .kerple(try KERPLE(scales: [1, 0.5], rates: [2, 3])),
        .kerple(try KERPLE(scales: [1, 0.5], rates: [2, 3.000003]))
      ),
      (
        .kerple(try KERPLE(kernel: .power, scales: [1, 0.5], rates: [0.7, 0.3])),
        .kerple(try KERPLE(kernel: .power, scales: [1, 0.5], rates: [0.7, 0.3000003]))
      ),
      (.fire(try FIRE(network: network(0.9))), .fire(try FIRE(network: network(0.900001)))),
      (.fire(try FIRE(scale: 0.1)), .fire(try FIRE(scale: 0.1000001))),
      (
        .alibi(try ALiBi(heads: 12, form: .keyPositionInBFloat16)), .alibi(try ALiBi(heads: 12, form: .keyPosition))
      ),
    ]
  }

  private static func check(_ field: Encoding, against encoding: Encoding, head: Int, rows: Range<Int>, column: Int)
    throws -> PaneFrame.Check
  {
    let count = Window.lastPosition + 1
    let bias = try #require(field.bias)
    let sampled = SampledField(rowCount: count, columnCount: count, bounds: -1...1, limit: 9) {
      bias.bias(query: $0, key: $1, head: head)
    }
    return try #require(
      PaneFrame.Check(
        samplesOf: sampled, by: BiasRoute(encoding, head: head), rows: rows, column: column, .english))
  }

  @Test func theRangeIsThatOfWhatIsDrawn() throws {
    // The bias nearest to zero is at a distance that none of a few sampled corners has.
    let biases: [[Double]] = [(0..<32).map { $0 == 2 ? 5 : 0 }]
    let t5 = try T5Bias(buckets: 32, maxDistance: 128, bidirectional: false, biases: biases)
    var exploration = try Exploration.sample(encoding: .t5(t5))
    _ = exploration.after(.setView(.bias))
    let bar = exploration.line(21)
    #expect(bar.contains(" 5") && bar.contains("0 "), "\(bar)")
  }

  @Test(arguments: 0..<5, [0..<10, 4096..<8192, 999_000..<3_000_000, 1 << 39..<1 << 40])
  func theSecondWayGivesTheSameMeanOfACellOfAnySize(scheme: Int, rows: Range<Int>) throws {
    let encoding = try Self.pairs()[scheme].encoding
    let head = (encoding.bias?.heads ?? 1) > 1 ? 1 : 0
    let check = try Self.check(encoding, against: encoding, head: head, rows: rows, column: rows.lowerBound + 3)
    #expect(check.holds, "\(check)")
    #expect(check.residual < 1e-12)
  }

  @Test(arguments: 0..<5)
  func aBiasThatIsWrongByAMillionthFailsItsCheck(scheme: Int) throws {
    let (encoding, perturbed) = try Self.pairs()[scheme]
    let head = (encoding.bias?.heads ?? 1) > 1 ? 1 : 0
    let check = try Self.check(perturbed, against: encoding, head: head, rows: 4096..<8192, column: 901)
    #expect(!check.holds, "\(check)")
  }

  @Test(arguments: [Language.english, .chinese], 0..<5)
  func theCheckStandsOnTheScreenAtAMillionPositions(language: Language, scheme: Int) throws {
    let encoding = try Self.pairs()[scheme].encoding
    var exploration = try Exploration.sample(encoding: encoding, language: language)
    _ = exploration.after(.setView(.bias), .setWindow(0..<1_000_000))
    let line = exploration.line(22)
    #expect(line.contains(language("check  |mean", "校验  |")))
    #expect(line.contains(" = ") && !line.contains(language("FAILS", "不成立")), "\(line)")
  }
}
