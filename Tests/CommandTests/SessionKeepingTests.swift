import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

/// Scenes that are kept by one run and shown by the next.
@Suite struct SessionKeepingTests {
  private let state: Folder

  init() throws { state = try Folder() }

  /// The explorer, begun in a folder.
  private func explore(_ arguments: String..., in folder: Folder? = nil) throws -> TerminalSession {
    let session = try TerminalSession(
      ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", (folder ?? state).url.path, try BuiltProgram.path("ropescope")]
        + arguments,
      environment: ["XDG_STATE_HOME": state.url.path, "COLORTERM": "truecolor"], size: Size(rows: 40, columns: 120))
    try session.waitUntil { $0.text.contains("pos=") }
    return session
  }

  private func keep(_ session: TerminalSession, as name: String) throws {
    session.send(":keep \(name)\r")
    try session.waitUntil { $0.status().contains("Kept as \(name)") }
  }

  @Test func aSceneThatWasKeptIsShownByTheNextRun() throws {
    let first = try explore()
    first.send(":dim 32\r:position 7\r")
    try first.waitUntil { $0.status().contains("d=32 base=10000 pos=7") }
    try keep(first, as: "monday")
    first.send("q")
    #expect(try first.waitForExit() == .code(0))
    #expect(try explore("--session", "monday").status().contains("d=32 base=10000 pos=7"))
    let third = try explore()
    third.send(":session monday\rj")
    try third.waitUntil { $0.status().contains("d=32 base=10000 pos=8") }
  }

  @Test func aKeptSceneIsReplacedOnlyWhenThatIsSaid() throws {
    let first = try explore()
    first.send(":dim 32\r")
    try keep(first, as: "monday")
    first.send(":dim 16\r:keep monday\r")
    try first.waitUntil { $0.status().contains("monday is there already. Replace it?") }
    first.send("n")
    try first.waitUntil { $0.status().contains("left as it was") }
    #expect(try explore("--session", "monday").status().contains("d=32"))
    first.send(":keep monday\ry")
    try first.waitUntil { $0.status().contains("Kept as monday") }
    #expect(try explore("--session", "monday").status().contains("d=16"))
  }

  @Test func whereOneLeftIsShownAgain() throws {
    let first = try explore()
    first.send(":dim 32\rq")
    #expect(try first.waitForExit() == .code(0))
    #expect(try explore("--session", "last").status().contains("d=32"))
  }

  /// The kernel and the shell each tell of a window that is closed.
  @Test func whereAClosedWindowLeftIsShownAgain() throws {
    let first = try explore()
    first.send(":dim 32\r")
    try first.waitUntil { $0.status().contains("d=32") }
    first.signal(SIGHUP)
    try first.waitUntil { $0.emulator.modes.isAsFound }
    first.signal(SIGHUP)
    #expect(try first.waitForExit() == .signal(SIGHUP))
    #expect(try explore("--session", "last").status().contains("d=32"))
  }

  @Test func aSceneIsShownFromAnyFolder() throws {
    let (here, elsewhere) = (try Folder(), try Folder())
    let config = try String(
      contentsOf: Oracle.directory.appending(path: "configs/llama-3.1-8b-instruct.json"), encoding: .utf8)
    _ = try here.file("config.json", config)
    _ = try here.file("other.json", config)
    _ = try here.file("mine.yaml", "inherits: midnight\ncolors:\n  bar: \"#102030\"\n")
    let first = try explore("config.json", "--with", "other.json", "--theme", "mine.yaml", in: here)
    try keep(first, as: "monday")
    first.send("q")
    #expect(try first.waitForExit() == .code(0))
    let again = try explore("--session", "monday", in: elsewhere)
    #expect(again.status().contains("d=128 base=500000 pos=0"))
    #expect(again.cell(row: 0, column: 0).background == .direct(Color(hex: 0x102030)))
    let inside = try explore(in: elsewhere)
    inside.send(":session monday\r")
    try inside.waitUntil { $0.cell(row: 0, column: 0).background == .direct(Color(hex: 0x102030)) }
  }
}
