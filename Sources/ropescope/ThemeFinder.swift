import Explorer
import Screen

/// Finds themes: those built in, then those of the person, which go first where a name is the same.
enum ThemeFinder {
  /// What a person chose: a theme on a shelf.
  struct Choice {
    /// All themes by name; the chosen one is read.
    var shelf: ThemeShelf
    /// The chosen theme; one that was named by its file goes by that path.
    let name: String
  }

  /// All themes, none of them read yet.
  static func unread() -> ThemeShelf {
    var shelf = ThemeShelf.unread
    guard let folder else { return shelf }
    for name in TextFolder.names(in: folder, ending: ".yaml") {
      let path = folder + "/" + name
      switch text(of: path) {
      case .success(let text): shelf.add(text: text, name: String(name.dropLast(5)), file: path)
      case .failure(let error): shelf.add(problem: error)
      }
    }
    return shelf
  }

  /// All themes, read.
  static func shelf() -> ThemeShelf {
    var shelf = unread()
    shelf.readAll()
    return shelf
  }

  /// Whether what `--theme` names is a file: it ends in `.yaml` or holds a slash.
  static func isFile(_ argument: String) -> Bool { argument.hasSuffix(".yaml") || argument.contains("/") }

  /// Whether a theme stands on a shelf, or in a file that was put there.
  static func find(_ argument: String, on shelf: inout ThemeShelf) -> Bool {
    if shelf.names.contains(argument) { return true }
    guard isFile(argument), case .success(let text) = text(of: argument),
      (try? shelf.theme(text: text, name: argument, file: argument)) != nil
    else { return false }
    shelf.add(text: text, name: argument, file: argument)
    return true
  }

  /// Finds what `--theme` names: a theme, or a file.
  /// - Parameter others: Names that stand for themes where the choice is made, said beside those there are.
  static func choice(
    _ argument: String?, besides others: [String] = [], _ language: Language
  ) throws(Failure) -> Choice {
    var shelf = unread()
    guard let argument, isFile(argument) else {
      let name = argument ?? Scene.usualTheme
      guard shelf.read(name) != nil else {
        if let problem = shelf.problems.first(where: { $0.file.hasSuffix("/\(name).yaml") }) {
          throw Failure(.badData, language.sentence(for: problem))
        }
        throw Failure(unknown: .theme, name, among: others + shelf.names, language)
      }
      return Choice(shelf: shelf, name: name)
    }
    let (theme, text) = try read(argument, on: shelf, language)
    shelf.add(text: text, name: theme.name, file: argument)
    shelf.read(theme.name)
    return Choice(shelf: shelf, name: theme.name)
  }

  /// Reads one file as a theme; it may inherit from those on a shelf.
  static func theme(at path: String, on shelf: ThemeShelf, _ language: Language) throws(Failure) -> Theme {
    try read(path, on: shelf, language).theme
  }

  private static func read(
    _ path: String, on shelf: ThemeShelf, _ language: Language
  ) throws(Failure) -> (theme: Theme, text: String) {
    switch text(of: path) {
    case .failure(let error): throw Failure(.noInput, language.sentence(for: error))
    case .success(let text):
      do throws(ThemeError) {
        return (try shelf.theme(text: text, name: path, file: path), text)
      } catch {
        throw Failure(.badData, language.sentence(for: error))
      }
    }
  }

  /// The theme for the terminal's background: `COLORFGBG`, as rxvt and Konsole set it, ends in the background's number
  /// among sixteen colours.
  static var ofBackground: String {
    let number = environment("COLORFGBG")?.split(separator: ";").last.flatMap { Int($0) }
    return number == 7 || number == 15 ? Exploration.lightTheme : Scene.usualTheme
  }

  /// `$XDG_CONFIG_HOME/ropescope/themes`, else below `~/.config`.
  private static var folder: String? { configFolder.map { $0 + "/themes" } }

  /// The text of a theme's file, or why there is none.
  static func text(of path: String) -> Result<String, ThemeError> {
    do throws(ReadProblem) {
      return .success(try TextFolder.text(of: path))
    } catch {
      return .failure(ThemeError(file: path, problem: .file(.unreadable(error))))
    }
  }
}
