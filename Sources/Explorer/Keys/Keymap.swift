public import Screen

/// One thing a key does: the table of these makes look-up, the help page, the footer and the manual's page of keys.
public struct Binding: Hashable, Sendable {
  /// Chapters of the page of keys.
  public enum Chapter: Int, Hashable, Sendable, CaseIterable {
    case moving, encoding, picture, lesson, program
  }

  /// What the settings call it.
  public let name: String
  /// Keys that do it; the first is the one to show.
  public let keys: [Key]
  /// What it does, to the program.
  public let action: Action
  /// The chapter in which it is listed.
  public let chapter: Chapter
  /// A word for the footer, both languages; empty where the footer does not name it.
  let hint: (english: String, chinese: String)
  /// What it does, to a person, both languages.
  let meaning: (english: String, chinese: String)

  /// Two bindings are the same when the same keys do the same.
  public static func == (left: Binding, right: Binding) -> Bool {
    left.keys == right.keys && left.action == right.action
  }

  /// Hashes the keys and what they do.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(keys)
    hasher.combine(action)
  }

  init(
    _ name: String, _ keys: [Key], _ action: Action, _ chapter: Chapter, _ english: String, _ chinese: String,
    hint: (String, String) = ("", "")
  ) {
    (self.name, self.keys, self.action, self.chapter, self.hint) = (name, keys, action, chapter, hint)
    meaning = (english, chinese)
  }

  /// A command of the command line on keys.
  init(command: String, keys: [Key], action: Action) {
    self.init(command, keys, action, .program, command, command)
  }

  /// The same on other keys.
  func bound(to keys: [Key]) -> Binding {
    Binding(name, keys, action, chapter, meaning.english, meaning.chinese, hint: hint)
  }
}

/// What the keys do while the picture has them.
public struct Keymap: Hashable, Sendable {
  /// All bindings, in the order of the page of keys.
  public let bindings: [Binding]
  private let actions: [Key: Action]
  private let lessonActions: [Key: Action]

  /// The keys as they are without a person's own settings.
  public static let standard = Keymap(bindings: standardBindings)

  /// A keymap; of two bindings of one key the first counts.
  public init(bindings: [Binding]) {
    self.bindings = bindings
    actions = Self.table(of: bindings.filter { $0.chapter != .lesson })
    lessonActions = Self.table(of: bindings.filter { $0.chapter == .lesson })
  }

  private static func table(of bindings: [Binding]) -> [Key: Action] {
    Dictionary(
      bindings.flatMap { binding in binding.keys.map { ($0, binding.action) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Two keymaps are the same when their bindings are.
  public static func == (left: Keymap, right: Keymap) -> Bool { left.bindings == right.bindings }

  /// Hashes the bindings.
  public func hash(into hasher: inout Hasher) { hasher.combine(bindings) }

  /// What a key does in a state: while a lesson is played its own keys come first.
  public func action(for key: Key, in exploration: Exploration) -> Action? {
    if let play = exploration.play, exploration.mode == .normal {
      if case .character(let scalar) = key.code, key.modifiers.isEmpty, ("1"..."9").contains(scalar), play.isChoosing
      {
        return .lesson(.answer(String(scalar)))
      }
      if let action = lessonActions[key] { return action }
    }
    return action(for: key, in: exploration.mode)
  }

  /// The first key of the binding that the settings call so; `nil` where none is bound.
  func key(of name: String) -> Key? { bindings.first { $0.name == name }?.keys.first }

  /// The binding one of whose keys is named so: «]», «Tab», «Ctrl-R».
  public func binding(named name: String) -> Binding? {
    bindings.first { $0.keys.contains { $0.name(asciiOnly: false) == name || $0.name(asciiOnly: true) == name } }
  }

  /// What a key does in a mode, or `nil` when it does nothing.
  public func action(for key: Key, in mode: Exploration.Mode) -> Action? {
    switch mode {
    case .command, .palette, .asking:
      // The shell is one key away whatever is being typed, as long as that key types nothing.
      return actions[key] == .suspend && key.modifiers.contains(.control) ? .suspend : .type(key)
    case .help where key == .letter("q"), .description where key == .letter("q"): return .back
    case .counting: return digit(key, isFirst: false) ?? actions[key]
    case .normal: return digit(key, isFirst: true) ?? actions[key]
    case .help, .description: return actions[key]
    }
  }

  /// A digit counts; a zero only after another digit.
  private func digit(_ key: Key, isFirst: Bool) -> Action? {
    guard case .character(let scalar) = key.code, key.modifiers == [], ("0"..."9").contains(scalar),
      !(isFirst && scalar == "0")
    else { return nil }
    return .count(digit: Int(scalar.value - 0x30))
  }
}

extension Key {
  /// The key of a character.
  static func letter(_ scalar: Unicode.Scalar, _ modifiers: Modifiers = []) -> Key {
    Key(.character(scalar), modifiers)
  }

  /// The key as a person knows it: «↑», «Ctrl-R», «Shift-→».
  public func name(asciiOnly: Bool) -> String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "Ctrl-" }
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    let plain: (String, String) =
      switch code {
      case .character(let scalar):
        modifiers.contains(.control)
          ? (String(scalar).uppercased(), String(scalar).uppercased())
          : scalar == " " ? ("Space", "Space") : (String(scalar), String(scalar))
      case .up: ("↑", "Up")
      case .down: ("↓", "Down")
      case .left: ("←", "Left")
      case .right: ("→", "Right")
      case .home: ("Home", "Home")
      case .end: ("End", "End")
      case .pageUp: ("PgUp", "PgUp")
      case .pageDown: ("PgDn", "PgDn")
      case .enter: ("Enter", "Enter")
      case .tab: ("Tab", "Tab")
      case .backTab: ("Shift-Tab", "Shift-Tab")
      case .escape: ("Esc", "Esc")
      case .backspace: ("Backspace", "Backspace")
      case .delete: ("Del", "Del")
      case .insert: ("Ins", "Ins")
      case .function(let number): ("F\(number)", "F\(number)")
      }
    return prefix + (asciiOnly ? plain.1 : plain.0)
  }
}
