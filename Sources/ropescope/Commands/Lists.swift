import ArgumentParser
import Checkpoints
import Explorer
import Export
import Screen

/// Lists the models of the catalogue, the schemes by year, or which to use for what.
struct Models: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: spoken("List the models of the catalogue, their schemes and years.", "列出模型库中的模型及其方案与年份。"),
    discussion: spoken(
      """
      --timeline lists schemes and extensions by year, --guide which encoding for what need.

      Examples:
        ropescope models
        ropescope models --timeline
      """,
      """
      --timeline 按年份列出方案与扩展，--guide 列出何种需要用何种编码。

      例：
        ropescope models
        ropescope models --timeline
      """))
  @Flag(help: .spoken("Schemes and extensions by year.", "按年份列出方案与扩展。"))
  var timeline = false
  @Flag(help: .spoken("Which encoding for what need.", "何种需要用何种编码。"))
  var guide = false
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    if guide, timeline { throw Failure("--guide", excludes: "--timeline", language) }
    let lines = (guide ? CataloguePage.guide : timeline ? .timeline : .models).lines(in: language)
    let year = lines.map { columns(of: $0.year) }.max() ?? 0
    let name = lines.map { columns(of: $0.name) }.max() ?? 0
    let scheme = lines.map { columns(of: $0.scheme) }.max() ?? 0
    try Output.write(to: nil, overwrite: false, language) { sink in
      for line in lines {
        let start = year > 0 ? padded(line.year, year) + "  " : ""
        let text = start + padded(line.name, name) + "  " + padded(line.scheme, scheme) + "  " + line.about
        try sink.write(Array((text + "\n").utf8))
      }
    }
  }
}

/// Lists the themes.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: spoken("List the themes built in and found, or check one.", "列出内置和找到的主题，或检查一个主题。"),
    discussion: spoken(
      "With --check, says what is wrong in a theme's file, by line and column, and which texts are faint.",
      "加上 --check 则按行和列指出主题文件中的错误，以及哪些文字对比度不足。"))
  @Option(help: .spoken("A theme's file to check.", "要检查的主题文件。"))
  var check: String?
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    if let check { return try self.check(check, language) }
    let shelf = ThemeFinder.shelf()
    let name = shelf.themes.map { columns(of: $0.name) }.max() ?? 0
    try Output.write(to: nil, overwrite: false, language) { sink in
      for theme in shelf.themes {
        let appearance =
          theme.appearance == .dark ? language("dark ", "深色") : language("light", "浅色")
        let summary = visible(language.summary(of: theme))
        try sink.write(Array("\(padded(visible(theme.name), name))  \(appearance)  \(summary)\n".utf8))
      }
    }
    for problem in shelf.problems { Message.say(language.sentence(for: problem)) }
  }
}

extension Themes {
  /// Says what is wrong with a theme's file; texts too faint to read count as something found.
  private func check(_ path: String, _ language: Language) throws {
    let theme = try ThemeFinder.theme(at: path, on: ThemeFinder.unread(), language)
    let faint = theme.faintTexts
    try Output.write(to: nil, overwrite: false, language) { sink in
      for (text, background, contrast) in faint {
        let ratio = Numerals.fixed(contrast, decimals: 2)
        let least = Numerals.fixed(Theme.leastContrast, decimals: 1)
        let line = language(
          "\(visible(path)): «\(text.name)» on «\(background.name)» has a contrast of \(ratio); \(least) is needed to read it.",
          "\(visible(path)): “\(text.name)”在“\(background.name)”上的对比度为 \(ratio)；可读需要 \(least)。")
        try sink.write(Array((line + "\n").utf8))
      }
      if faint.isEmpty {
        let line = language("\(visible(path)): nothing is wrong.", "\(visible(path)): 没有问题。")
        try sink.write(Array((line + "\n").utf8))
      }
    }
    if !faint.isEmpty { throw ExitCode(Failure.Code.found.rawValue) }
  }
}

/// Lists the keys and the commands, as docs/keys.md has them.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: spoken("Print the keys and the explorer's commands.", "列出按键和探索界面的命令。"))
  @Flag(
    help: .spoken(
      "What config.yaml calls each thing that a key does, with its keys, one a line.",
      "config.yaml 中每个动作的名称及其按键，每行一个。"))
  var names = false
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    let found = SettingsFinder.own
    if let mistakes = found.mistakes { throw Failure(.badData, language.sentence(for: mistakes)) }
    try Output.write(to: nil, overwrite: false, language) { sink in
      let keymap = found.settings.keymap
      let page = names ? KeysPage.names(keymap, language) : KeysPage.markdown(keymap, language)
      try sink.write(Array(page.utf8))
    }
  }
}
