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

@Suite struct TerminalTests {
  @Test func halfBlocksAndWideGlyphsArrive() throws {
    let session = try Probe.start()
    #expect(session.line(0) == " probe 位置 é e\u{301}")
    #expect(session.cell(row: 0, column: 7).width == 2)
    #expect(session.cell(row: 0, column: 1).attributes == .bold)
    #expect(session.cell(row: 0, column: 1).foreground == .direct(Color(hex: 0xFF8000)))
    let block = session.cell(row: 1, column: 10)
    #expect(block.text == "▀" && block.foreground == .direct(Color(red: 30, green: 64, blue: 128)))
    #expect(block.background == .direct(Color(hex: 0x204060)))
    #expect(session.emulator.modes.isAlternateScreen && session.emulator.modes.isPasteBracketed)
    #expect(!session.emulator.modes.isCursorVisible)
  }

  @Test(arguments: [
    ("truecolor", EmulatedCell.Paint.direct(Color(hex: 0x204060))), ("256", .indexed(23)), ("16", .indexed(4)),
    ("mono", .terminalDefault),
  ])
  func theDepthAskedForIsWritten(name: String, background: EmulatedCell.Paint) throws {
    let session = try Probe.start([name])
    #expect(session.line(2) == "depth \(name)")
    #expect(session.cell(row: 1, column: 10).background == background)
  }

  @Test(arguments: [
    (["COLORTERM": "truecolor"], "truecolor"), ([:], "256"), (["TERM": "linux"], "16"), (["TERM": "vt100"], "mono"),
    (["COLORTERM": "truecolor", "NO_COLOR": "1"], "mono"),
  ])
  func theDepthIsFoundWhereNoneIsAskedFor(environment: [String: String], name: String) throws {
    let session = try Probe.start(environment: environment)
    #expect(session.line(2) == "depth \(name)")
  }

