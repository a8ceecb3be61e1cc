import Checkpoints
import Screen

/// A list of everything there is to do, open or see, narrowed by a few typed letters.
public struct Palette: Hashable, Sendable {
  /// Everything that was offered when the palette opened.
  let entries: [Entry]
  /// What was typed.
  public private(set) var typed = ""
  /// Which of the entries that fit is chosen, from 0.
  public private(set) var chosen = 0

  /// Nothing typed.
  init(_ entries: [Entry]) { self.entries = entries }

  /// One thing to do, open or see.
  struct Entry: Hashable, Sendable {
    /// What choosing it does.
    enum Outcome: Hashable, Sendable {
      case action(Action)
      /// Begins a command that needs something after it.
      case line(String)
    }
    let title: String
    let detail: String
    let outcome: Outcome
    /// Whether the title is a sentence that says what a key does, and no name.
    var isSentence = false
  }

  /// What came of a key.
  enum Outcome: Hashable { case editing, cancelled, chosen(Entry) }

  /// The entries that fit what was typed, the best first: those whose name holds it side by side or by the beginnings of
  /// its words, names before sentences; then those of which the words beside the name hold it; then the rest.
  var matches: [Entry] {
    guard typed.contains(where: { !$0.isWhitespace }) else { return entries }
    let ranked = entries.enumerated().compactMap { index, entry in
      rank(of: entry).map { (rank: $0, index: index, entry: entry) }
    }
    return ranked.sorted { ($0.rank.0, $0.rank.1, $1.index) > ($1.rank.0, $1.rank.1, $0.index) }.map(\.entry)
  }

  /// How well an entry fits; more is better, `nil` is not at all.
  private func rank(of entry: Entry) -> (Int, Int)? {
    // A command is named with its colon or without.
    let name = entry.title.hasPrefix(":") && !typed.hasPrefix(":") ? String(entry.title.dropFirst()) : entry.title
    let fit = FuzzyFit(typed, in: name)
    // The beginnings of a sentence's words are as good as letters scattered over it.
    if let fit, fit.kind > .scattered, fit.kind != .beginnings || !entry.isSentence {
      return (2 * fit.kind.rawValue + (entry.isSentence ? 0 : 1), fit.score)
    }
    if let said = FuzzyFit(typed, in: entry.detail), said.kind > .scattered, said.kind != .beginnings {
      return (1, said.kind == .within ? 0 : 1)
    }
    return fit.map { (entry.isSentence ? -1 : 0, $0.score) }
  }

  /// Takes one key.
  mutating func type(_ key: Key) -> Outcome {
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control), (.character("g"), .control): return .cancelled
    case (.enter, _):
      let found = matches
      return found.indices.contains(chosen) ? .chosen(found[chosen]) : .editing
    case (.pageDown, _): page(by: Self.page)
    case (.pageUp, _): page(by: -Self.page)
    case (.down, _), (.tab, _), (.character("n"), .control): step(by: 1)
    case (.up, _), (.backTab, _), (.character("p"), .control): step(by: -1)
    case (.backspace, _):
      guard !typed.isEmpty else { return .cancelled }
      typed.removeLast()
      chosen = 0
    case (.character("u"), .control): (typed, chosen) = ("", 0)
    case (.character(let scalar), let held) where !held.contains(.control) && !held.contains(.alt):
      insert(String(Character(scalar)))
    default: break
    }
    return .editing
  }

  /// So many scalars are typed at most.
  private static let longest = 64

  /// Adds typed or pasted text; line breaks become blanks.
  mutating func insert(_ text: String) {
    for scalar in text.unicodeScalars.prefix(Self.longest - typed.unicodeScalars.count) {
      typed.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    chosen = 0
  }

  /// How many entries a page is.
  private static let page = 8

  /// Goes on by several entries, to the last or first and no further.
  private mutating func page(by steps: Int) {
    chosen = max(0, min(chosen + steps, matches.count - 1))
  }

  private mutating func step(by steps: Int) {
    chosen = chosen.stepped(by: steps, among: matches.count)
  }
}

extension Exploration {
  /// Everything that the palette offers: views, lessons, what keys do, commands, models, extensions, themes, presets, kept
  /// scenes.
  ///
  /// - Complexity: Reads every lesson for its title; asked for once, when the palette opens.
  var paletteEntries: [Palette.Entry] {
    typealias Entry = Palette.Entry
    var entries: [Entry] = ViewName.allCases.map {
      Entry(
        title: $0.rawValue, detail: language("view", "视图  \($0.chineseName)"), outcome: .action(.setView($0)))
    }
    entries += lessons.entries.map {
      Entry(
        title: $0.name, detail: language("lesson", "课程") + "  " + ((try? $0.lesson())?.title(language) ?? ""),
        outcome: .action(.lesson(.start($0.name))))
    }
    for command in Command.all {
      entries.append(
        Entry(
          title: ":" + command.name.rawValue, detail: command.meaning(in: language),
          outcome: .line(command.name.rawValue + (command.example.isEmpty ? "" : " "))))
    }
    for binding in keymap.bindings where binding.action != .openPalette {
      let keys = binding.keys.map { $0.name(asciiOnly: asciiOnly) }.joined(separator: " ")
      entries.append(
        Entry(
          title: language(binding.meaning.english, binding.meaning.chinese), detail: keys,
          outcome: .action(binding.action), isSentence: true))
    }
    for name in Catalogue.names {
      entries.append(
        Entry(
          title: name, detail: language("model", "模型") + "  " + (Catalogue.entry(named: name)?.title ?? ""),
          outcome: .action(.open(name))))
    }
    entries += ScalingOptions.names.map {
      Entry(
        title: $0, detail: language("context extension", "上下文扩展") + "  " + language.meaning(ofScaling: $0),
        outcome: .line("scaling \($0) "))
    }
    for preset in Preset.all {
      entries.append(
        Entry(
          title: preset.name, detail: language("preset", "预设") + "  " + preset.summary(in: language),
          outcome: .action(.openPreset(preset.name))))
    }
    entries += themes.map {
      Entry(title: $0, detail: language("theme", "主题"), outcome: .action(.setTheme($0)))
    }
    entries += sessions.map {
      Entry(title: $0, detail: language("kept scene", "保存的场景"), outcome: .action(.openSession($0)))
    }
    return entries
  }
}
