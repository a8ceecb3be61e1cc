import Encodings
import Testing

@Suite struct RotaryTests {
  private let roundOff = 1e-13

  private static let query = (0..<16).map { Double(($0 * 7) % 5) - 1.7 }
  private static let key = (0..<16).map { Double(($0 * 11) % 7) - 2.9 }

  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  @Test(arguments: PairLayout.allCases, [0, 1, 4095, 10_000_000, 1 << 40])
  func normsAreKept(layout: PairLayout, position: Int) throws {
    let turned = try Rotary(dimension: 16, layout: layout).rotated(Self.query, position: position)
    #expect(abs(dot(turned, turned) - dot(Self.query, Self.query)) < roundOff)
  }

  @Test(arguments: PairLayout.allCases, [1, 1000, 123_456_789, 1 << 40])
  func scoresDependOnTheDifferenceOfPositionsAlone(layout: PairLayout, shift: Int) throws {
    let rotary = try Rotary(dimension: 16, layout: layout)
    func score(_ m: Int, _ n: Int) -> Double {
      dot(rotary.rotated(Self.query, position: m), rotary.rotated(Self.key, position: n))
    }
    #expect(abs(score(17, 4) - score(17 + shift, 4 + shift)) < roundOff)
    #expect(abs(score(17, 4) - score(4, 17)) > 0.01)
  }

  @Test func bothLayoutsAgreeAfterThePermutation() throws {
    let interleaved = try Rotary(dimension: 16, layout: .interleaved)
    let halves = try Rotary(dimension: 16, layout: .halfSplit)
    func permuted(_ vector: [Double]) -> [Double] {
      (0..<8).map { vector[2 * $0] } + (0..<8).map { vector[2 * $0 + 1] }
    }
    #expect(
      permuted(interleaved.rotated(Self.query, position: 77))
        == halves.rotated(permuted(Self.query), position: 77))
    let mixed = try Rotary(dimension: 16, layout: .interleavedInHalfSplitOut)
    #expect(mixed.rotated(Self.query, position: 77) == permuted(interleaved.rotated(Self.query, position: 77)))
  }

  @Test func featuresPastTheRotaryDimensionPassThrough() throws {
    let turned = try Rotary(dimension: 16, rotaryDimension: 4).rotated(Self.query, position: 9)
    #expect(turned[4...] == Self.query[4...])
    #expect(turned[0] != Self.query[0])
  }

  @Test func aVectorOfAnotherLengthIsTurnedAsFarAsItHoldsWholePairs() throws {
    let rotary = try Rotary(dimension: 8, layout: .interleaved)
    #expect(rotary.rotated([], position: 3) == [])
    let three = rotary.rotated([1, 0, 5], position: 3)
    #expect(three[2] == 5)
    #expect(three[0] == rotary.cosines(at: 3)[0])
  }

  @Test(
    arguments: [
      (InvalidParameter(name: .dimension, value: 63, rule: .even), 63, nil, 10_000, Scaling.none),
      (InvalidParameter(name: .dimension, value: 0, rule: .atLeast(2)), 0, nil, 10_000, .none),
      (InvalidParameter(name: .rotaryDimension, value: 80, rule: .noMoreThan(.dimension)), 64, 80, 10_000, .none),
      (InvalidParameter(name: .base, value: -1, rule: .positive), 64, nil, -1, .none),
      (InvalidParameter(name: .base, value: .infinity, rule: .finite), 64, nil, .infinity, .none),
      (InvalidParameter(name: .factor, value: 0.5, rule: .atLeast(1)), 64, nil, 10_000, .linear(factor: 0.5)),
      (
        InvalidParameter(name: .originalLength, value: 0, rule: .positive), 64, nil, 10_000,
        .dynamicNTK(factor: 2, originalLength: 0)
      ),
      (
        InvalidParameter(name: .base, value: 1, rule: .moreThan(1)), 64, nil, 1,
        .yarn(YaRN(factor: 2, originalLength: 2048))
      ),
      (
        InvalidParameter(name: .shortFactor, value: 1, rule: .count(32)), 64, nil, 10_000,
        .longRoPE(LongRoPE(shortFactor: [1], longFactor: [1], originalLength: 2048))
      ),
      (
        InvalidParameter(name: .lowFreqFactor, value: 5, rule: .noMoreThan(.highFreqFactor)), 64, nil, 10_000,
        .llama3(Llama3(factor: 8, originalLength: 2048, lowFreqFactor: 5, highFreqFactor: 4))
      ),
    ] as [(InvalidParameter, Int, Int?, Double, Scaling)])
  func aParameterOutsideItsRangeIsNamed(
    expected: InvalidParameter, dimension: Int, rotaryDimension: Int?, base: Double, scaling: Scaling
  ) {
    #expect(throws: expected) {
      try Rotary(dimension: dimension, rotaryDimension: rotaryDimension, base: base, scaling: scaling)
    }
  }

  @Test func dynamicNTKChangesNothingUpToAndIncludingTheTrainedLength() throws {
    func spectrum(_ length: Int?) throws -> Spectrum {
      try Rotary(dimension: 8, scaling: .dynamicNTK(factor: 1, originalLength: 2048), length: length).spectrum
    }
    let plain = try Rotary(dimension: 8).spectrum
    #expect(try spectrum(nil) == plain)
    #expect(try spectrum(2048) == plain)
    #expect(try spectrum(2049) != plain)
  }

  @Test func longRoPETurnsToItsLongFactorsOnePositionPastTheTrainedLength() throws {
    let scaling = Scaling.longRoPE(
      LongRoPE(shortFactor: [1, 1], longFactor: [2, 4], originalLength: 16, maxLength: 64))
    let within = try Rotary(dimension: 4, scaling: scaling, length: 16).spectrum
    let beyond = try Rotary(dimension: 4, scaling: scaling, length: 17).spectrum
    #expect(within[1].radians == 0.01)
    #expect(beyond[1].radians == 0.0025)
    #expect(within.attentionFactor == beyond.attentionFactor)
    // √(1 + ln 4 / ln 16) = √1.5
    #expect(abs(within.attentionFactor - 1.5.squareRoot()) < 1e-15)
  }
}
