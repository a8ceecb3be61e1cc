import CNcurses
import CTerminal
public import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The way into the terminal and out of it: ncurses' session, and the few modes that it does not know.
final class TerminalModes {
  /// What this terminal can show.
  let capabilities: Capabilities
  /// Readable when a signal came or the program was woken.
  let wakeDescriptor: Int32
  private let screen: OpaquePointer
  private let input: UnsafeMutablePointer<FILE>
  private let output: UnsafeMutablePointer<FILE>
  /// Written after ncurses has taken the screen, and before it gives it back.
  private let entering, leaving: [UInt8]
  /// Written after ncurses has given the screen back: where there was no other screen to come back to, the shell goes on in
  /// a line of its own below the picture.
  private let departing: [UInt8]
  /// Written when nothing but a few bytes can be: all that has to be undone.
  private let restoring: [UInt8]
  /// Switch the mouse's reports on and off; empty where the terminal cannot be asked.
  private let mouseOn, mouseOff: [UInt8]
  /// Whether the terminal understands questions.
  let answersQuestions: Bool
  /// What stands between, if anything does.
  let multiplexer: Multiplexer?

  /// Opens ncurses on standard input and output; the screen is not taken yet.
  init(color: ColorDepth?) throws(TerminalError) {
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal(.input) }
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(.output) }
    let name = Self.environment("TERM").flatMap { $0.isEmpty ? nil : $0 } ?? "xterm-256color"
    let terminfo = try Terminfo.load(name)
    Terminfo.unload()
    Self.chooseLocale()

    // Handlers that stand when ncurses starts keep it from installing its own.
    wakeDescriptor = terminal_install(STDIN_FILENO, STDOUT_FILENO)
    guard wakeDescriptor >= 0, let output = fdopen(dup(STDOUT_FILENO), "w"),
      let input = fdopen(dup(STDIN_FILENO), "r")
    else {
      let error = errno
      terminal_uninstall()
      throw .system(error)
    }
    set_escdelay(25)
    guard let screen = newterm(terminfo.name, output, input) else {
      fclose(input)
      fclose(output)
      terminal_uninstall()
      throw .unknownTerminal(name: name)
    }
    (self.screen, self.input, self.output) = (screen, input, output)
    raw()
    noecho()
    nonl()
    typeahead(-1)
    let depth = color ?? .detected(environment: Self.environment, colors: terminfo.number("colors"))
    capabilities = Capabilities(terminfo, depth: depth)

    let isAnsi = Capabilities.isAnsi(terminfo)
    answersQuestions = isAnsi && Inquiry.isUnderstood(byTerminal: name)
    multiplexer = Multiplexer(environment: Self.environment)
    // Presses, drags, all movements, in the form of decimal numbers.
    let mouse = ["1000", "1002", "1003", "1006"]
    mouseOn = answersQuestions ? mouse.flatMap { Array("\u{1B}[?\($0)h".utf8) } : []
    mouseOff = answersQuestions ? mouse.reversed().flatMap { Array("\u{1B}[?\($0)l".utf8) } : []
    let wraps = terminfo.flag("am") && !terminfo.flag("xenl")
    let pasteOff = isAnsi ? Array("\u{1B}[?2004l".utf8) : []
    entering =
      (isAnsi ? Array("\u{1B}[?2004h".utf8) : []) + (wraps ? terminfo.string("rmam") ?? [] : [])
    leaving =
      (answersQuestions ? Array("\u{1B}[?2026l".utf8) : []) + mouseOff + capabilities.plain + pasteOff
      + (wraps ? terminfo.string("smam") ?? [] : []) + capabilities.showCursor
    departing = terminfo.string("rmcup") == nil ? Array("\r\n".utf8) : []
    restoring =
      leaving + (terminfo.string("rmkx") ?? [])
      + (terminfo.string("rmcup") ?? Array((isAnsi ? "\u{1B}[999H\r\n" : "\r\n").utf8))
  }

  /// Takes the screen, cleared.
  func enter() {
    terminal_arm(restoring, restoring.count)
    terminal_capture_errors()
    clearok(nc_curscr(), true)
    doupdate()
    _ = entering.withUnsafeBufferPointer(send)
  }

  /// Switches the mouse's reports. While they come, the terminal's own selection of text needs Shift.
  func reportMouse(_ isOn: Bool) {
    _ = (isOn ? mouseOn : mouseOff).withUnsafeBufferPointer(send)
  }

  /// Gives the screen back, and what was written to standard error meanwhile.
  func leave() {
    if terminal_is_ours() {
      _ = leaving.withUnsafeBufferPointer(send)
      endwin()
      _ = departing.withUnsafeBufferPointer(send)
      terminal_disarm()
      terminal_release_errors()
    } else {
      terminal_restore()
    }
  }

  /// Ends ncurses' session; nothing may be called after it.
  func end() {
    delscreen(screen)
    fclose(input)
    fclose(output)
    terminal_uninstall()
  }

  /// The window's rows and columns; what terminfo or the environment say where the system does not know.
  func measure() -> Size { Terminal.window ?? Size(rows: Int(nc_lines()), columns: Int(nc_columns())) }

  /// Tells ncurses of the window's size.
  func resize(to size: Size) {
    resize_term(Int32(clamping: size.rows), Int32(clamping: size.columns))
  }

  /// Writes all the bytes, waiting while the terminal takes none. False once it is gone.
  func send(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard var next = bytes.baseAddress.map(UnsafeRawPointer.init) else { return true }
    let end = next + bytes.count
    while next < end {
      let count = write(STDOUT_FILENO, next, end - next)
      if count > 0 {
        next += count
      } else if errno == EAGAIN {
        var room = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        _ = poll(&room, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The user's locale for characters alone, so that numbers keep their points; one of UTF-8 if theirs is not.
  private static func chooseLocale() {
    for name in ["", "C.UTF-8", "en_US.UTF-8", "UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if let codeset = nc_codeset(), String(cString: codeset).uppercased() == "UTF-8" { return }
    }
  }
}

extension Terminal {
  /// The window that standard output goes to; `nil` where it goes elsewhere, or the system does not know.
  public static var window: Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard nc_window_size(STDOUT_FILENO, &rows, &columns) == 0, rows > 0, columns > 0 else { return nil }
    return Size(rows: Int(rows), columns: Int(columns))
  }
}
