import Export
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
}
