import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

/// What a person settled once holds wherever the program takes the terminal.
@Suite struct SetupTests {
  private func lesson(_ settings: String, _ more: [String: String] = [:]) throws -> TerminalSession {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "ropescope"), withIntermediateDirectories: true)
    _ = try folder.file("ropescope/config.yaml", settings)
    let environment = ["XDG_CONFIG_HOME": folder.url.path, "XDG_STATE_HOME": folder.url.path, "LANG": "C.UTF-8"]
    let session = try TerminalSession(
      [try BuiltProgram.path("ropescope"), "lesson", "rope"],
      environment: environment.merging(["COLORTERM": "truecolor"]) { $1 }.merging(more) { $1 },
      size: Size(rows: 40, columns: 120))
    try session.waitUntil { $0.text.contains("1 / 8") && $0.line(39).contains("pos=") }
    return session
  }

  @Test func aLessonSpeaksTheLanguageThatIsSettled() throws {
    #expect(try lesson("lang: zh\n").text.contains("两个数，一支箭"))
  }

  @Test func aLessonHasTheColoursThatAreSettled() throws {
    #expect(try lesson("color: 16\n").output.contains("38;2;") == false)
    #expect(try lesson("").output.contains("38;2;"))
  }

  @Test func aLessonDrawsWithTheSignsThatAreSettled() throws {
    #expect(try lesson("ascii: yes\n").text.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func aLessonWearsTheThemeThatIsSettledElseThatOfTheBackground() throws {
    let background = { (session: TerminalSession) in session.cell(row: 39, column: 0).background }
    let (dark, light) = (background(try lesson("")), background(try lesson("theme: paper\n")))
    #expect(dark != light)
    #expect(background(try lesson("", ["COLORFGBG": "0;15"])) == light)
  }

  @Test func aLessonHearsTheKeysThatAreSettled() throws {
    let session = try lesson("keys:\n  quit: F9\n")
    session.send("\u{1B}[20~")
    #expect(try session.waitForExit() == .code(0))
  }
}
