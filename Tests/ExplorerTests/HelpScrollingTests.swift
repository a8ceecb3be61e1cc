import Screen
import Testing

@testable import Explorer

@Suite struct HelpScrollingTests {
  @Test(arguments: [36, 42, 50, 80], [false, true]) func theHelpScrollsToItsEnd(columns: Int, asciiOnly: Bool) throws
  {
    var exploration = try Exploration.sample(size: Size(rows: 20, columns: columns), asciiOnly: asciiOnly)
    _ = exploration.after(.toggleHelp, .moveToEnd)
    #expect(!exploration.lines.joined().contains("more below"))
    #expect(exploration.lines.contains { $0.contains("quit") || $0.contains("leave") })
  }
}
