/// The keys and commands as a page of Markdown: `docs/keys.md` is one of these.
public enum KeysPage {
  /// What the settings call each thing that a key does, its keys as they are written there, and what it does; one a line.
  public static func names(_ keymap: Keymap, _ language: Language) -> String {
    let rows = keymap.bindings.map { binding in
      (
        name: binding.name,
        keys: binding.keys.isEmpty ? "none" : binding.keys.map { $0.name(asciiOnly: true) }.joined(separator: " "),
        meaning: language(binding.meaning.english, binding.meaning.chinese)
      )
    }
    let (name, keys) = (rows.map(\.name.count).max() ?? 0, rows.map(\.keys.count).max() ?? 0)
    return rows.map {
      $0.name + String(repeating: " ", count: name - $0.name.count + 2) + $0.keys
        + String(repeating: " ", count: keys - $0.keys.count + 2) + $0.meaning + "\n"
    }.joined()
  }

  /// The page in a language.
  public static func markdown(_ keymap: Keymap, _ language: Language) -> String {
    var text = language("# Keys and commands\n", "# 按键与命令\n")
    for line in HelpPage(keymap: keymap, language: language).lines(asciiOnly: false) {
      if line.isChapter {
        text += "\n## \(line.left)\n\n"
      } else if !line.left.isEmpty {
        let keys = line.left.split(separator: "  ").map { "`\($0)`" }.joined(separator: " ")
        text += "- \(keys) — \(line.right)\n"
      }
    }
    return text
  }
}
