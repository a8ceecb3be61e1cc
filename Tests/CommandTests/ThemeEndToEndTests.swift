import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

/// Which theme the explorer shows, and when that changes.
@Suite struct ThemeEndToEndTests {
  @Test func aThemeIsSeenWhileItsFileIsEdited() throws {
    let folder = try Folder()
    let path = try folder.file("mine.yaml", "inherits: midnight\ncolors:\n  bar: \"#102030\"\n")
    let session = try explore("--theme", path)
    let corner = { (session: TerminalSession) in session.cell(row: 0, column: 0).background }
    #expect(corner(session) == .direct(Color(hex: 0x102030)))
    _ = try folder.file("mine.yaml", "inherits: midnight\ncolors:\n  bar: \"#402010\"\n")
    try session.waitUntil { corner($0) == .direct(Color(hex: 0x402010)) }
    _ = try folder.file("mine.yaml", "inherits: midnight\ncolors:\n  barr: \"#402010\"\n")
    try session.waitUntil { $0.text.contains("mine.yaml:3:3: unknown key «colors.barr».") }
    #expect(corner(session) == .direct(Color(hex: 0x402010)))
  }

  @Test func aThemeIsSeenWhileTheOneItInheritsFromIsEdited() throws {
    let folder = try Folder()
    let themes = "ropescope/themes"
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: themes), withIntermediateDirectories: true)
    _ = try folder.file("\(themes)/base.yaml", "inherits: midnight\ncolors:\n  bar: \"#102030\"\n")
    _ = try folder.file("\(themes)/mine.yaml", "inherits: base\n")
    let session = try explore(
      "--theme", "mine", environment: ["XDG_CONFIG_HOME": folder.url.path, "COLORTERM": "truecolor"])
    let corner = { (session: TerminalSession) in session.cell(row: 0, column: 0).background }
    #expect(corner(session) == .direct(Color(hex: 0x102030)))
    _ = try folder.file("\(themes)/base.yaml", "inherits: midnight\ncolors:\n  bar: \"#402010\"\n")
    try session.waitUntil { corner($0) == .direct(Color(hex: 0x402010)) }
  }

  @Test func aPresetIsShownInTheThemeInUse() throws {
    let session = try explore("--theme", "paper")
    let background = session.cell(row: 0, column: 0).background
    session.send(":preset one-pair\r")
    try session.waitUntil { $0.text.contains("Showing one-pair") }
    #expect(session.cell(row: 0, column: 0).background == background)
  }

  @Test func onALightBackgroundTheThemeIsLight() throws {
    let session = try TerminalSession(
      [try BuiltProgram.path("ropescope")], environment: ["COLORTERM": "truecolor"],
      size: Size(rows: 40, columns: 120),
      answers: false)
    try session.waitUntil { $0.status().contains("pos=0") }
    let before = session.cell(row: 0, column: 0).background
    session.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
    try session.waitUntil { $0.cell(row: 0, column: 0).background != before }
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isTerminalAsFound)
  }
}
