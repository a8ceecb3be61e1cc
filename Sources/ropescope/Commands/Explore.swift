import ArgumentParser
import Encodings
import Explorer
import Export
import Screen
import Terminal

/// The explorer: keys turn the encoding, the picture follows.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Explore an encoding with the keys (the default).")

  @Argument(help: .source)
  var source: String?
  @OptionGroup(title: "Encoding") var encoding: EncodingArguments
  @OptionGroup(title: "Picture") var picture: PictureArguments
  @Flag(inversion: .prefixedNo, help: "Hear the mouse; M in the explorer switches it.")
  var mouse: Bool?
  @Option(help: "Show a scene that was kept; last is where you left.")
  var session: String?
  @Option(help: .preset)
  var preset: String?
  @Option(help: "Record what is shown, with its time, as an asciicast file (.cast).")
  var record: String?
  @Flag(help: "Overwrite the recording if it is there.")
  var force = false
  @Flag(help: "Say in sentences what would be shown, and end; :describe does so in the explorer.")
  var describe = false
  @OptionGroup var speech: LanguageOption

  /// The scene that the program shows with these arguments.
  static func scene(of arguments: [String], _ shelf: ThemeShelf, _ language: Language) throws -> Scene {
    let command = try Explore.parse(arguments)
    return try command.picture.scene(
      of: try Opening(source: command.source, command.encoding, language), shelf, language)
  }

  /// The scene asked for: a kept one, one that comes with the program, or one of the other arguments.
  private func scene(_ themes: ThemeFinder.Choice, _ language: Language) throws -> Scene {
    if let session {
      do {
        return try Self.scene(of: try SessionFile.arguments(of: session), themes.shelf, language)
      } catch let error as SessionFile.Refusal {
        throw Failure(.noInput, language.sentence(for: error.notice))
      }
    }
    if let preset {
      guard let found = Preset.all.first(where: { $0.name == preset }) else {
        throw Failure(unknown: .preset, preset, among: Preset.all.map(\.name), language)
      }
      return try Self.scene(of: found.arguments, themes.shelf, language)
    }
    var named = picture
    named.theme = themes.name
    return try named.scene(of: try Opening(source: source, encoding, language), themes.shelf, language)
  }

  func run() throws {
    let found = SettingsFinder(themes: ThemeFinder.unread().names)
    let settings = found.settings
    let told = try speech.language()
    let language = speech.name == nil ? settings.language ?? told : told
    let themes = try ThemeFinder.choice(picture.theme ?? settings.theme, language)
    let scene = try scene(themes, language)
    if describe {
      let shown = Exploration(
        scene: scene, size: Size(rows: 40, columns: 120), language: language, themes: themes.shelf.names)
      for sentence in shown.description { print(sentence) }
      return
    }
    var picture = picture
    if picture.color == "auto", environment("NO_COLOR")?.isEmpty ?? true { picture.color = settings.color ?? "auto" }
    let color = try picture.colorDepth(language)
    let replaces = try record.map { path throws(Failure) in
      try Asciicast.requireEnding(of: path, language)
      return try Output.mayOverwrite(path, force: force, language)
    }
    let hearsMouse = mouse ?? settings.hearsMouse ?? true
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal(color: color, reportsMouse: hearsMouse)
    } catch {
      throw Failure(.usage, language.sentence(for: error))
    }
    var exploration = Exploration(
      scene: scene, size: terminal.size, language: language, themes: themes.shelf.names, depth: terminal.depth,
      asciiOnly: picture.ascii || settings.asciiOnly ?? false, hearsMouse: hearsMouse,
      themeIsChosen: picture.theme != nil || settings.theme != nil || session != nil, lessons: LessonFinder.shelf())
    exploration.keymap = settings.keymap
    exploration.reducesMotion = settings.reducesMotion ?? false
    exploration.sessions = SessionFile.names
    if let problem = found.problem { _ = update(&exploration, .say(.settings(problem))) }
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
        path: record, overwrite: replaces, size: terminal.size, title: SceneFacts(scene: scene).title(language),
        command: CommandLineSpelling.picture(CommandLine.arguments, language: language.rawValue))
    } catch {
      terminal.close()
      throw Failure(error, path: record, language)
    }
  }
}
