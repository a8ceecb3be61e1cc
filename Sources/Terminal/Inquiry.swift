import Screen

/// The questions put to the terminal at the start, and what became of them.
///
/// All are sent at once, ahead of the first frame, and nothing waits for the answers: they come in between keys. The last
/// question is one that every terminal answers, so that its answer tells that no other will come.
struct Inquiry {
  /// How long an answer may take before the terminal counts as one that gives none.
  static let patience = Duration.milliseconds(150)
  /// How long after the questions a lone Escape may still be the first byte of an answer.
  static let vigilance = Duration.seconds(5)
  /// How long the rest of an answer is waited for, once it has begun.
  static let pause = Duration.milliseconds(500)

  /// When the questions were sent.
  let asked: ContinuousClock.Instant
  /// How long the last answer took, once it came.
  private(set) var delay: Duration?

  /// Whether answers may still come.
  var isOpen: Bool { delay == nil }

  /// Notes an answer; returns the event that it is to the program.
  mutating func take(_ reply: TerminalReply) -> Event? {
    switch reply {
    case .background(let color): return .background(color)
    // Three columns more: a terminal that takes each byte for a sign, not UTF-8 for one.
    case .cursor(row: 2, column: 3...4): return .ambiguousSignsAreWide
    case .attributes:
      delay = delay ?? ContinuousClock.now - asked
      return nil
    case .cursor, .mode: return nil
    }
  }

  /// The questions: is there synchronised output (mode 2026), what is the background (OSC 11), how wide is a half block
  /// (written in the second row, where the answer is no key's sequence; the first frame covers it), and what are you.
  static func questions(on size: Size) -> [UInt8] {
    let width = size.rows >= 2 && size.columns >= 4 ? "\u{1B}[2;1H\u{2580}\u{1B}[6n" : ""
    return Array("\u{1B}[?2026$p\u{1B}]11;?\u{1B}\\\(width)\u{1B}[c".utf8)
  }

  /// Whether a terminal of this name understands them. Those that do not are older than the questions, or no windows; on
  /// some of them a question would be drawn.
  static func isUnderstood(byTerminal name: String) -> Bool {
    let silent = [
      "linux", "ansi", "cons", "pcansi", "sun", "wy", "fbterm", "jfbterm", "eterm", "cygwin", "dumb",
    ]
    // vt100 and its like, not VTE.
    let isNumberedVT = name.hasPrefix("vt") && name.dropFirst(2).first?.isNumber == true
    return !isNumberedVT && !silent.contains { name.hasPrefix($0) }
  }
}
