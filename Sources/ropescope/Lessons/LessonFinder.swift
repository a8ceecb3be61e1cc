import Explorer
import Screen

/// Finds lessons. Those built in come first; a folder further down this list goes before those above it where a name is
/// the same: beside the program (`../share/ropescope/lessons`), the repository above the program (`docs/lessons`), the
/// person's own (`$XDG_CONFIG_HOME/ropescope/lessons`), `$ROPESCOPE_LESSONS`, and the flag.
enum LessonFinder {
  static func shelf(folder: String? = nil) -> LessonShelf {
    var shelf = LessonShelf()
    for folder in folders + [folder].compactMap(\.self) {
      for name in TextFolder.names(in: folder, ending: ".yaml") { add(folder + "/" + name, to: &shelf) }
    }
    return shelf
  }

  /// Adds one file, or what is wrong with it.
  static func add(_ path: String, to shelf: inout LessonShelf) {
    let fileName = String((path.split(separator: "/").last ?? "").dropLast(path.hasSuffix(".yaml") ? 5 : 0))
    do throws(ReadProblem) {
      shelf.add(text: try TextFolder.text(of: path), fileName: fileName, file: path)
    } catch {
      shelf.add(problem: LessonError(file: path, problem: .file(.unreadable(error))), fileName: fileName)
    }
  }

  private static var folders: [String] {
    var folders: [String] = []
    if let program = programFolder {
      folders.append(program + "/../share/ropescope/lessons")
      if let repository = repository(above: program) { folders.append(repository + "/docs/lessons") }
    }
    if let own = configFolder { folders.append(own + "/lessons") }
    if let named = environment("ROPESCOPE_LESSONS"), !named.isEmpty { folders.append(named) }
    return folders
  }

  /// The nearest folder above that holds this package.
  private static func repository(above folder: String) -> String? {
    var parts = folder.split(separator: "/").map(String.init)
    while !parts.isEmpty {
      let path = "/" + parts.joined(separator: "/")
      if TextFolder.exists(path + "/Package.swift") { return path }
      parts.removeLast()
    }
    return nil
  }
}
