import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

/// What a command printed, and how it ended.
struct Outcome {
  let code: Int32
  let output: Data
  let messages: String
  var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs the program without a terminal.
func run(_ arguments: String..., input: String = "", folder: URL? = nil, environment: [String: String] = [:]) throws
  -> Outcome
{
  try run(list: arguments, input: input, folder: folder, environment: environment)
}

/// Runs the program without a terminal, with arguments that were put together elsewhere.
func run(
  list arguments: [String], input: String = "", folder: URL? = nil, environment: [String: String] = [:]
) throws -> Outcome {
  let process = Process()
  process.executableURL = URL(filePath: try BuiltProgram.path("ropescope"))
  process.arguments = arguments
  process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"].merging(environment) {
    $1
  }
  process.currentDirectoryURL = folder
  let (standardInput, output, messages) = (Pipe(), Pipe(), Pipe())
  (process.standardInput, process.standardOutput, process.standardError) = (standardInput, output, messages)
  try process.run()
  try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try standardInput.fileHandleForWriting.close()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  let said = try messages.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return Outcome(code: process.terminationStatus, output: data, messages: String(decoding: said, as: UTF8.self))
}

/// Runs a Python program in a folder; returns what it printed.
func python(_ script: String, _ folder: Folder) throws -> String { try tool("python3", ["-c", script], folder) }

/// Runs another program in a folder; returns what it printed.
func tool(_ name: String, _ arguments: [String], _ folder: Folder) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [name] + arguments
  process.environment = ProcessInfo.processInfo.environment.merging(["LANG": "C.UTF-8", "PYTHONUTF8": "1"]) { $1 }
  process.currentDirectoryURL = folder.url
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  return String(decoding: data, as: UTF8.self)
}

/// Starts the explorer in a terminal and waits for its first frame.
func explore(
  _ arguments: String..., environment: [String: String] = ["COLORTERM": "truecolor"],
  size: Size = Size(rows: 40, columns: 120)
) throws -> TerminalSession {
  let session = try TerminalSession(
    [try BuiltProgram.path("ropescope")] + arguments, environment: environment, size: size)
  try session.waitUntil { $0.line(size.rows - 1).contains("pos=") }
  return session
}

extension TerminalSession {
  /// The last row of the screen.
  func status(rows: Int = 40) -> String { line(rows - 1) }
}

/// A folder of its own for one test, gone with it.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "ropescope-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = url.appending(path: name)
    try Data(text.utf8).write(to: path)
    return path.path
  }

  /// Names of what is in it.
  var contents: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() } }
}
