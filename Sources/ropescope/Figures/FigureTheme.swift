import Explorer
import Screen

/// The themes of figures: light and dark by the built-in themes, print with black on white, or any theme by name.
enum FigureTheme {
  /// The theme of a figure that was told nothing: paper is white.
  static let usual = "light"
  static let names = ["light", "dark", "print"]

  static func named(_ name: String, _ shelf: ThemeShelf, _ language: Language) throws(Failure) -> Theme {
    let theme: Theme? =
      switch name {
      case "light": shelf["paper"]
      case "dark": shelf["midnight"]
      case "print": shelf["paper"].map(onWhite)
      default: shelf[name]
      }
    guard let theme else {
      throw Failure(unknown: .theme, name, among: names + shelf.themes.map(\.name), language)
    }
    return theme
  }

  /// The theme with black text on white, and colour maps as they are.
  private static func onWhite(_ theme: Theme) -> Theme {
    let (white, black) = (Color(hex: 0xFF_FFFF), Color(hex: 0))
    return Theme(
      name: "print", summary: theme.summary, appearance: .light,
      color: { role in
        let isText = role == .text || role == .heading || role == .muted
        return role.isBackground ? white : isText ? black : theme[role]
      }, map: { theme[$0] })
  }
}
