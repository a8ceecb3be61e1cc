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