  @Test func endingGivesTheTerminalBack() throws {
    let session = try Probe.start()
    #expect(!session.isTerminalAsFound)
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isTerminalAsFound)
    #expect(session.text.contains("bye") && !session.text.contains("probe"))
  }

  @Test func withoutAnotherScreenTheShellGoesOnBelowThePicture() throws {
    let session = try Probe.start(environment: ["TERM": "vt100"])
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
    let lines = session.text.split(separator: "\n").map { String($0) }
    let last = try #require(lines.firstIndex { $0.hasSuffix("last") || $0.hasSuffix("las") })
    #expect(lines.dropFirst(last + 1).first == "bye")
  }

  @Test func aNewSizeIsAnEventAndAWholeFrame() throws {
    let session = try Probe.start()
    session.resize(Size(rows: 30, columns: 100))
    try session.waitUntil { $0.line(29).hasSuffix("last") }
    #expect(session.line(3) == "size 30 100")
    #expect(session.line(5) == "resize 30 100")
    session.resize(Size(rows: 8, columns: 20))
    try session.waitUntil { $0.line(7).hasSuffix("last") && $0.line(3) == "size 8 20" }
  }

  @Test func aWindowOfOneCellIsSurvived() throws {
    let session = try Probe.start()
    session.resize(Size(rows: 1, columns: 1))
    try session.waitUntil { $0.text == "t" }
    session.resize(Size(rows: 24, columns: 80))
    try session.waitUntil(shows: "resize 24 80")
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
  }

  @Test(arguments: [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGPIPE, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF,
  ])
  func aSignalEndsTheProgramAndGivesTheTerminalBack(signal: Int32) throws {
    let session = try Probe.start()
    session.signal(signal)
    #expect(try session.waitForExit() == .signal(signal))
    #expect(session.isTerminalAsFound)
    #expect(!session.text.contains("probe"))
  }

  @Test(arguments: [("A", SIGABRT), ("S", SIGSEGV), ("O", SIGSEGV)])
  func aCrashGivesTheTerminalBack(command: String, signal: Int32) throws {
    let session = try Probe.start()
    session.send(command)
    #expect(try session.waitForExit() == .signal(signal))
    #expect(session.isTerminalAsFound)
    #expect(!session.text.contains("probe"))
  }

  @Test func aCrashGivesTheTerminalBackThoughInputCannotBeWrittenTo() throws {
    let session = try TerminalSession(
      ["/bin/sh", "-c", "exec \"$0\" <\"$(tty)\"", Probe.path], environment: ["COLORTERM": "truecolor"])
    try session.waitUntil(shows: "last")
    session.send("A")
    #expect(try session.waitForExit() == .signal(SIGABRT))
    #expect(session.isTerminalAsFound)
  }

  @Test(arguments: ["X", "B"])
  func whatAFatalErrorSaysIsReadAfterwards(command: String) throws {
    let session = try Probe.start()
    session.send(command)
    let exit = try session.waitForExit()
    #expect([.signal(SIGILL), .signal(SIGTRAP)].contains(exit))
    #expect(session.isTerminalAsFound)
    #expect(session.output.contains("Fatal error: the probe was told to fail"))
  }

  @Test func exitGivesTheTerminalBack() throws {
    let session = try Probe.start()
    session.send("E")
    #expect(try session.waitForExit() == .code(3))
    #expect(session.isTerminalAsFound)
  }

  @Test func aWarningDoesNotDisturbTheScreenAndIsReadAfterwards() throws {
    let session = try Probe.start()
    session.send("W")
    try session.waitUntil(shows: "key character W")
    #expect(!session.text.contains("a warning"))
    session.send("q")
    try session.waitForExit()
    #expect(session.text.contains("a warning"))
  }

  @Test func ofTooManyWarningsTheLastAreKept() throws {
    let session = try Probe.start()
    session.send("LW")
    try session.waitUntil(shows: "key character W")
    session.send("q")
    try session.waitForExit()
    #expect(session.text.contains("a warning"))
    #expect(session.rawOutput.count < 200_000)
  }

  @Test func aTerminalThatIsGoneEndsTheProgram() throws {
    let session = try Probe.start()
    session.hangUp()
    #expect(try session.waitForExit() == .signal(SIGHUP))
  }

  @Test(arguments: [("dumb", "cannotAddressCursor(name: \"dumb\")")])
  func aTerminalThatCannotDoItIsRefusedInWords(name: String, error: String) throws {
    let session = try TerminalSession([Probe.path], environment: ["TERM": name])
    #expect(try session.waitForExit() == .code(1))
    #expect(session.line(0) == "no terminal: \(error)")
    #expect(session.isTerminalAsFound)
  }

  @Test func outputIntoAPipeIsRefused() throws {
    let session = try TerminalSession(["/bin/sh", "-c", "\(Probe.path) | cat"])
    try session.waitForExit()
    #expect(session.line(0) == "no terminal: notATerminal(Terminal.TerminalError.Stream.output)")
  }

  @Test func inputFromAFileIsRefused() throws {
    let session = try TerminalSession(["/bin/sh", "-c", "\(Probe.path) </dev/null"])
    #expect(try session.waitForExit() == .code(1))
    #expect(session.line(0) == "no terminal: notATerminal(Terminal.TerminalError.Stream.input)")
  }

  @Test(arguments: ["T", "N"])
  func waitingEndsWithItsTime(command: String) throws {
    let session = try Probe.start()
    session.send(command)
    try session.waitUntil { $0.line(5) == "key character \(command)" && $0.line(6) == "timeout" }
  }

  @Test func aSecondTerminalIsRefused() throws {
    let session = try Probe.start()
    session.send("D")
    try session.waitUntil(shows: "alreadyOpen")
  }

  @Test func afterClosingAnotherCanBeOpened() throws {
    let session = try Probe.start()
    session.send("W")
    try session.waitUntil(shows: "events 1")
    session.send("M")
    try session.waitUntil(shows: "events 0")
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isTerminalAsFound)
  }

  @Test func theCursorStandsWhereTheFrameSays() throws {
    let session = try Probe.start()
    session.send("C")
    try session.waitUntil { $0.emulator.modes.isCursorVisible }
    #expect(session.emulator.cursor == (2, 3))
    session.send("a")
    try session.waitUntil { !$0.emulator.modes.isCursorVisible }
  }

  @Test func whatSomethingElseWroteIsGoneAfterARedraw() throws {
    let session = try Probe.start()
    session.emulator.feed(Array("\u{1B}[10;10Hgarbage".utf8))
    session.send("R")
    try session.waitUntil { !$0.text.contains("garbage") && $0.text.contains("key character R") }
  }

  @Test func aProgramThatWaitsUsesNoProcessorTime() throws {
    let session = try Probe.start()
    session.send("I")
    try session.waitUntil(shows: "waited using little")
  }
}
