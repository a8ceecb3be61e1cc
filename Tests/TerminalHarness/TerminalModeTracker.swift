/// Which modes a program has switched on and off again, read from the bytes that it writes.
public struct TerminalModeTracker: Sendable {
  private enum State { case ground, escape, sequence }

  /// Private modes (`CSI ? n h` and `l`) that were ever switched, and whether they are on.
  public private(set) var privateModes: [Int: Bool] = [:]
  /// Whether the keypad sends application sequences (`ESC =`, `ESC >`).
  public private(set) var isKeypadInApplicationMode = false
  private var state = State.ground
  private var parameters = ""

  /// A terminal as it is switched on.
  public init() {}

  /// Whether the alternate screen is shown.
  public var isAlternateScreen: Bool { [47, 1047, 1049].contains { privateModes[$0] == true } }
  /// Whether the cursor is visible.
  public var isCursorVisible: Bool { privateModes[25] != false }
  /// Whether pasted text comes in marks.
  public var isPasteBracketed: Bool { privateModes[2004] == true }
  /// Whether nothing is left on that a shell would notice: alternate screen, hidden cursor, application keys, mouse,
  /// focus and paste reports, no wrapping.
  public var isAsFound: Bool {
    let troubling = [1, 9, 1000, 1002, 1003, 1004, 1005, 1006, 1015]
    return !isAlternateScreen && isCursorVisible && !isPasteBracketed && !isKeypadInApplicationMode
      && privateModes[7] != false && !troubling.contains { privateModes[$0] == true }
  }

  mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    let character = Character(Unicode.Scalar(byte))
    switch state {
    case .ground: if byte == 0x1B { state = .escape }
    case .escape:
      state = character == "[" ? .sequence : .ground
      parameters = ""
      if character == "=" { isKeypadInApplicationMode = true }
      if character == ">" { isKeypadInApplicationMode = false }
    case .sequence:
      if (0x20...0x3F).contains(byte) {
        parameters.append(character)
        return
      }
      state = .ground
      guard character == "h" || character == "l", parameters.first == "?" else { return }
      for mode in parameters.dropFirst().split(separator: ";").compactMap({ Int($0) }) {
        privateModes[mode] = character == "h"
      }
    }
  }
}
