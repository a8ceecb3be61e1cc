import Testing

@testable import Explorer

@Suite struct WindowTests {
  @Test(arguments: [1, 7, 100, 10_000_000, Window.lastPosition + 1], [1, 3, 40, 117])
  func blocksCoverTheWindowWithoutGapOrOverlapWhenZoomedOut(count: Int, rows: Int) {
    let window = Window(start: 0, count: count)
    let blocks = window.blocks(rows: rows)
    #expect(blocks.count == rows)
    guard count >= rows else { return }
    #expect(blocks.first?.lowerBound == 0)
    #expect(blocks.last?.upperBound == count)
    #expect(zip(blocks, blocks.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }

  @Test(arguments: [0, 17, 4095, Window.lastPosition]) func aWindowMovesToHoldAPosition(position: Int) {
    let window = Window(start: 100, count: 50).containing(position, rows: 10)
    #expect(window.positions(rows: 10).contains(position))
    #expect(window.positions(rows: 10).count == 50)
  }

  @Test(arguments: [0.25, 0.5, 2, 4, 1e9]) func zoomKeepsThePositionInside(factor: Double) {
    let window = Window(start: 1000, count: 400).zoomed(by: factor, about: 1234, rows: 40)
    #expect(window.positions(rows: 40).contains(1234))
  }

  @Test func aWindowPastTheEndIsHeld() {
    let window = Window(start: Int.max, count: 100)
    #expect(window.positions(rows: 1).upperBound == Window.lastPosition + 1)
  }
}
