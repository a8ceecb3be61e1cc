import Explorer
import Screen
import Terminal

/// How the program speaks and looks on a terminal: what the flags say, then the environment, then `config.yaml`, then what
/// is found out. Pictures that are written to files know flags alone, so that everybody gets the same bytes.
struct Setup {
  let language: Language
  let themes: ThemeFinder.Choice
  /// Whether a flag named the language.
  private let languageIsChosen: Bool
  let settings: Settings
  /// What is wrong in `config.yaml`.
  let mistakes: SettingsMistakes?
  private let depth: ColorDepth?
  private let asciiOnly: Bool
  private let hearsMouse: Bool
  /// Whether a person chose the theme; otherwise it follows the terminal's background.
  private let themeIsChosen: Bool

  /// - Parameters:
  ///   - mouse: Whether the mouse was asked for, or asked away.
  init(_ appearance: AppearanceOptions, _ speech: LanguageOption, mouse: Bool? = nil) throws {
    (settings, mistakes) = (SettingsFinder.own.settings, SettingsFinder.own.mistakes)
    language = try speech.language()
    languageIsChosen = speech.name != nil
    let theme = appearance.theme ?? settings.theme
    themes = try ThemeFinder.choice(theme ?? ThemeFinder.ofBackground, language)
    themeIsChosen = theme != nil
    let refusesColor = !(environment("NO_COLOR")?.isEmpty ?? true)
    let color = appearance.color ?? (refusesColor ? nil : settings.color)
    depth = try AppearanceOptions.depth(of: color ?? "auto", language)
    asciiOnly = appearance.ascii || settings.asciiOnly ?? Self.isConsole
    hearsMouse = mouse ?? settings.hearsMouse ?? true
  }

  /// Whether the terminal is the console of Linux, whose fonts hold no braille and few other signs.
  private static var isConsole: Bool { environment("TERM")?.hasPrefix("linux") ?? false }

  /// Opens the terminal.
  func terminal() throws(Failure) -> Terminal {
    do throws(TerminalError) {
      return try Terminal(color: depth, reportsMouse: hearsMouse)
    } catch {
      throw Failure(.usage, language.sentence(for: error))
    }
  }

  /// The explorer's first state on a terminal.
  /// - Parameter themeIsChosen: Whether the scene comes with a theme of its own.
  func exploration(
    of scene: Scene, on terminal: Terminal, lessons: LessonShelf, themeIsChosen: Bool = false
  ) -> Exploration {
    var exploration = Exploration(
      scene: scene, size: terminal.size, language: language, themes: themes.shelf.names, depth: terminal.depth,
      asciiOnly: asciiOnly, hearsMouse: hearsMouse, themeIsChosen: self.themeIsChosen || themeIsChosen,
      lessons: lessons)
    exploration.keymap = settings.keymap
    exploration.languageIsChosen = languageIsChosen
    exploration.reducesMotion = settings.reducesMotion ?? false
    exploration.sessions = SessionFile.names
    if let mistakes { _ = update(&exploration, .say(.settings(mistakes))) }
    return exploration
  }
}
