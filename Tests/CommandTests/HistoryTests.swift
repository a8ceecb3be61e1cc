import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

@testable import ropescope

@Suite struct HistoryTests {
  private func session(_ folder: Folder) throws -> TerminalSession {
    let session = try TerminalSession(
      [try BuiltProgram.path("ropescope")],
      environment: ["XDG_STATE_HOME": folder.url.path, "COLORTERM": "truecolor"], size: Size(rows: 40, columns: 120))
    try session.waitUntil { $0.status().contains("pos=0") }
    return session
  }

  private func history(_ folder: Folder) -> URL { folder.url.appending(path: "ropescope/history") }

  @Test func linesTypedAreThereInTheNextRunAndNobodyElseReadsThem() throws {
    let folder = try Folder()
    let first = try session(folder)
    first.send(":dim 64\r:base 5e5\rq")
    #expect(try first.waitForExit() == .code(0))
    #expect(try String(contentsOf: history(folder), encoding: .utf8) == "dim 64\nbase 5e5\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: history(folder).path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let second = try session(folder)
    second.send(":\u{1B}[A\u{1B}[A")
    try second.waitUntil { $0.status().hasPrefix(":dim 64") }
    second.send("\r")
    try second.waitUntil { $0.status().contains("d=64 base=10000") }
  }

  @Test func twoRunsAtOnceForgetNothingOfEachOther() throws {
    let folder = try Folder()
    let sessions = try (0..<2).map { _ in try session(folder) }
    for (index, session) in sessions.enumerated() {
      session.send(":dim \(32 << index)\r")
      try session.waitUntil { $0.status().contains("d=\(32 << index)") }
    }
    for session in sessions {
      session.send("q")
      #expect(try session.waitForExit() == .code(0))
    }
    #expect(try String(contentsOf: history(folder), encoding: .utf8) == "dim 32\ndim 64\n")
  }

  /// The kernel and the shell each tell of it.
  @Test(arguments: [1, 2, 20_000]) func aClosedWindowLosesNoLine(signals: Int) throws {
    let folder = try Folder()
    let session = try session(folder)
    session.send(":dim 64\r")
    try session.waitUntil { $0.status().contains("d=64") }
    for _ in 0..<signals { session.signal(SIGHUP) }
    #expect(try session.waitForExit() == .signal(SIGHUP))
    #expect(try String(contentsOf: history(folder), encoding: .utf8) == "dim 64\n")
  }

  @Test func aBrokenFileStopsNobodyAndIsMended() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: history(folder).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data([0xFF, 0x00, 0x1B, 0x5B, 0x0A] + Array("dim 8\n".utf8) + [0xC3, 0x0A]).write(to: history(folder))
    let session = try session(folder)
    session.send(":dim 64\rq")
    #expect(try session.waitForExit() == .code(0))
    #expect(try String(contentsOf: history(folder), encoding: .utf8) == "dim 8\ndim 64\n")
  }

  @Test func whatCannotBeReadIsNotReplaced() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: history(folder).deletingLastPathComponent(), withIntermediateDirectories: true)
    let long = String(repeating: "dim 8\n", count: 200_000)
    try Data(long.utf8).write(to: history(folder))
    let session = try session(folder)
    session.send(":dim 64\rq")
    #expect(try session.waitForExit() == .code(0))
    #expect(try String(contentsOf: history(folder), encoding: .utf8) == long)
  }

  /// Neither a folder that is a file nor a link in the history's place is written to.
  @Test(arguments: [false, true]) func whereNothingCanBeKeptNothingIs(isALink: Bool) throws {
    let folder = try Folder()
    let place = folder.url.appending(path: "ropescope")
    if isALink {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: history(folder), withDestinationURL: folder.url.appending(path: "elsewhere"))
    } else {
      try Data().write(to: place)
    }
    let session = try session(folder)
    session.send(":dim 64\rq")
    #expect(try session.waitForExit() == .code(0))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "elsewhere").path))
  }

  @Test func filesAreCompletedInTheCommandLine() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "my models"), withIntermediateDirectories: true)
    _ = try folder.file("my models/config.json", "{}")
    let session = try session(folder)
    session.send(":open \(folder.url.path)/my\t\t")
    try session.waitUntil { $0.text.contains("my models/config.json") }
  }

  @Test func pathsAreSpelledAsTheyWereBegun() throws {
    let folder = try Folder()
    for name in ["alpha.json", "alps.json", ".alpine", "beta.json"] { _ = try folder.file(name, "") }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "also"), withIntermediateDirectories: true)
    let (path, home) = (folder.url.path, folder.url.deletingLastPathComponent().path)
    let name = folder.url.lastPathComponent
    #expect(
      PathList.paths(beginning: "\(path)/al", home: nil)
        == ["\(path)/alpha.json", "\(path)/alps.json", "\(path)/also/"])
    #expect(PathList.paths(beginning: "~/\(name)/b", home: home) == ["~/\(name)/beta.json"])
    #expect(PathList.paths(beginning: "\(path)/.a", home: nil) == ["\(path)/.alpine"])
    #expect(PathList.paths(beginning: "\(path)/nosuch/", home: nil) == [])
  }
}
