import Screen
import Testing

@testable import Explorer

@Suite struct CommandHistoryTests {
  @Test func aLineTypedAgainStandsLastAndOnce() {
    var history = CommandHistory(text: "base 1\nbase 2\nbase 3\n")
    history.remember("base 1")
    #expect(history.lines == ["base 2", "base 3", "base 1"])
    #expect(history.fresh == ["base 1"])
  }

  @Test func ofTooManyLinesTheOldestAreForgotten() {
    let text = (1...CommandHistory.limit + 7).map { "base \($0)\n" }.joined()
    let history = CommandHistory(text: text)
    #expect(history.lines.count == CommandHistory.limit && history.lines.first == "base 8")
    var full = history
    full.remember("dim 64")
    #expect(full.lines.count == CommandHistory.limit && full.lines.last == "dim 64" && full.lines.first == "base 9")
  }

  @Test func whatOthersKeptMeanwhileIsKeptToo() {
    var history = CommandHistory(text: "base 1\nbase 2\n")
    history.remember("dim 64")
    #expect(history.kept(over: "base 1\nbase 2\ndim 8\n") == "base 1\nbase 2\ndim 8\ndim 64\n")
    #expect(history.kept(over: "") == "dim 64\n")
  }

  @Test(arguments: ["\u{0}\u{1B}[2J", "\u{FFFD}\u{FFFD}", " \t ", String(repeating: "a", count: 5000)])
  func whatNobodyCouldHaveTypedIsLeftOut(line: String) {
    #expect(CommandHistory(text: "base 1\n\(line)\nbase 2").lines == ["base 1", "base 2"])
  }

  @Test func linesOfEarlierDaysAreRecalled() throws {
    var exploration = try Exploration.sample()
    exploration.commandHistory = CommandHistory(text: "base 5e5\ndim 32\n")
    _ = exploration.after(.openCommandLine, .type(Key(.up)), .type(Key(.up)), .type(Key(.enter)))
    #expect(exploration.scene.encoding.base == 5e5)
    #expect(exploration.commandHistory.lines == ["dim 32", "base 5e5"])
  }
}
