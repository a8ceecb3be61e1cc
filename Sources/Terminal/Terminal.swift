import CNcurses
import CTerminal
public import Screen
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal in which the program runs: frames go out, events come in.
///
/// ncurses owns modes, keys and the way in and out; frames are written directly, as the difference from the one before
/// (docs/decisions/0001-frames-are-written-directly.md). However the process ends — `close`, `exit`, a signal, a crash —
/// the terminal is given back as it was found. While it is open, standard error is kept aside and written afterwards.
///
/// There is one at a time, used from the thread that opened it.
///
///     let terminal = try Terminal()
///     defer { terminal.close() }
///     terminal.present(frame)
///     switch terminal.nextEvent() { … }
public final class Terminal {
  private static let isOpen = Mutex(false)

  /// How many colours are written.
  public let depth: ColorDepth
  /// Rows and columns of the window, as of the last event.
  public private(set) var size: Size

  private enum State {
    /// Frames are shown.
    case shown
    /// Given back to the shell, by a stop during which the process was asked to end.
    case released
    case closed
  }

  private let modes: TerminalModes
  private let wakeDescriptor: Int32
  private var writer: FrameWriter
  private var keys: KeyReader?
  private var events = EventQueue()
  private var state = State.shown
  /// Whether the terminal is gone: reading met its end, or writing failed.
  private var isHungUp = false

  /// Opens the terminal of standard input and output and clears it.
  ///
  /// - Parameter color: How many colours to write; `nil` takes what `NO_COLOR`, `COLORTERM`, `TERM` and terminfo say.
  /// - Throws: `TerminalError`; then nothing was changed.
  public init(color: ColorDepth? = nil) throws(TerminalError) {
    let wasOpen = Self.isOpen.withLock { isOpen in
      defer { isOpen = true }
      return isOpen
    }
    if wasOpen { throw .alreadyOpen }
    do {
      modes = try TerminalModes(color: color)
    } catch {
      Self.isOpen.withLock { $0 = false }
      throw error
    }
    wakeDescriptor = modes.wakeDescriptor
    depth = modes.capabilities.depth
    size = modes.measure()
    writer = FrameWriter(modes.capabilities)
    keys = KeyReader()
    enter()
  }

  deinit { close() }

  /// Shows a frame: writes what differs from the one before. A frame of another size than the window is cut at its edges.
  ///
  /// Complexity: O(rows · columns); returns when the terminal has taken all bytes.
  public func present(_ frame: Frame) {
    guard state == .shown else { return }
    writer.encode(frame, on: size)
    let isSent = writer.withBytes(modes.send)
    if !isSent { isHungUp = true }
  }

  /// Makes the next frame be written whole, whatever stands on the screen.
  public func redraw() { writer.forget() }

  /// Gives the terminal back and stops the process and its group, as Ctrl-Z does. Returns after the process was
  /// continued, with `Event.redraw` waiting.
  public func suspend() { stop(group: true) }

  /// Gives the terminal back as it was found. Later calls do nothing.
  public func close() {
    guard state != .closed else { return }
    if state == .shown { modes.leave() }
    state = .closed
    keys = nil
    modes.end()
    Self.isOpen.withLock { $0 = false }
  }

  /// Ends the process by a signal, the terminal given back, so that the shell sees why it ended.
  public static func die(bySignal signal: Int32) -> Never { terminal_die(signal) }

  /// Makes a waiting `nextEvent` return `Event.timeout`. Any thread may call it.
  public static func wake() { terminal_wake() }

  /// The next event, in the order in which they came; a request to end the process passes all others.
  ///
  /// Ctrl-Z suspends and is not returned; Ctrl-C is a key. While waiting, no processor time is used.
  ///
  /// - Parameter timeout: How long to wait; `nil` waits without end, zero not at all.
  /// - Returns: `Event.timeout` when nothing came in time or `wake` was called.
  public func nextEvent(timeout: Duration? = nil) -> Event {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if terminal_pending_signals() != 0, let event = takeSignals() { return event }
      switch events.next() {
      case .key(Key(.character("z"), .control))?: suspend()
      case let event?: return event
      case nil:
        if isHungUp || state != .shown { return .terminate(signal: SIGHUP) }
        if !wait(until: deadline) { return .timeout }
      }
    }
  }
}

extension Terminal {
  /// Waits for input or a signal and reads what arrived; false once the deadline has passed.
  private func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let left = deadline.map { ContinuousClock.now.duration(to: $0) }
    if left ?? .seconds(1) > .zero { terminal_bound_errors() }
    let count = poll(&sources, nfds_t(sources.count), Self.milliseconds(left))
    if count == 0 { return left.map { $0 > .seconds(86_400) } ?? true }
    if count < 0 { return true }
    if Int32(sources[0].revents) & POLLIN != 0, nc_bytes_waiting(STDIN_FILENO) > 0 {
      keys?.read(into: &events.waiting)
    } else if sources[0].revents != 0 {
      isHungUp = true
    }
    return true
  }

  /// What poll() takes: −1 without end, otherwise rounded up, at most a day.
  private static func milliseconds(_ duration: Duration?) -> Int32 {
    guard let duration else { return -1 }
    if duration <= .zero { return 0 }
    let (seconds, attoseconds) = min(duration, .seconds(86_400)).components
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  /// Acts on the signals that came. Returns an event that passes all others.
  private func takeSignals() -> Event? {
    let taken = terminal_take_signals(.max)
    func came(_ signal: Int32) -> Bool { taken & 1 << UInt64(signal) != 0 }
    if let ending = Self.endings.first(where: came) { return .terminate(signal: ending) }
    if came(SIGTSTP) { stop(group: false) } else if came(SIGCONT) { resume() }
    if came(SIGWINCH) { followSize() }
    return came(0) && events.isEmpty ? .timeout : nil
  }

  private static let endings = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]

  private func stop(group: Bool) {
    guard state == .shown else { return }
    modes.leave()
    state = .released
    terminal_stop(group)
    comeBack()
  }

  /// After a stop that could not be prepared (SIGSTOP): the shell may have set other modes and written over the screen.
  private func resume() {
    guard state == .shown else { return }
    if !terminal_is_ours() { terminal_stop_in_background() }
    modes.leave()
    state = .released
    comeBack()
  }

  /// Takes the terminal again, unless the process was asked to end while it was stopped.
  private func comeBack() {
    _ = terminal_take_signals(1 << UInt64(SIGCONT))
    let ending = Self.endings.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    if terminal_pending_signals() & ending != 0 { return }
    enter()
    followSize()
    events.waiting.append(.redraw)
  }

  private func enter() {
    state = .shown
    modes.enter()
    writer.forget()
    // The first reading switches the keypad on, and takes what was typed before.
    keys?.read(into: &events.waiting)
  }

  /// Tells of a new size, once for each change.
  private func followSize() {
    let now = modes.measure()
    if now == size { return }
    size = now
    modes.resize(to: now)
    writer.forget()
    events.waiting.append(.resize(now))
  }
}
