public import Screen

extension Key {
  /// The key called so: «j», «Ctrl-R», «Shift-Right», «F5», «Space»; names as `name(asciiOnly:)` gives them, or arrows.
  /// Capitals do not matter but for a single character.
  public init?(named name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    let prefixes: [(String, Modifiers)] = [
      ("ctrl-", .control), ("c-", .control), ("alt-", .alt), ("a-", .alt), ("shift-", .shift), ("s-", .shift),
    ]
    while let (prefix, modifier) = prefixes.first(where: {
      rest.count > $0.0.count && rest.lowercased().hasPrefix($0.0)
    }) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    if rest.unicodeScalars.count == 1, let scalar = rest.unicodeScalars.first, scalar.value > 0x20,
      scalar.value != 0x7F,
      Self.arrows[rest.lowercased()] == nil
    {
      let letter = modifiers.contains(.control) ? rest.lowercased().unicodeScalars.first ?? scalar : scalar
      guard !modifiers.contains(.shift), !modifiers.contains(.control) || Self.isSent(withControl: letter) else {
        return nil
      }
      self.init(.character(letter), modifiers)
      return
    }
    let word = rest.lowercased()
    if word == "tab", modifiers == .shift {
      self.init(.backTab)
    } else if word.hasPrefix("f"), let number = Int(word.dropFirst()), (1...12).contains(number) {
      self.init(.function(number), modifiers)
    } else if let code = Self.arrows[word] ?? Self.words[word], Self.isSent(code, with: modifiers) {
      self.init(code, modifiers)
    } else {
      return nil
    }
  }

  /// Whether terminals send a key of its own for a letter with Ctrl: those of H, I, J and M are Backspace, Tab and Enter,
  /// and of what is no letter few are sent at all. A letter with Shift is the capital.
  private static func isSent(withControl letter: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(letter) && !"hijm".unicodeScalars.contains(letter)
  }

  /// Whether terminals send a key that has a name otherwise when others are held: what moves and edits with any, Enter,
  /// Tab, Backspace and Space as bytes that only Alt, and of Space Ctrl, change.
  private static func isSent(_ code: Code, with held: Modifiers) -> Bool {
    switch code {
    case .enter, .tab, .backspace: held.isSubset(of: .alt)
    case .character: !held.contains(.shift)
    case .escape: held.isEmpty
    default: true
    }
  }

  private static let arrows: [String: Code] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

  private static let words: [String: Code] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end, "pgup": .pageUp,
    "pgdn": .pageDown, "pageup": .pageUp, "pagedown": .pageDown, "enter": .enter, "return": .enter, "tab": .tab,
    "esc": .escape, "escape": .escape, "backspace": .backspace, "del": .delete, "delete": .delete, "ins": .insert,
    "insert": .insert, "space": .character(" "),
  ]
}
