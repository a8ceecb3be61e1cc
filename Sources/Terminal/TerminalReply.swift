package import Screen

/// What a terminal answers to a question.
package enum TerminalReply: Hashable, Sendable {
  /// A private mode (DECRPM): 0 unknown, 1 set, 2 reset, 3 always set, 4 always reset.
  case mode(Int, setting: Int)
  /// The colour behind text (OSC 11).
  case background(Color)
  /// Where the cursor stands (CPR), counted from 1.
  case cursor(row: Int, column: Int)
  /// What it is (DA1): every terminal answers this, so answers to earlier questions have come or never will.
  case attributes

  /// The reply that a control sequence is, without its introducer; `nil` when it is none.
  init?(_ sequence: ControlSequence) {
    switch (sequence.prefix, sequence.intermediates, sequence.final) {
    case ("?", "$", "y"):
      guard sequence.numbers.count == 2 else { return nil }
      self = .mode(sequence.numbers[0], setting: sequence.numbers[1])
    case ("?", "", "c"): self = .attributes
    case ("", "", "R"):
      guard sequence.numbers.count == 2 else { return nil }
      self = .cursor(row: sequence.numbers[0], column: sequence.numbers[1])
    default: return nil
    }
  }

  /// The reply that a command string is, between `OSC` and its end: `11;rgb:1e1e/1e1e/2e2e`, one to four hexadecimal
  /// digits a part, also `rgba:` and `#1e1e2e`.
  init?(command: [UInt8]) {
    let text = String(decoding: command, as: UTF8.self)
    guard text.hasPrefix("11;") else { return nil }
    let value = text.dropFirst(3)
    let parts: [Substring]
    if value.hasPrefix("#") {
      let digits = value.dropFirst()
      let length = digits.utf8.count / 3
      guard length > 0, digits.utf8.count == 3 * length else { return nil }
      parts = (0..<3).map { digits.dropFirst($0 * length).prefix(length) }
    } else if let colon = value.firstIndex(of: ":"), ["rgb", "rgba"].contains(value[..<colon]) {
      parts = value[value.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
    } else {
      return nil
    }
    let levels = parts.compactMap(Self.level)
    guard levels.count == parts.count, (3...4).contains(levels.count) else { return nil }
    self = .background(Color(red: levels[0], green: levels[1], blue: levels[2]))
  }

  /// A part of a colour, scaled to 0 … 255.
  private static func level(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16)
    else { return nil }
    return UInt8(clamping: (value * 255 * 2 + Self.full(digits)) / (2 * Self.full(digits)))
  }

  private static func full(_ digits: Substring) -> Int { 1 << (4 * digits.utf8.count) - 1 }
}
