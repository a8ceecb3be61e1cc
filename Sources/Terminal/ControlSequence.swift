import Screen

/// A control sequence taken apart: `CSI` prefix, numbers, intermediates, final byte.
///
///     ESC [ < 0 ; 12 ; 5 M        prefix «<», numbers 0 12 5, final «M»
///     ESC [ ? 2026 ; 2 $ y        prefix «?», numbers 2026 2, intermediates «$», final «y»
struct ControlSequence {
  /// Bytes that are kept of one; a longer one means nothing.
  static let longest = 64

  let prefix: String
  /// Held to 0 … 2²⁰; a number left out is 0.
  let numbers: [Int]
  let intermediates: String
  let final: String

  /// Takes the bytes between `CSI` and the final byte apart; `nil` where they are no such sequence.
  init?(_ bytes: [UInt8], final: UInt8) {
    guard bytes.count <= Self.longest else { return nil }
    var rest = bytes[...]
    let prefix = rest.prefix { (0x3C...0x3F).contains($0) }
    rest = rest.dropFirst(prefix.count)
    let parameters = rest.prefix { (0x30...0x3B).contains($0) }
    rest = rest.dropFirst(parameters.count)
    guard rest.allSatisfy({ (0x20...0x2F).contains($0) }) else { return nil }
    self.prefix = String(decoding: prefix, as: UTF8.self)
    intermediates = String(decoding: rest, as: UTF8.self)
    numbers =
      parameters.isEmpty
      ? [] : parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map(Self.number)
    self.final = String(decoding: [final], as: UTF8.self)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { min(1 << 20, $0 * 10 + Int($1 & 15)) }
  }

  /// What the mouse did, in the form of mode 1006: `CSI < code ; column ; row M`, or `m` when a button came up.
  ///
  /// In the code the lowest two bits are the button, 4 Shift, 8 Alt, 16 Control, 32 motion, 64 the wheel, 128 buttons
  /// that nobody has.
  var mouse: Mouse? {
    guard prefix == "<", intermediates.isEmpty, numbers.count == 3, final == "M" || final == "m" else { return nil }
    let (code, column, row) = (numbers[0], numbers[1] - 1, numbers[2] - 1)
    guard code < 128, row >= 0, column >= 0 else { return nil }
    var held: Key.Modifiers = []
    if code & 4 != 0 { held.insert(.shift) }
    if code & 8 != 0 { held.insert(.alt) }
    if code & 16 != 0 { held.insert(.control) }
    guard let gesture = Self.gesture(code, isRelease: final == "m") else { return nil }
    return Mouse(gesture, row: row, column: column, modifiers: held)
  }

  private static func gesture(_ code: Int, isRelease: Bool) -> Mouse.Gesture? {
    let button: Mouse.Button? = [0: .left, 1: .middle, 2: .right][code & 3]
    if code & 64 != 0 {
      guard !isRelease else { return nil }
      return [.wheel(by: 1), .wheel(by: -1), .wheelSideways(by: -1), .wheelSideways(by: 1)][code & 3]
    }
    if isRelease { return button.map { .release($0) } }
    if code & 32 != 0 { return button.map { .drag($0) } ?? .move }
    return button.map { .press($0) }
  }
}
