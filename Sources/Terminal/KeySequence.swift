import Screen

/// A sequence of bytes that terminals send for a key, beyond those in their terminfo entries.
struct KeySequence {
  /// What is sent.
  let bytes: String
  /// What it means.
  let meaning: KeyDecoder.Meaning

  /// What xterm and its many followers send: arrows and editing keys in both cursor modes, with any modifiers
  /// (`CSI 1 ; m A` where m − 1 is a set of Shift 1, Alt 2, Control 4), and the marks around a paste.
  ///
  /// Terminfo lists only the arrows of application mode, and those with modifiers under names that are not standard.
  static let all: [KeySequence] = {
    var all = [
      KeySequence(bytes: "\u{1B}[200~", meaning: .pasteStart), KeySequence(bytes: "\u{1B}[201~", meaning: .pasteEnd),
      KeySequence(bytes: "\u{1B}[Z", meaning: .key(Key(.backTab))),
    ]
    for (letter, code) in lettered {
      all.append(KeySequence(bytes: "\u{1B}[\(letter)", meaning: .key(Key(code))))
      all.append(KeySequence(bytes: "\u{1B}O\(letter)", meaning: .key(Key(code))))
      for (number, held) in modified {
        all.append(KeySequence(bytes: "\u{1B}[1;\(number)\(letter)", meaning: .key(Key(code, held))))
      }
    }
    for (prefix, code) in numbered {
      all.append(KeySequence(bytes: "\u{1B}[\(prefix)~", meaning: .key(Key(code))))
      for (number, held) in modified {
        all.append(KeySequence(bytes: "\u{1B}[\(prefix);\(number)~", meaning: .key(Key(code, held))))
      }
    }
    return all
  }()

  private static let lettered: [(String, Key.Code)] = [
    ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ("P", .function(1)), ("Q", .function(2)), ("R", .function(3)), ("S", .function(4)),
  ]

  private static let numbered: [(Int, Key.Code)] = [
    (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home), (8, .end),
    (11, .function(1)), (12, .function(2)), (13, .function(3)), (14, .function(4)), (15, .function(5)),
    (17, .function(6)), (18, .function(7)), (19, .function(8)), (20, .function(9)), (21, .function(10)),
    (23, .function(11)), (24, .function(12)),
  ]

  private static let modified: [(Int, Key.Modifiers)] = (1...7).map { bits in
    var held: Key.Modifiers = []
    if bits & 1 != 0 { held.insert(.shift) }
    if bits & 2 != 0 { held.insert(.alt) }
    if bits & 4 != 0 { held.insert(.control) }
    return (bits + 1, held)
  }
}
