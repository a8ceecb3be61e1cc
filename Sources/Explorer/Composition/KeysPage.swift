/// The keys and commands as a page of Markdown: `docs/keys.md` is one of these.
public enum KeysPage {
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
