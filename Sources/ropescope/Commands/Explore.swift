import ArgumentParser
import Encodings
import Explorer
import Export
import Screen
import Terminal

/// The explorer: keys turn the encoding, the picture follows.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: spoken("Explore an encoding with the keys.", "用键盘探索一种编码。"))

  @Argument(help: .source)
  var source: String?
  @Option(help: .view)
  var view: String?
  @OptionGroup(title: spoken("Encoding", "编码")) var encoding: EncodingArguments
  @OptionGroup(title: spoken("Picture", "画面")) var picture: PictureArguments
  @OptionGroup(title: spoken("Appearance", "外观")) var appearance: AppearanceOptions
  @Flag(inversion: .prefixedNo, help: .spoken("Hear the mouse; M in the explorer switches it.", "响应鼠标；在探索界面中按 M 切换。"))
  var mouse: Bool?
  @Option(help: .spoken("Show a scene that was kept; last is where you left.", "显示保存过的场景；last 为上次退出时的场景。"))
  var session: String?
  @Option(help: .preset)
  var preset: String?
  @Option(
    help: .spoken(
      "Record what is shown, with its time, as an asciicast file (.cast).", "把显示内容连同时间录成 asciicast 文件（.cast）。"))
  var record: String?
  @Flag(help: .spoken("Overwrite the recording if it is there.", "录像文件已存在时覆盖它。"))
  var force = false
  @Flag(
    help: .spoken(
      "Say in sentences what would be shown, and end; :describe does so in the explorer.",
      "用文字说明将要显示的内容，然后结束；在探索界面中用 :describe。"))
  var describe = false
  @OptionGroup var speech: LanguageOption

  /// The scene that the program shows with these arguments, whatever its window; in a theme of old where they name none,
  /// or it has gone since. The file of a theme is put on the shelf.
  static func scene(
    of arguments: [String], _ shelf: inout ThemeShelf, otherwise theme: String, _ language: Language
  ) throws -> Scene {
    let command = try Explore.parse(arguments)
    var shown = theme
    if let asked = command.appearance.theme, ThemeFinder.find(asked, on: &shelf) { shown = asked }
    return try command.scene(theme: shown, language)
  }

  private func scene(theme: String, _ language: Language) throws -> Scene {
    try picture.scene(of: try Opening(source: source, encoding, language), view: view, theme: theme, language)
  }

  /// The scene asked for: a kept one, one that comes with the program, or one of the other arguments.
  private func scene(_ setup: Setup, _ shelf: inout ThemeShelf) throws -> Scene {
    let language = setup.language
    if let session {
      do {
        var scene = try Self.scene(
          of: try SessionFile.arguments(of: session), &shelf, otherwise: Scene.usualTheme, language)
        if appearance.theme != nil { scene.theme = setup.themes.name }
        return scene
      } catch let error as SessionFile.Refusal {
        throw Failure(error.code, language.sentence(for: error.notice))
      }
    }
    guard let preset else { return try scene(theme: setup.themes.name, language) }
    guard let found = Preset.all.first(where: { $0.name == preset }) else {
      throw Failure(unknown: .preset, preset, among: Preset.all.map(\.name), language)
    }
    return try Self.scene(of: found.arguments, &shelf, otherwise: setup.themes.name, language)
  }

  /// Refuses what would be heard and not heeded.
  private func refuseStrangers(_ language: Language) throws {
    if session != nil, preset != nil { throw Failure("--session", excludes: "--preset", language) }
    if record != nil, describe { throw Failure("--record", excludes: "--describe", language) }
    if force, record == nil { throw Failure(option: "--force", needs: "--record", language) }
    guard let kept = session.map({ _ in "--session" }) ?? preset.map({ _ in "--preset" }) else { return }
    let isAlone = try encoding.options(language).isEmpty && encoding.group == nil && encoding.layer == nil
    guard source == nil, view == nil, isAlone, picture.isEmpty else {
      throw Failure(
        .usage,
        language(
          "\(kept) shows a whole scene: a source, or options that choose what is looked at, cannot stand beside it; "
            + "--theme, --color and --ascii can.",
          "\(kept) 显示完整的场景：不能再加来源或选择内容的选项；可以加 --theme、--color 和 --ascii。"))
    }
  }

  func run() throws {
    let setup = try Setup(appearance, speech, mouse: mouse)
    let language = setup.language
    try refuseStrangers(language)
    var themes = setup.themes
    let scene = try scene(setup, &themes.shelf)
    if describe {
      let shown = Exploration(
        scene: scene, size: Size(rows: 40, columns: 120), language: language, themes: setup.themes.shelf.names)
      return try Output.say(shown.description, language)
    }
    let replaces = try record.map { path throws(Failure) in
      try Asciicast.requireEnding(of: path, language)
      return try Output.mayOverwrite(path, force: force, language)
    }
    let terminal = try setup.terminal()
    let exploration = setup.exploration(
      of: scene, on: terminal, lessons: LessonFinder.shelf(), themeIsChosen: session != nil)
    var loop = RunLoop(terminal: terminal, themes: themes, exploration: exploration)
    if let replaces { loop.recording = try recording(of: scene, replaces: replaces, on: terminal, language) }
    loop.run()
    if let record, let problem = loop.recordingProblem { throw Failure(problem, path: record, language) }
  }

  /// Begins the recording that was asked for. Where it cannot be written, the terminal is closed before that is said.
  private func recording(
    of scene: Scene, replaces: Bool, on terminal: Terminal, _ language: Language
  ) throws(Failure) -> LiveRecording? {
    guard let record else { return nil }
    do throws(WriteProblem) {
      return try LiveRecording(
        path: record, overwrite: replaces, size: terminal.size,
        provenance: SceneFacts(scene: scene).provenance(
          command: CommandLineSpelling.withoutPlaces(CommandLine.arguments, language: language.rawValue), language))
    } catch {
      terminal.close()
      throw Failure(error, path: record, language)
    }
  }
}
