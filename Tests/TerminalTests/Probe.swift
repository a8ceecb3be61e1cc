import Screen
import TerminalHarness
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The small program under test, which stands beside the tests.
enum Probe {
  /// Its path.
  static var path: String {
    get throws {
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
      for argument in CommandLine.arguments where argument.contains(".xctest") {
        folder = URL(fileURLWithPath: argument).standardizedFileURL
      }
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appending(path: "terminal-probe").path
        if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      }
      throw Missing()
    }
  }

  struct Missing: Error {}

  /// Starts it and waits until it has drawn.
  static func start(
    _ arguments: [String] = [], environment: [String: String] = ["COLORTERM": "truecolor"],
    size: Size = Size(rows: 24, columns: 80)
  ) throws -> TerminalSession {
    let session = try TerminalSession([path] + arguments, environment: environment, size: size)
    try session.waitUntil(shows: "last")
    return session
  }
}
