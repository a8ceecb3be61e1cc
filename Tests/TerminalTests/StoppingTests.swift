import Screen
import TerminalHarness
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct StoppingTests {
  /// A shell with job control in which the probe runs.
  private func shell() throws -> TerminalSession {
    let session = try TerminalSession(
      ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"],
      environment: ["PS1": "$ ", "COLORTERM": "truecolor"])
    session.send("\(try Probe.path)\n")
    try session.waitUntil(shows: "last")
    return session
  }

  @Test func controlZHandsTheTerminalToTheShellAndForegroundTakesItAgain() throws {
    let session = try shell()
    session.send("\u{1A}")
    try session.waitUntil(shows: "Stopped")
    #expect(session.emulator.modes.isAsFound)
    #expect(!session.text.contains("depth"))
    session.send("fg\n")
    try session.waitUntil(shows: "redraw")
    #expect(session.line(2) == "depth truecolor")
    #expect(!session.emulator.modes.isCursorVisible)
    session.send("q")
    try session.waitUntil(shows: "bye")
    session.send("exit\n")
    #expect(try session.waitForExit() == .code(0))
  }

  @Test(arguments: ["Z", "Y"])
  func aStopByTheProgramOrByASignalIsLikeOneByTheKey(command: String) throws {
    let session = try shell()
    session.send(command)
    try session.waitUntil(shows: "Stopped")
    #expect(session.emulator.modes.isAsFound)
    session.send("fg\n")
    try session.waitUntil(shows: "redraw")
  }

  @Test func aWindowThatChangedDuringTheStopIsMeasuredAgain() throws {
    let session = try shell()
    session.send("\u{1A}")
    try session.waitUntil(shows: "Stopped")
    session.resize(Size(rows: 20, columns: 60))
    session.send("fg\n")
    try session.waitUntil { $0.line(3) == "size 20 60" && $0.text.contains("resize 20 60") }
  }

  @Test func aStoppedProgramThatIsKilledEndsWithoutTheTerminal() throws {
    let session = try shell()
    session.send("\u{1A}")
    try session.waitUntil(shows: "Stopped")
    session.send("kill %1; until [[ $(jobs %1) == *Terminated* ]]; do :; done; echo 'it' is gone\n")
    try session.waitUntil(shows: "it is gone")
    #expect(session.emulator.modes.isAsFound)
    session.send("exit\n")
    try session.waitForExit()
  }

  @Test func afterAStopThatCannotBePreparedTheTerminalIsTakenAgain() throws {
    let session = try Probe.start()
    session.signal(SIGSTOP)
    try session.waitUntilStopped()
    session.restoreModes()
    session.resize(Size(rows: 20, columns: 60))
    session.signal(SIGCONT)
    try session.waitUntil(shows: "redraw")
    #expect(session.line(3) == "size 20 60")
    session.send("a")
    try session.waitUntil(shows: "key character a")
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isTerminalAsFound)
  }

  @Test func aStopThatTheSystemDoesNotAllowIsPassedOver() throws {
    // The leader of a session has no shell above it that could continue it.
    let session = try Probe.start()
    session.send("\u{1A}")
    try session.waitUntil(shows: "redraw")
    #expect(session.emulator.modes.isAlternateScreen)
  }
}
