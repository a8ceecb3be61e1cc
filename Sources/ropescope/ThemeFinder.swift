import Screen

/// Finds themes: those built in, then those of the person, which go first where a name is the same.
enum ThemeFinder {
  static func shelf() -> ThemeShelf {
    var shelf = ThemeShelf()
    guard let folder else { return shelf }
    for name in TextFolder.names(in: folder, ending: ".yaml") {
      let path = folder + "/" + name
      do throws(TextFolder.Refusal) {
        shelf.add(text: try TextFolder.text(of: path), name: String(name.dropLast(5)), file: path)
      } catch {
        shelf.add(problem: ThemeError(file: path, line: nil, column: nil, problem: .unreadable(error.words)))
      }
    }
    return shelf
  }

  /// `$XDG_CONFIG_HOME/ropescope/themes`, else below `~/.config`.
  private static var folder: String? { configFolder.map { $0 + "/themes" } }
}

/// The person's own folder of this program: `$XDG_CONFIG_HOME/ropescope`, else below `~/.config`.
var configFolder: String? {
  if let base = environment("XDG_CONFIG_HOME"), base.hasPrefix("/") { return base + "/ropescope" }
  return environment("HOME").map { $0 + "/.config/ropescope" }
}
