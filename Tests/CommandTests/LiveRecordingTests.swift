import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

/// `explore --record`, read back by the rules of asciicast v3 and by a terminal emulator.
@Suite struct LiveRecordingTests {
  /// A cast as a player reads it.
  private struct Cast {
    let header: [String: Any]
    let events: [(interval: Double, code: String, data: String)]

    init(_ path: String) throws {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { Data($0.utf8) }
      let first = try #require(lines.first)
      header = try #require(try JSONSerialization.jsonObject(with: first) as? [String: Any])
      events = try lines.dropFirst().map { line in
        let event = try #require(try JSONSerialization.jsonObject(with: line) as? [Any])
        return (
          try #require(event[0] as? Double), try #require(event[1] as? String), try #require(event[2] as? String)
        )
      }
    }

    /// Plays all of it.
    func played() throws -> Emulator {
      let terminal = try #require(header["term"] as? [String: Any])
      let (rows, columns) = (try #require(terminal["rows"] as? Int), try #require(terminal["cols"] as? Int))
      let emulator = Emulator(Size(rows: rows, columns: columns))
      for event in events {
        switch event.code {
        case "r":
          let size = event.data.split(separator: "x").compactMap { Int($0) }
          emulator.resize(Size(rows: size[1], columns: size[0]))
        default: emulator.feed(Array(event.data.utf8))
        }
      }
      return emulator
    }
  }

  /// What an eye sees of a cell: a blank and a half block in one colour look alike.
  private struct Seen: Equatable {
    var upper: EmulatedCell.Paint
    var lower: EmulatedCell.Paint
    var glyph = ""
  }

  /// Row by row.
  private static func seen(on terminal: Emulator, _ size: Size) -> [Seen] {
    (0..<size.rows * size.columns).map { index in
      let cell = terminal.cell(row: index / size.columns, column: index % size.columns)
      let (ink, ground) = (cell.foreground, cell.background)
      return switch cell.text {
      case "▀": Seen(upper: ink, lower: ground)
      case "▄": Seen(upper: ground, lower: ink)
      case " ", "": Seen(upper: ground, lower: ground)
      default: Seen(upper: ink, lower: ground, glyph: cell.text)
      }
    }
  }

  @Test func playedItEndsWithTheScreenThatWasLeft() throws {
    let folder = try Folder()
    let path = folder.url.appending(path: "x.cast").path
    let session = try explore("--dim", "32", "--lang", "en", "--record", path)
    session.send(":position 12\r")
    try session.waitUntil { $0.status().contains("pos=12") }
    session.resize(Size(rows: 30, columns: 100))
    try session.waitUntil { $0.line(29).contains("pos=12") }
    let left = Self.seen(on: session.emulator, Size(rows: 30, columns: 100))
    #expect(try folder.contents.contains("x.cast") == false)
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isTerminalAsFound)
    let cast = try Cast(path)
    let screen = try cast.played()
    let shown = Self.seen(on: screen, Size(rows: 30, columns: 100))
    let apart = zip(left, shown).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(apart == nil, "row \((apart?.offset ?? 0) / 100), column \((apart?.offset ?? 0) % 100)")
    #expect(cast.header["version"] as? Int == 3)
    #expect(cast.header["command"] as? String == "ropescope --dim 32 --lang en")
    #expect((cast.header["software"] as? String)?.hasPrefix("ropescope ") == true)
    #expect(cast.events.filter { $0.code == "r" }.map(\.data) == ["100x30"])
    #expect(cast.events.allSatisfy { $0.interval >= 0 } && cast.events.contains { $0.interval > 0 })
    #expect(try folder.contents == ["x.cast"])
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func endedByASignalItHoldsWhatWasShown(signal: Int32) throws {
    let folder = try Folder()
    let path = folder.url.appending(path: "x.cast").path
    let session = try explore("--record", path)
    session.send(":position 12\r")
    try session.waitUntil { $0.status().contains("pos=12") }
    session.signal(signal)
    #expect(try session.waitForExit() == .signal(signal))
    #expect(try Cast(path).played().line(39).contains("pos=12"))
    #expect(try folder.contents == ["x.cast"])
  }

  @Test(arguments: [("n", false), ("y", true)])
  func anotherRecordingIsReplacedOnlyAfterAYes(answer: String, isReplaced: Bool) throws {
    let folder = try Folder()
    let path = try folder.file("x.cast", "mine")
    let session = try TerminalSession(
      [try BuiltProgram.path("ropescope"), "--record", path], environment: ["COLORTERM": "truecolor"],
      size: Size(rows: 40, columns: 120))
    try session.waitUntil { $0.text.contains("Overwrite it?") }
    session.send(answer + "\r")
    if isReplaced {
      try session.waitUntil { $0.status().contains("pos=0") }
      session.send("q")
    }
    #expect(try session.waitForExit() == .code(isReplaced ? 0 : 73))
    #expect(try (String(contentsOfFile: path, encoding: .utf8) == "mine") == !isReplaced)
    #expect(try folder.contents == ["x.cast"])
  }

  @Test func aDiskThatFillsUpIsSaidAtOnceAndAtTheEnd() throws {
    let folder = try Folder()
    let path = folder.url.appending(path: "x.cast").path
    let session = try TerminalSession(
      ["/bin/sh", "-c", "ulimit -f 1; exec \"$0\" \"$@\"", try BuiltProgram.path("ropescope"), "--record", path],
      environment: ["COLORTERM": "truecolor"], size: Size(rows: 40, columns: 120))
    // The first frame alone is larger than what may be written.
    try session.waitUntil { $0.text.contains("Cannot write") }
    session.send("q")
    #expect(try session.waitForExit() == .code(73))
    #expect(session.output.hasSuffix("\r\n") && session.text.contains("x.cast"))
    #expect(try folder.contents.isEmpty)
  }

  @Test(arguments: [("x.gif", Int32(64)), ("nowhere/x.cast", 73), ("/proc/x.cast", 73)])
  func whereItCannotBeWrittenTheExplorerDoesNotOpen(name: String, code: Int32) throws {
    let folder = try Folder()
    let path = name.hasPrefix("/") ? name : folder.url.appending(path: name).path
    let session = try TerminalSession(
      [try BuiltProgram.path("ropescope"), "--record", path], size: Size(rows: 40, columns: 120))
    #expect(try session.waitForExit() == .code(code))
    #expect(session.isTerminalAsFound)
    #expect(try folder.contents.isEmpty)
  }
}
