/// The themes within reach: those built in, with what files put in their place or add.
public struct ThemeShelf: Sendable {
  /// All themes, by name.
  public private(set) var themes: [Theme]
  /// Files that could not be read as themes.
  public private(set) var problems: [ThemeError]

  /// The themes that are part of the program.
  public init() {
    themes = []
    problems = []
    for (name, text) in EmbeddedThemes.all {
      add(text: "\(text)", name: name, file: "themes/\(name).yaml")
    }
  }

  /// Adds one theme file; a theme of the same name is replaced. What is wrong with it is kept among `problems`.
  public mutating func add(text: String, name: String, file: String) {
    do {
      let theme = try ThemeReader.read(text, name: name, file: file)
      themes.removeAll { $0.name == name }
      themes.append(theme)
      themes.sort { $0.name < $1.name }
    } catch {
      problems.append(error)
    }
  }

  /// Notes a theme file that could not be read at all.
  public mutating func add(problem: ThemeError) { problems.append(problem) }

  /// The theme of this name.
  public subscript(name: String) -> Theme? { themes.first { $0.name == name } }
}
