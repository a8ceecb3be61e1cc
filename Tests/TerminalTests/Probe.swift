import Screen
import TerminalHarness
import TestSupport
import Testing

/// The small program under test, which stands beside the tests.
enum Probe {
  /// Its path.
  static var path: String { get throws { try BuiltProgram.path("terminal-probe") } }

  /// Starts it and waits until it has drawn.
  static func start(
    _ arguments: [String] = [], environment: [String: String] = ["COLORTERM": "truecolor"],
    size: Size = Size(rows: 24, columns: 80), answers: Bool = true
  ) throws -> TerminalSession {
    let session = try TerminalSession([path] + arguments, environment: environment, size: size, answers: answers)
    try session.waitUntil(shows: "last")
    return session
  }
}
