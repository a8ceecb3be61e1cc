import Foundation
import Screen
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program for the tests: it shows a known pattern and the events that come, and ends as it is told.
///
///     terminal-probe [mono|16|256|truecolor]
///     terminal-probe starts
///
/// The latter tells how long the fastest of five starts took, from opening until the first frame was sent, in milliseconds.
/// Key m switches the mouse's reports, y copies a text.
@main struct TerminalProbe {
  static func main() throws {
    if CommandLine.arguments.dropFirst().first == "starts" { try measureStarts() } else { open() }
  }

  private static func measureStarts() throws {
    let times = try (0..<5).map { _ in
      let start = ContinuousClock.now
      let terminal = try Terminal()
      defer { terminal.close() }
      terminal.present(pattern(terminal, log: []))
      return start.duration(to: .now)
    }
    print("fastest \((times.min() ?? .zero) / .milliseconds(1))")
  }

  private static func open() {
    let color = CommandLine.arguments.dropFirst().first.flatMap(ColorDepth.init(rawValue:))
    do {
      run(try Terminal(color: color))
    } catch {
      print("no terminal: \(error)")
      exit(1)
    }
  }

  private static func run(_ terminal: Terminal) {
    var log: [String] = []
    while true {
      terminal.present(pattern(terminal, log: log))
      let event = terminal.nextEvent()
      log.append(describe(event))
      switch event {
      case .key(Key(.character("q"))):
        terminal.close()
        print("bye")
        return
      case .key(Key(.character("X"))): fatalError("the probe was told to fail")
      case .key(Key(.character("B"))): Thread.detachNewThread { fatalError("the probe was told to fail") }
      case .key(Key(.character("A"))): abort()
      case .key(Key(.character("S"))): UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
      case .key(Key(.character("O"))): print(depth(0))
      case .key(Key(.character("E"))): exit(3)
      case .key(Key(.character("m"))): terminal.reportsMouse.toggle()
      case .key(Key(.character("y"))): terminal.copy("位置 copied")
      case .key(Key(.character("W"))): warn("a warning\n")
      case .key(Key(.character("L"))): warn(String(repeating: "a long line of complaints\n", count: 100_000))
      case .key(Key(.character("T"))): log.append(describe(terminal.nextEvent(timeout: .milliseconds(20))))
      case .key(Key(.character("N"))): log.append(describe(terminal.nextEvent(timeout: .zero)))
      case .key(Key(.character("D"))): log.append(second())
      case .key(Key(.character("R"))): terminal.redraw()
      case .key(Key(.character("Z"))), .key(Key(.character("z"), .control)): terminal.suspend()
      case .key(Key(.character("Y"))): kill(getpid(), SIGTSTP)
      case .key(Key(.character("I"))):
        let before = clock()
        _ = terminal.nextEvent(timeout: .milliseconds(200))
        log.append("waited using \(Int(clock() - before) < Int(CLOCKS_PER_SEC) / 20 ? "little" : "much")")
      case .key(Key(.character("M"))):
        terminal.close()
        return open()
      case .terminate(let signal):
        terminal.close()
        Terminal.die(bySignal: signal)
      default: continue
      }
    }
  }

  /// What becomes of another terminal while one is open.
  private static func second() -> String {
    do {
      _ = try Terminal()
      return "opened"
    } catch {
      return "\(error)"
    }
  }

  /// Overflows the stack.
  private static func depth(_ level: Int) -> Int {
    level < 0 ? level : withUnsafeTemporaryAllocation(of: Int.self, capacity: 1024) { $0.count } + depth(level + 1)
  }

  private static func warn(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  private static func pattern(_ terminal: Terminal, log: [String]) -> Frame {
    var frame = Frame(terminal.size)
    let accent = Style(Color(hex: 0xFF8000), on: Color(hex: 0x121A24), .bold)
    frame.write("probe 位置 é e\u{301}", row: 0, column: 1, style: accent)
    for column in 0..<terminal.size.columns {
      let upper = Color(red: UInt8(truncatingIfNeeded: column * 3), green: 64, blue: 128)
      frame.put(Cell("▀", Style(upper, on: Color(hex: 0x204060))), row: 1, column: column)
    }
    frame.write("depth \(terminal.depth.rawValue)", row: 2, column: 0, style: Style())
    frame.write("size \(terminal.size.rows) \(terminal.size.columns)", row: 3, column: 0, style: Style())
    frame.write("events \(log.count)", row: 4, column: 0, style: Style())
    for (offset, line) in log.suffix(max(0, terminal.size.rows - 6)).enumerated() {
      frame.write(line, row: 5 + offset, column: 0, style: Style())
    }
    frame.cursor = log.last == "key character C" ? (2, 3) : nil
    frame.write("last", row: terminal.size.rows - 1, column: terminal.size.columns - 4, style: Style())
    return frame
  }

  private static func describe(_ event: Event) -> String {
    switch event {
    case .key(let key): "key \(describe(key))"
    case .paste(let text): "paste \(text)"
    case .resize(let size): "resize \(size.rows) \(size.columns)"
    case .redraw: "redraw"
    case .mouse(let mouse): "mouse \(describe(mouse))"
    case .background(let color): "background \(String(color.hex, radix: 16))"
    case .ambiguousSignsAreWide: "wide"
    case .terminate(let signal): "terminate \(signal)"
    case .timeout: "timeout"
    }
  }

  private static func describe(_ modifiers: Key.Modifiers) -> String {
    let held: [(Key.Modifiers, String)] = [(.control, "control-"), (.alt, "alt-"), (.shift, "shift-")]
    return held.filter { modifiers.contains($0.0) }.map(\.1).joined()
  }

  private static func describe(_ mouse: Mouse) -> String {
    "\(describe(mouse.modifiers))\(mouse.gesture) at \(mouse.row) \(mouse.column)"
      .replacing("Screen.Mouse.Button.", with: "")
  }

  private static func describe(_ key: Key) -> String {
    let prefix = describe(key.modifiers)
    switch key.code {
    case .character(let scalar): return prefix + "character \(scalar)"
    case .function(let number): return prefix + "F\(number)"
    default: return prefix + "\(key.code)"
    }
  }
}
