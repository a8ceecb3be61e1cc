import CPty
public import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program on a pseudo-terminal, and the screen that its output makes.
///
/// Tests wait for states, never for time: `waitUntil` reads what the program writes until a condition holds.
///
///     let session = try TerminalSession(["/bin/sh", "-c", "echo hello"], size: Size(rows: 4, columns: 20))
///     try session.waitForExit()  // .code(0)
///     session.line(0)  // "hello"
public final class TerminalSession {
  /// How a program ended.
  public enum Exit: Hashable, Sendable {
    /// It returned or called exit.
    case code(Int32)
    /// A signal ended it.
    case signal(Int32)
  }

  /// What went wrong with a session.
  public enum Failure: Error {
    /// The system refused a pseudo-terminal or a process; the number is `errno`.
    case system(Int32)
    /// What was waited for did not come; the screen as it is instead.
    case timedOut(screen: String)
  }

  /// How long is waited for something that must come: far longer than it takes on a busy machine.
  public static let patience = Duration.seconds(30)

  /// The process that was started.
  public let process: Int32
  /// The screen.
  public let emulator: Emulator
  /// Everything the program wrote.
  public private(set) var rawOutput: [UInt8] = []
  /// Whether the emulator's answers to questions reach the program; some terminals give none.
  public let answers: Bool
  private var terminal: Int32
  private var modesFound = termios()
  private var exit: Exit?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: Its path and what follows.
  ///   - environment: Its whole environment, besides the few variables that every program needs.
  ///   - size: The window.
  ///   - answers: Whether questions are answered.
  public init(
    _ arguments: [String], environment: [String: String] = [:], size: Size = Size(rows: 24, columns: 80),
    answers: Bool = true
  ) throws(Failure) {
    self.answers = answers
    let common = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let variables = common.merging(environment) { $1 }.map { "\($0)=\($1)" }
    var argumentPointers = arguments.map { strdup($0) } + [nil]
    var variablePointers = variables.map { strdup($0) } + [nil]
    terminal = -1
    process = pty_spawn(
      arguments.first ?? "", &argumentPointers, &variablePointers, Int32(size.rows), Int32(size.columns), &terminal,
      &modesFound)
    let error = errno
    for pointer in argumentPointers + variablePointers { free(pointer) }
    emulator = Emulator(size)
    if process < 0 { throw .system(error) }
    _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if exit == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }

  /// Everything the program wrote, as text: also what has left the screen.
  public var output: String { String(decoding: rawOutput, as: UTF8.self) }
  /// All rows of the screen, one a line.
  public var text: String { emulator.text }
  /// One row of the screen, without the blanks at its end.
  public func line(_ row: Int) -> String { emulator.line(row) }
  /// One cell of the screen.
  public func cell(row: Int, column: Int) -> EmulatedCell { emulator.cell(row: row, column: column) }
  /// Whether the terminal's modes, those of the system and those of the emulator, are as the program found them.
  public var isTerminalAsFound: Bool { pty_modes_are(terminal, &modesFound) && emulator.modes.isAsFound }

  /// Types.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes, whatever they are.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, min($0.count, 1024)) }
      if count <= 0, errno != EAGAIN { return }
      rest = rest.dropFirst(max(0, count))
      // A program that answers while it is typed to must be listened to, or both would wait.
      read(within: count > 0 ? 0 : 10)
    }
  }

  /// Gives the window another size.
  public func resize(_ size: Size) {
    emulator.resize(size)
    _ = pty_resize(terminal, Int32(size.rows), Int32(size.columns))
  }

  /// Sends the process a signal.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Takes the terminal away, as a closed window or a broken connection does.
  public func hangUp() {
    if terminal >= 0 { close(terminal) }
    terminal = -1
  }

  /// Waits until a signal has stopped the process.
  public func waitUntilStopped() throws(Failure) {
    try waitUntil { session in
      var status: Int32 = 0
      return waitpid(session.process, &status, WNOHANG | WUNTRACED) == session.process && pty_was_stopped(status)
    }
  }

  /// Puts the modes back that the program found, as a shell does when a program in its foreground stops.
  public func restoreModes() { tcsetattr(terminal, TCSANOW, &modesFound) }

  /// Reads what the program writes until a condition holds.
  public func waitUntil(_ condition: (TerminalSession) -> Bool) throws(Failure) {
    let end = ContinuousClock.now + Self.patience
    while !condition(self) {
      if ContinuousClock.now > end { throw .timedOut(screen: text) }
      read(within: 10)
    }
  }

  /// Waits until a text is on the screen.
  public func waitUntil(shows text: String) throws(Failure) {
    try waitUntil { $0.text.contains(text) }
  }

  /// Waits until the program has ended and reads what it wrote last.
  @discardableResult
  public func waitForExit() throws(Failure) -> Exit {
    try waitUntil { $0.ended() != nil }
    while read(within: 0) { continue }
    guard let exit else { throw .timedOut(screen: text) }
    return exit
  }

  private func ended() -> Exit? {
    var status: Int32 = 0
    if exit == nil, waitpid(process, &status, WNOHANG) == process {
      exit = pty_was_signalled(status) ? .signal(pty_result(status)) : .code(pty_result(status))
    }
    return exit
  }

  /// Reads once what is there within so many milliseconds. False when there was nothing, or the other side is closed.
  @discardableResult
  private func read(within milliseconds: Int32) -> Bool {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return false }
    guard Int32(source.revents) & POLLIN != 0 else {
      // Closed: nothing will come, and poll() would not wait.
      _ = poll(nil, 0, milliseconds)
      return false
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, bytesRead(terminal, buffer))
    }
    rawOutput += bytes
    emulator.feed(bytes)
    let answer = emulator.takeAnswer()
    if answers, !answer.isEmpty { _ = write(terminal, answer, answer.count) }
    return !bytes.isEmpty
  }
}

/// read(2), which the method of the same name hides.
private func bytesRead(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
