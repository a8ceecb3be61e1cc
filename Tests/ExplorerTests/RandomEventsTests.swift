import RandomEvents
import Screen
import Testing

/// A few thousand of the events of which `fuzz-explorer` plays a million.
@Suite struct RandomEventsTests {
  private static let scenes = RandomScenes()
  private static let shelf = ThemeShelf()

  @Test(arguments: 1...6)
  func afterAnyEventsTheTerminalShowsWhatAFreshDrawingShows(seed: Int) {
    var events = RandomEvents(seed: seed, largest: Size(rows: 36, columns: 112))
    var sitting = Sitting(
      &events, Self.scenes, Self.shelf, depth: ColorDepth.allCases[seed % ColorDepth.allCases.count],
      asciiOnly: seed.isMultiple(of: 5))
    for index in 1...240 {
      sitting.take(events.next(for: sitting.exploration, Self.scenes), &events.random)
      if index.isMultiple(of: 8) { sitting.show() }
      if index.isMultiple(of: 40) { #expect(sitting.staleCells() == [], "event \(index)") }
    }
  }
}
