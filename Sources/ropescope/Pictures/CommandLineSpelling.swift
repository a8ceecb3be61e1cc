import Explorer
import Screen

/// Command lines as a person would type them.
enum CommandLineSpelling {
  /// Options that name the file, each followed by the name.
  private static let places: Set = ["-o", "--output", "--record"]

  /// The words of this process's command line that made a file: those that make it again, whatever file it goes to.
  ///
  /// The file's name and the leave to overwrite it are left out; the language is written out, for elsewhere the locale
  /// may be another.
  static func withoutPlaces(_ words: [String], language: String) -> String {
    var kept: [String] = []
    var rest = words.dropFirst()[...]
    var namesLanguage = false
    while let word = rest.popFirst() {
      if places.contains(word) {
        _ = rest.popFirst()
      } else if word == "--force" || word.hasPrefix("--output=") || word.hasPrefix("--record=")
        || (word.hasPrefix("-o") && word.count > 2)
      {
        continue
      } else {
        namesLanguage = namesLanguage || word == "--lang" || word.hasPrefix("--lang=")
        kept.append(word)
      }
    }
    return shellLine(["ropescope"] + kept + (namesLanguage ? [] : ["--lang", language]))
  }

  /// The words that save what the explorer shows: the scene, and how its window looks.
  static func shot(of exploration: Exploration) -> [String] {
    let (scene, size, depth) = (exploration.scene, exploration.size, exploration.depth)
    return ["ropescope", "shot", scene.view.rawValue] + argumentsWithoutView(of: scene)
      + ["--size", "\(size.columns)x\(size.rows)", "--lang", exploration.language.rawValue]
      + (depth == .truecolor ? [] : ["--color", AppearanceOptions.name(of: depth)])
      + (exploration.asciiOnly ? ["--ascii"] : [])
  }

  /// The words that write the figure of a scene.
  static func figure(of scene: Scene, _ language: Language) -> [String] {
    ["ropescope", "figure", scene.view.rawValue] + argumentsWithoutView(of: scene.ofFigure)
      + ["--lang", language.rawValue]
  }

  private static func argumentsWithoutView(of scene: Scene) -> [String] {
    var arguments = scene.arguments
    if let view = arguments.firstIndex(of: "--view") {
      arguments.removeSubrange(view..<min(view + 2, arguments.count))
    }
    return arguments
  }
}
