import Encodings
import Testing

@Suite struct AttentionTests {
  /// Four features for each of four words; a sentence and the same words in another order.
  private static let cat = [0.31, -0.7, 0.11, 0.9]
  private static let chases = [0.13, 0.37, -0.59, 0.2]
  private static let mouse = [-0.41, 0.83, 0.05, -0.3]
  private static let old = [0.77, 0.1, 0.3, -0.11]
  private static let sentence = [old, cat, chases, mouse]
  private static let reordered = [mouse, chases, old, cat]

  private func pooled(_ tokens: [[Double]], _ encoding: Encoding) throws -> [Double] {
    try Attention(tokens: tokens, encoding: encoding).pooled
  }

  @Test func withoutPositionsTheOrderOfTokensChangesNoBit() throws {
    #expect(try pooled(Self.sentence, .none) == pooled(Self.reordered, .none))
  }

  static func encodingsThatSeeOrder() throws -> [Encoding] {
    [
      .integer(try IntegerPosition(length: 4)), .oneHot(try OneHot(rows: 4)),
      .sinusoidal(try Sinusoidal(dimension: 4)), .rotary(try Rotary(dimension: 4)), .alibi(try ALiBi(heads: 2)),
      .learned(try LearnedTable(values: (0..<16).map { Double($0) / 10 }, dimension: 4)),
      .t5(try T5Bias(biases: [(0..<32).map { Double($0) / 10 }])), .kerple(try KERPLE(scales: [1], rates: [1])),
      .fire(try FIRE()), .shaw(try Shaw(clip: 2)), .transformerXL(try TransformerXL(dimension: 4)),
      .deberta(try DeBERTa(buckets: 8, maxDistance: 16)),
    ]
  }

  @Test func withPositionsTheOrderOfTokensCounts() throws {
    for encoding in try Self.encodingsThatSeeOrder() {
      let difference = zip(try pooled(Self.sentence, encoding), try pooled(Self.reordered, encoding))
        .map { abs($0 - $1) }.max()
      #expect((difference ?? 0) > 1e-6, "\(encoding.scheme)")
    }
  }

  @Test func weightsAreSharesAndACausalQuerySeesNothingAfterIt() throws {
    let attention = try Attention(tokens: Self.sentence, encoding: .alibi(ALiBi(heads: 2)), head: 1, causal: true)
    for (query, row) in attention.weights.enumerated() {
      #expect(abs(row.reduce(0, +) - 1) < 1e-15)
      #expect(row[(query + 1)...].allSatisfy { $0 == 0 })
      #expect(row[...query].allSatisfy { $0 > 0 })
    }
    #expect(attention.outputs[0] == Self.sentence[0])
  }

  @Test func scoresFollowTheFormula() throws {
    let attention = Attention(
      queries: [[3, 4]], keys: [[1, 2], [0, 1]], values: [[1], [0]], encoding: .none, scale: 0.1)
    #expect(attention.scores == [[1.1, 0.4]])
    // softmax(1.1, 0.4) = 1 / (1 + e^(−0.7))
    #expect(abs(attention.outputs[0][0] - 0.6681877721681662) < 1e-15)
  }

  @Test func relativeSchemesAddTheirPositionTermsToTheScore() throws {
    let query = [[1.0, 2], [3, 4]]
    let key = [[5.0, 6], [7, 8]]
    let vectors = (0..<8).map { [Double($0), 0] }
    let shaw = Attention(
      queries: query, keys: key, values: key, encoding: .shaw(try Shaw(clip: 1)), positionVectors: vectors, scale: 1)
    // Buckets: 1 on the diagonal, 2 after it, 0 before it.
    #expect(shaw.scores == [[18, 25], [39, 56]])
    let deberta = Attention(
      queries: query, keys: key, values: key, encoding: .deberta(try DeBERTa(buckets: 4, maxDistance: 8)),
      positionVectors: vectors)
    // Both indices are query − key + 4, and the three terms share 1 / √(3 · 2).
    let terms: [Double] = [39, 3 * 5, 5 * 5]
    #expect(abs(deberta.scores[1][0] - terms.reduce(0, +) / 6.0.squareRoot()) < 1e-12)
    let transformerXL = Attention(
      queries: query, keys: key, values: key, encoding: .transformerXL(try TransformerXL(dimension: 2)), scale: 1)
    // R at distance 0 is [0, 1].
    #expect(transformerXL.scores[0][0] == 19)
  }

  @Test func theQueriesAskedForAreAnsweredAsAmongAll() throws {
    for encoding in try Self.encodingsThatSeeOrder() {
      let inputs = try Attention.inputs(of: Self.sentence, encoding: encoding)
      func attention(_ asked: Range<Int>?) -> Attention {
        Attention(
          queries: inputs, keys: inputs, values: inputs, encoding: encoding, causal: true, asked: asked)
      }
      let all = attention(nil)
      let some = attention(2..<9)
      #expect(some.weights == Array(all.weights[2...]), "\(encoding.scheme)")
      #expect(some.outputs == Array(all.outputs[2...]), "\(encoding.scheme)")
      #expect(attention(7..<9).scores == [])
    }
  }

  @Test func queryScalingSharpensLateQueries() {
    let vectors = [[Double]](repeating: [1], count: 3)
    let attention = Attention(
      queries: vectors, keys: vectors, values: vectors, encoding: .none,
      queryScaling: .llama4(scale: 1, floorScale: 3))
    #expect(attention.scores[1][0] == 1)
    #expect(abs(attention.scores[2][0] - 1.6931471805599453) < 1e-15)
  }

  @Test func pastTheLastLearnedRowAttentionExplainsItself() throws {
    let table = try LearnedTable(values: [1, 2, 3, 4], dimension: 2)
    #expect(throws: InvalidParameter(name: .position, value: 2, rule: .within(rows: 2))) {
      try Attention(tokens: [[1, 1], [1, 1], [1, 1]], encoding: .learned(table))
    }
  }

  @Test func nothingToAttendToGivesNothing() {
    let attention = Attention(queries: [], keys: [], values: [], encoding: .none)
    #expect(attention.weights == [])
    #expect(attention.pooled == [])
  }

  @Test(arguments: [0, 1, 17, 1000, 1 << 30])
  func theDecayNeverPassesItsBound(distance: Int) throws {
    let decay = Decay(spectrum: try Rotary(dimension: 128).spectrum)
    #expect(abs(decay.score(atDistance: distance)) <= decay.bound(atDistance: distance))
    #expect(decay.score(atDistance: distance) == decay.score(atDistance: -distance))
  }

  @Test func theDecayStartsAtOneAndItsBoundAtHalfThePairs() throws {
    let decay = Decay(spectrum: try Rotary(dimension: 128).spectrum)
    #expect(decay.score(atDistance: 0) == 1)
    // Σ i / 64 for i = 1 … 64
    #expect(abs(decay.bound(atDistance: 0) - 32.5) < 1e-12)
    #expect(decay.scores(at: 0..<3).values.count == 3)
    #expect(decay.bounds(at: [0, 5]).positions == [0, 5])
  }
}
