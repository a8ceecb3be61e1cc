import Encodings
import Testing

@Suite struct DivergenceTests {
  /// Bases, factors and dimensions that part early, late, and in slow pairs only.
  static let cases: [(base: Double, other: Double, factor: Double)] = [
    (10_000, 10_001, 1), (10_000, 10_100, 1), (10_000, 500_000, 1), (10_000, 10_000, 8), (2, 2.0001, 1),
    (0.01, 0.011, 1), (1e6, 1.000001e6, 1),
  ]

  @Test(arguments: cases, Divergence.Wave.allCases)
  func theFirstPositionIsTheOneThatTryingEachFinds(
    bases: (base: Double, other: Double, factor: Double), wave: Divergence.Wave
  ) throws {
    let a = try Rotary(dimension: 16, base: bases.base).spectrum
    let b = try Rotary(dimension: 16, base: bases.other, scaling: .linear(factor: bases.factor)).spectrum
    for tolerance in [1e-6, 1e-3, 1.5] {
      let limit = 2500
      let found = Divergence(of: a, b, waves: [wave], past: tolerance, limit: limit)
      let tried = firstByTrying(a, b, wave, tolerance, limit)
      #expect(found.first?.position == tried?.position)
      #expect(found.first?.column == tried?.pair)
      #expect(found.searched == limit)
    }
  }

  private func firstByTrying(
    _ a: Spectrum, _ b: Spectrum, _ wave: Divergence.Wave, _ tolerance: Double, _ limit: Int
  ) -> (position: Int, pair: Int)? {
    for position in 0..<limit {
      for pair in 0..<min(a.pairCount, b.pairCount) {
        let (one, other) = (a[pair].phase(at: position), b[pair].phase(at: position))
        let difference = wave == .cosine ? one.cosine - other.cosine : one.sine - other.sine
        if abs(difference) > tolerance { return (position, pair) }
      }
    }
    return nil
  }

  @Test(arguments: cases, [1e-9, 1e-3, 1.5, 3])
  func anglesPartWhereTryingEachFindsThatTheyDo(
    bases: (base: Double, other: Double, factor: Double), tolerance: Double
  ) throws {
    let a = try Rotary(dimension: 16, base: bases.base).spectrum
    let b = try Rotary(dimension: 16, base: bases.other, scaling: .linear(factor: bases.factor)).spectrum
    let limit = 2500
    let found = Divergence(ofAngles: a, b, past: tolerance, limit: limit)
    let steps = zip(a.inverseFrequencies, b.inverseFrequencies).map { $0 - $1 }
    let position = (0..<limit).first { position in
      steps.contains { abs($0.phase(at: position).radians) > tolerance }
    }
    #expect(found.first?.position == position)
    if let place = found.first {
      #expect(abs(steps[place.column].phase(at: place.position).radians) > tolerance)
      #expect(place.difference == steps[place.column].phase(at: place.position).radians)
    }
  }

  @Test func anEncodingNeverPartsFromItself() throws {
    let spectrum = try Rotary(dimension: 128).spectrum
    let found = Divergence(of: spectrum, spectrum, past: 0)
    #expect(found.first == nil)
    #expect(found.searched == (1 << 40) + 1)
  }

  @Test func anotherAttentionFactorPartsAtPositionZero() throws {
    let plain = try Rotary(dimension: 8)
    let yarn = try Rotary(dimension: 8, scaling: .yarn(YaRN(factor: 4, originalLength: 4096)))
    let found = Divergence(of: plain.spectrum, yarn.spectrum, past: 1e-3)
    #expect(found.first?.position == 0)
    #expect(found.first?.column == 0)
    #expect(abs((found.first?.difference ?? 0) - (1 - yarn.spectrum.attentionFactor)) < 1e-15)
  }

  @Test func aFrequencyThatIsAMillionthOffPartsFarOut() {
    let a = Spectrum(inverseFrequencies: [InverseFrequency(radians: 0.5)])
    let b = Spectrum(inverseFrequencies: [InverseFrequency(radians: 0.5 * (1 + 1e-12))])
    // The sine's envelope passes 1e-3 at 1e-3 / (0.5e-12) = 2e9, and 1 + 1e-12 is only known to 1e-4 of the difference.
    let found = Divergence(of: a, b, past: 1e-3)
    #expect((1_999_000_000...2_001_000_000).contains(found.first?.position ?? 0))
  }

  @Test func fieldsPartAtTheirFirstDifferingValue() throws {
    let values: [Double] = [1, 2, 3, 4, 5, 6]
    let one = TableField(values: values, columnCount: 2)
    let other = TableField(values: [1, 2, 3, 4.5, 9, 9], columnCount: 2)
    let found = Divergence(of: one, other, past: 0.1)
    #expect(found.first?.position == 1)
    #expect(found.first?.column == 1)
    #expect(found.first?.difference == -0.5)
    #expect(Divergence(of: one, one, past: 0).searched == 3)
    #expect(Divergence(of: one, one, past: 0).first == nil)
  }

  @Test func aDifferenceOfFrequenciesTurnsByTheDifferenceOfAngles() throws {
    let (a, b) = (InverseFrequency(radians: 0.3), InverseFrequency(radians: 0.1))
    #expect(abs((a - b).angle(at: 10) - 2) < 1e-15)
  }
}
