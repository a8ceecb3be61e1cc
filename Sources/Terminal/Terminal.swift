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
  /// Whether what the mouse does comes as events. Terminals that have no such mode send none.
  public var reportsMouse: Bool {
    didSet { if state == .shown, reportsMouse != oldValue { modes.reportMouse(reportsMouse) } }
  }

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
  /// The questions put to the terminal, once they are.
  private var inquiry: Inquiry?
  /// When an Escape that may begin an answer is taken for the key, and a paste that does not end for complete.
  private var decision: ContinuousClock.Instant?
  /// Whether the terminal is gone: reading met its end, or writing failed.
  private var isHungUp = false

  /// Opens the terminal of standard input and output and clears it.
  ///
  /// - Parameters:
  ///   - color: How many colours to write; `nil` takes what `NO_COLOR`, `COLORTERM`, `TERM` and terminfo say.
  ///   - reportsMouse: Whether what the mouse does comes as events.
  /// - Throws: `TerminalError`; then nothing was changed.
  public init(color: ColorDepth? = nil, reportsMouse: Bool = false) throws(TerminalError) {
    self.reportsMouse = reportsMouse
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
    ask()
    let isSent = writer.withBytes(modes.send)
    if !isSent { isHungUp = true }
  }

  /// Puts a text into the clipboard of the person's machine, where the terminal allows it. At most 64 KiB.
  public func copy(_ text: String) {
    guard state == .shown, modes.answersQuestions else { return }
    _ = Clipboard.sequence(for: text, through: modes.multiplexer).withUnsafeBufferPointer(modes.send)
  }

  /// Makes the next frame be written whole, whatever stands on the screen.
  public func redraw() { writer.forget() }

  /// Gives the terminal back and stops the process and its group, as Ctrl-Z does. Returns after the process was
  /// continued, with `Event.redraw` waiting.
  public func suspend() { stop(group: true) }

  /// Gives the terminal back as it was found. Later calls do nothing.
  public func close() {
    guard state != .closed else { return }
    if state == .shown { leave() }
    state = .closed
    keys = nil
    modes.end()
    Self.isOpen.withLock { $0 = false }
  }

  /// Ends the process by a signal, the terminal given back, so that the shell sees why it ended.
  public static func die(bySignal signal: Int32) -> Never { terminal_die(signal) }

  /// The next event, in the order in which they came; a request to end the process passes all others.
  ///
  /// Ctrl-Z and Ctrl-C are keys like others: what they do is the program's to say. While waiting, no processor time is used.
  ///
  /// - Parameter timeout: How long to wait; `nil` waits without end, zero not at all.
  /// - Returns: `Event.timeout` when nothing came in time.
  public func nextEvent(timeout: Duration? = nil) -> Event {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if terminal_pending_signals() != 0, let event = takeSignals() { return event }
      switch events.next() {
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
    let next = [deadline, decision].compactMap { $0 }.min()
    let left = next.map { ContinuousClock.now.duration(to: $0) }
    if left ?? .seconds(1) > .zero { terminal_bound_errors() }
    let count = poll(&sources, nfds_t(sources.count), Self.milliseconds(left))
    if count == 0 {
      if let decision, ContinuousClock.now >= decision { decide() }
      return !events.isEmpty || deadline.map { $0 > ContinuousClock.now } ?? true
    }
    if count < 0 { return true }
    if Int32(sources[0].revents) & POLLIN != 0, nc_bytes_waiting(STDIN_FILENO) > 0 {
      read()
    } else if sources[0].revents != 0 {
      isHungUp = true
    }
    return true
  }

  /// Reads what arrived: keys become events, answers what they tell.
  private func read() {
    let isAwaiting = inquiry.map { $0.isOpen && ContinuousClock.now - $0.asked < Inquiry.vigilance } ?? false
    keys?.read(into: &events.waiting, isAwaitingReplies: isAwaiting)
    if keys?.isPasting == true {
      decision = .now + Self.longestSilence
    } else {
      decision = keys?.isUndecided == true ? decision ?? .now + Inquiry.pause : nil
    }
    for reply in keys?.takeReplies() ?? [] {
      if case .mode(2026, let setting) = reply { writer.isSynchronised = setting == 1 || setting == 2 }
      if let event = inquiry?.take(reply) { events.waiting.append(event) }
    }
  }

  /// How long a terminal may be silent in the middle of a paste.
  private static let longestSilence = Duration.seconds(1)

  /// No answer went on from the Escape that came last, or nothing from the paste: it is complete.
  private func decide() {
    decision = nil
    keys?.settle(into: &events.waiting)
  }

  /// Puts the questions, once, just ahead of the first frame.
  private func ask() {
    guard inquiry == nil, modes.answersQuestions else { return }
    inquiry = Inquiry(asked: .now)
    _ = Inquiry.questions(on: size).withUnsafeBufferPointer(modes.send)
  }

  /// Gives the screen back. Answers and movements of the mouse that are on their way are read first: they would come to
  /// the shell as if they had been typed.
  private func leave() {
    if var last = inquiry, !isHungUp, terminal_is_ours() {
      var limit = last.asked + Inquiry.patience
      if !last.isOpen, reportsMouse, let delay = last.delay {
        modes.reportMouse(false)
        _ = Array("\u{1B}[c".utf8).withUnsafeBufferPointer(modes.send)
        last = Inquiry(asked: .now)
        limit = last.asked + min(.seconds(1), max(Inquiry.patience, delay * 4))
      }
      inquiry = last
      while inquiry?.isOpen == true, ContinuousClock.now < limit, waitForInput(until: limit) { read() }
    }
    modes.leave()
  }

  /// Whether something arrived before an instant; signals do not end the waiting.
  private func waitForInput(until limit: ContinuousClock.Instant) -> Bool {
    while true {
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let count = poll(&source, 1, Self.milliseconds(ContinuousClock.now.duration(to: limit)))
      if count < 0, errno == EINTR { continue }
      return count > 0 && Int32(source.revents) & POLLIN != 0 && nc_bytes_waiting(STDIN_FILENO) > 0
    }
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
    return nil
  }

  private static let endings = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]

  private func stop(group: Bool) {
    guard state == .shown else { return }
    leave()
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
    if reportsMouse { modes.reportMouse(true) }
    writer.forget()
    // The first reading switches the keypad on, and takes what was typed before.
    read()
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
