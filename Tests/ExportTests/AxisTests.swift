@testable import Export
import Testing

@Suite struct AxisTests {
  @Test func aValueIsAtItsShare() {
    #expect(Axis("", 0...4).share(of: 1) == 0.25)
    #expect(abs(Axis("", 1...10_000, scale: .logarithmic).share(of: 100) - 0.5) < 1e-12)
  }

  @Test func anEmptyRangeIsWidened() {
    #expect(Axis("", 3...3).range == 3...4)
  }

  @Test func aLogarithmicAxisNeedsARangeAboveZero() {
    #expect(Axis("", 0...10, scale: .logarithmic).scale == .linear)
  }

  @Test func cellsHaveTheirNumberInTheirMiddle() {
    #expect(Axis.cells("", 0..<8).share(of: 0) == 0.0625)
  }

  @Test(arguments: [
    -1e308...1e308, -1.7e308...1.7e308, 0...Double.leastNonzeroMagnitude, 1e-15...4e-15, 1e300...1.1e300,
  ])
  func ticksOfExtremeRangesStandApartAndInside(range: ClosedRange<Double>) {
    let ticks = Axis("", range).ticks(about: 5)
    #expect(!ticks.isEmpty && Set(ticks.map(\.text)).count == ticks.count, "\(ticks)")
    #expect(ticks.allSatisfy { (0...1).contains(Axis("", range).share(of: $0.value)) })
  }

  @Test(arguments: [0...1, -0.3...0.9, 0...4095, 0...17.0, -1.05...1.05])
  func howeverLittleRoomThereIsTwoNumbersMakeAScale(range: ClosedRange<Double>) {
    #expect(Axis("", range).ticks(about: 1).count > 1)
  }

  @Test func aCellAloneHasItsOwnNumberAndNoOther() {
    #expect(Axis.cells("", 5..<6).ticks(about: 3).map(\.text) == ["5"])
  }

  @Test func aNegativeNumberHasAMinusSign() {
    #expect(Axis("", -20...20).ticks(about: 4).map(\.text) == ["−20", "−10", "0", "10", "20"])
  }
}
