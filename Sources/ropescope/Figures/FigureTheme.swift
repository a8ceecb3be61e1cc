import Explorer
import Screen

/// The themes of figures: light and dark stand for themes that are built in, any other goes by its name or its file.
enum FigureTheme {
  /// The theme of a figure that was told nothing: paper is white.
  static let usual = "light"
  private static let names = ["light": "paper", "dark": "midnight"]

  /// What `--theme` names.
  static func named(_ name: String, _ language: Language) throws(Failure) -> Theme {
    let choice = try ThemeFinder.choice(names[name] ?? name, besides: names.keys.sorted(), language)
    guard let theme = choice.shelf[choice.name] else {
      throw Failure(unknown: .theme, name, among: names.keys.sorted() + choice.shelf.names, language)
    }
    return theme
  }
}
