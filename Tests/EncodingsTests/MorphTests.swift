import Encodings
import Testing

@Suite struct MorphTests {
  private static let ends: [Scaling] = [
    .none, .linear(factor: 8), .ntkAware(factor: 8), .dynamicNTK(factor: 8, originalLength: 4096),
    .byParts(ByParts(factor: 8, originalLength: 4096)), .yarn(YaRN(factor: 8, originalLength: 4096)),
    .llama3(Llama3(factor: 8, originalLength: 8192)), .proportional(rotatedFraction: 0.5),
  ]

  private func spectrum(_ scaling: Scaling) throws -> Spectrum {
    try Rotary(dimension: 64, scaling: scaling).spectrum
  }

  private func morph(_ from: Scaling, _ to: Scaling, _ share: Double) throws -> Spectrum {
    try spectrum(.morph(Morph(from: from, to: to, share: share)))
  }

  @Test(arguments: ends, ends) func theEndsAreExactlyTheEnds(from: Scaling, to: Scaling) throws {
    #expect(try morph(from, to, 0) == spectrum(from))
    #expect(try morph(from, to, 1) == spectrum(to))
  }

  @Test(arguments: ends, ends) func eachPairGoesOneWayWithoutTurningBack(from: Scaling, to: Scaling) throws {
    let steps = try (0...16).map { try morph(from, to, Double($0) / 16) }
    for pair in 0..<32 {
      let way = steps.map { $0[pair].radians }
      #expect(way == (way[0] <= way[16] ? way.sorted() : way.sorted().reversed()), "pair \(pair)")
      #expect(Set(way).count == (way[0] == way[16] ? 1 : 17), "pair \(pair)")
    }
    let factors = steps.map(\.attentionFactor)
    #expect(factors == factors.sorted() || factors == factors.sorted().reversed())
  }

  /// 1 / 16^(1/2) = 1 / 4; the way there is a logarithm and a power of about 104 bits, rounded once to 53.
  @Test func halfWayToAnInterpolationBy16IsOneBy4() throws {
    let half = try morph(.none, .linear(factor: 16), 0.5)
    let expected = try spectrum(.linear(factor: 4))
    #expect(half.inverseFrequencies.map(\.radians) == expected.inverseFrequencies.map(\.radians))
  }

  @Test func theLogarithmOfAWavelengthGoesStraight() throws {
    let (start, end) = (try spectrum(.none)[31].wavelength, try spectrum(.ntkAware(factor: 8))[31].wavelength)
    let quarter = try morph(.none, .ntkAware(factor: 8), 0.25)[31].wavelength
    let expected = start.squareRoot().squareRoot() * start.squareRoot() * end.squareRoot().squareRoot()
    #expect(abs(quarter / expected - 1) < 1e-14)
  }

  @Test func aPairThatStandsStillAtOneEndGoesStraight() throws {
    let still = Scaling.proportional(rotatedFraction: 0.5)
    let (start, half) = (try spectrum(.none)[31].radians, try morph(.none, still, 0.5)[31].radians)
    #expect(half == start / 2)
  }

  @Test func aMorphIsNeverTheEndOfAMorph() {
    let inner = Morph(from: .linear(factor: 2), to: .linear(factor: 8), share: 0.3)
    let outer = Morph(from: .morph(inner), to: .morph(inner), share: 0.7)
    #expect(outer.from == .linear(factor: 2) && outer.to == .linear(factor: 8))
  }

  @Test(arguments: [
    (-0.1, InvalidParameter(name: .share, value: -0.1, rule: .atLeast(0))),
    (1.5, InvalidParameter(name: .share, value: 1.5, rule: .atMost(1))),
    (.infinity, InvalidParameter(name: .share, value: .infinity, rule: .finite)),
  ])
  func aShareOutsideTheWayIsNamed(share: Double, expected: InvalidParameter) {
    #expect(throws: expected) { try morph(.none, .linear(factor: 8), share) }
  }

  @Test func whatIsWrongWithAnEndIsWrongWithTheMorph() {
    #expect(throws: InvalidParameter(name: .factor, value: 0.5, rule: .atLeast(1))) {
      try morph(.none, .linear(factor: 0.5), 0)
    }
  }
}
