import Encodings
import Testing

@Suite struct PhaseTests {
  @Test func quarterTurnsAreExact() {
    let quarter = Phase(turns: 0.25)
    #expect(quarter.sine == 1)
    #expect(quarter.cosine == 0)
    #expect((quarter * 2).cosine == -1)
    #expect((quarter * 2).radians == .pi)
    #expect((-quarter).radians == -.pi / 2)
    #expect(quarter * 4 == Phase(turns: 0))
    #expect(quarter + Phase(turns: 0.75) == Phase(turns: 0))
    #expect(Phase(turns: 0.125) - quarter == Phase(turns: -0.125))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1 - 0x1p-54, -1e-30])
  func everyNumberOfTurnsHasAPhase(turns: Double) {
    #expect(abs(Phase(turns: turns).turns) < 1e-15)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aFrequencyThatIsNoNumberStandsStill(radians: Double) {
    #expect(InverseFrequency(radians: radians) == .zero)
    #expect(InverseFrequency(radians: radians).wavelength == .infinity)
  }

  @Test(arguments: [0, 1, -1, Int.max, Int.min], [0.0, 1e-300, 1e-9, 1, 2 * .pi, 1e300, -3])
  func everyPositionHasAPhaseOnTheCircle(position: Int, radians: Double) {
    let phase = InverseFrequency(radians: radians).phase(at: position)
    #expect(abs(phase.sine * phase.sine + phase.cosine * phase.cosine - 1) < 1e-15)
  }

  @Test func oppositePositionsHaveOppositePhases() {
    let frequency = InverseFrequency(radians: 0.3)
    #expect(abs((frequency.phase(at: -7) + frequency.phase(at: 7)).turns) < 1e-18)
    #expect(abs(frequency.phase(at: 7).radians - 2.1) < 1e-15)
    #expect(abs(frequency.angle(at: 1000) - 300) < 1e-12)
  }

  @Test func theFastestPairTurnsOnceInTwoPiPositions() throws {
    let frequency = try Rotary(dimension: 4).spectrum[0]
    #expect(abs(frequency.turns(at: 7) - 7 / (2 * .pi)) < 1e-15)
    #expect(abs(frequency.wavelength - 2 * .pi) < 1e-15)
  }
}
