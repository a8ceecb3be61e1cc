import Encodings
import Testing

@Suite struct BiasTests {
  /// The recursion of the ALiBi paper's own code.
  private func paperSlopes(_ heads: Int) -> [Double] {
    if heads & (heads - 1) == 0 {
      // 2^(−8/heads), by repeated square roots of 2^−8.
      var start = 0x1p-8
      var rest = heads
      while rest > 1 {
        start = start.squareRoot()
        rest /= 2
      }
      return (0..<heads).map { power in (0..<power).reduce(start) { product, _ in product * start } }
    }
    var closest = 1
    while closest * 2 <= heads { closest *= 2 }
    let extra = paperSlopes(2 * closest).enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    return paperSlopes(closest) + extra.prefix(heads - closest)
  }

  @Test(arguments: 1...128)
  func slopesEqualThePapers(heads: Int) throws {
    let slopes = try ALiBi(heads: heads).slopes
    #expect(slopes.count == heads)
    for (ours, theirs) in zip(slopes, paperSlopes(heads)) { #expect(abs(ours / theirs - 1) < 1e-13) }
  }

  @Test(arguments: [(8, 4), (32, 128), (32, 20), (64, 128), (1024, 100_000)])
  func bucketsNeverFallAsDistancesGrow(buckets: Int, maxDistance: Int) throws {
    let t5 = try T5Bias(buckets: buckets, maxDistance: maxDistance, bidirectional: true)
    let causal = try T5Bias(buckets: buckets, maxDistance: maxDistance + buckets, bidirectional: false)
    for distance in [Int](0...300) + [1 << 20, Int.max - 1] {
      #expect(t5.bucket(ofDifference: -distance) <= t5.bucket(ofDifference: -distance - 1))
      #expect(t5.bucket(ofDifference: distance + 1) < buckets)
      #expect(causal.bucket(ofDifference: -distance) <= causal.bucket(ofDifference: -distance - 1))
      #expect(causal.bucket(ofDifference: distance) == 0)
    }
  }

  @Test func bucketsOfDeBERTaNeverFallAsDifferencesGrow() throws {
    let deberta = try DeBERTa(buckets: 32, maxDistance: 512)
    for difference in -1000..<1000 {
      #expect(
        deberta.signedBucket(ofQueryMinusKey: difference) <= deberta.signedBucket(ofQueryMinusKey: difference + 1))
    }
  }

  @Test(arguments: [Int.min, Int.min + 1, -1, 0, 1, Int.max])
  func everyDifferenceHasABucket(difference: Int) throws {
    let schemes: [any RelativeBuckets] = [
      try T5Bias(), try T5Bias(bidirectional: false), try Shaw(clip: 4), try DeBERTa(), try DeBERTa(buckets: nil),
      try Shaw(left: 1, right: 2, direction: .queryMinusKey),
    ]
    for scheme in schemes {
      #expect((0..<scheme.bucketCount).contains(scheme.bucket(ofDifference: difference)))
    }
  }

  @Test func bothDirectionsOfDeBERTaMeetTheSameVector() throws {
    let deberta = try DeBERTa()
    for key in stride(from: 0, to: 2000, by: 37) {
      #expect(deberta.contentToPosition(query: 900, key: key) == deberta.positionToContent(query: 900, key: key))
    }
  }

  @Test func theFormsOfALiBiAgreeAfterACausalSoftmax() throws {
    let forms = [ALiBi.Form.distance, .keyPosition, .lastKey(length: 5)]
    let zeros = [[Double]](repeating: [0], count: 5)
    let weights = try forms.map { form in
      Attention(
        queries: zeros, keys: zeros, values: zeros, encoding: .alibi(try ALiBi(heads: 4, form: form)), causal: true
      ).weights
    }
    for other in weights.dropFirst() {
      for (a, b) in zip(weights[0].joined(), other.joined()) { #expect(abs(a - b) < 1e-15) }
    }
  }

  @Test func kernelsFallWithDistance() throws {
    let logarithmic = try KERPLE(scales: [2], rates: [0.5])
    // −2 ln(1 + 4 / 2)
    #expect(abs(logarithmic.bias(query: 9, key: 5, head: 0) + 2.1972245773362196) < 1e-15)
    let power = try KERPLE(kernel: .power, scales: [2], rates: [0.5])
    #expect(power.bias(query: 9, key: 5, head: 0) == -4)
    #expect(power.bias(query: 9, key: 5, head: 1) == 0)
  }

  @Test func theFractionOfFIREStaysWithinOne() throws {
    let fire = try FIRE(scale: 1, threshold: 16)
    #expect(fire.fraction(query: 100, key: 100) == 0)
    #expect(fire.fraction(query: 100, key: 0) == 1)
    #expect(fire.fraction(query: 10, key: 0) < 1)
    let network = try FIRE.Network(
      inputWeights: [1, -1], hiddenBiases: [0, 0.5], outputWeights: [[2, 0], [0, 4]], outputBiases: [0, 1])
    let learned = try FIRE(scale: 1, threshold: 16, network: network)
    #expect(learned.bias(query: 100, key: 0, head: 0) == 2)
    #expect(learned.bias(query: 100, key: 100, head: 1) == 3)
    #expect(learned.bias(query: 100, key: 100, head: 2) == 0)
  }

  @Test func theFourTermsOfTransformerXLAddUpToTheScore() throws {
    let encoding = try TransformerXL(dimension: 4)
    let terms = encoding.terms(
      query: [1, 2, 3, 4], key: [1, 0, -1, 2], distance: 0, u: [1, 1, 1, 1], v: [0, 1, 0, 2])
    // R at distance 0 is sines 0, 0 and cosines 1, 1.
    #expect(terms.contentContent == 6)
    #expect(terms.contentPosition == 7)
    #expect(terms.keyBias == 2)
    #expect(terms.positionBias == 2)
    #expect(terms.sum == 17)
  }

  @Test func aParameterOutsideItsRangeIsNamed() {
    func parameter(_ name: InvalidParameter.Name, _ value: Double, _ rule: InvalidParameter.Rule) -> InvalidParameter
    {
      InvalidParameter(name: name, value: value, rule: rule)
    }
    #expect(throws: parameter(.heads, 0, .positive)) { try ALiBi(heads: 0) }
    #expect(throws: parameter(.buckets, 3, .atLeast(4))) { try T5Bias(buckets: 3) }
    #expect(throws: parameter(.maxDistance, 8, .moreThan(8))) { try T5Bias(maxDistance: 8) }
    #expect(throws: parameter(.bias, 1, .count(32))) { try T5Bias(biases: [[1]]) }
    #expect(throws: parameter(.clip, -1, .notNegative)) { try Shaw(clip: -1) }
    #expect(throws: parameter(.buckets, 7, .even)) { try DeBERTa(buckets: 7) }
    #expect(throws: parameter(.exponent, 3, .atMost(2))) { try KERPLE(kernel: .power, scales: [1], rates: [3]) }
    #expect(throws: parameter(.scale, 0, .positive)) { try FIRE(scale: 0) }
  }
}
