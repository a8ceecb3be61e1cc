import Checkpoints
import Explorer
import Foundation
import Screen

/// Scenes kept for another day: each a small JSON file of the arguments with which the program shows it.
enum SessionFile {
  /// Why a scene cannot be shown again.
  struct Refusal: Error {
    let notice: Notice
    /// How a command ends that was asked for the scene.
    let code: Failure.Code
  }

  private struct Content: Codable {
    let version: String
    let arguments: [String]
  }

  /// Keeps a scene under a name; what comes of it is said, or asked where one is kept there that may not be replaced.
  static func keep(_ scene: Scene, as name: String, overwrite: Bool) -> Action {
    guard isName(name) else { return .say(.badSessionName(name)) }
    guard let folder else { return .say(.cannotWrite(path: name, .system(code: ENOENT))) }
    let path = folder + "/" + name + ".json"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let arguments = scene.arguments(source: placed(source:), theme: placed(theme:))
      let data = try encoder.encode(Content(version: Ropescope.version, arguments: arguments))
      // A window that is closed sends two signals: the second must not stop what the first began.
      try OutputFile.write(data, to: path, overwrite: overwrite, signals: .heardElsewhere)
      return .say(.kept(name: name))
    } catch WriteProblem.exists {
      return .ask(Overwriting(path: name, content: .session))
    } catch let problem as WriteProblem {
      return .say(.cannotWrite(path: path, problem))
    } catch {
      let code = (error as? CocoaError)?.underlying.flatMap { ($0 as? POSIXError)?.code.rawValue }
      return .say(.cannotWrite(path: path, .system(code: code ?? EACCES)))
    }
  }

  /// A source as it is found from any folder.
  private static func placed(source: String) -> String {
    switch try? Source(argument: source) {
    case .catalogue, .standardInput: source
    case .config, .folder, .tensors, nil: placed(path: source)
    }
  }

  /// A theme as it is found from any folder.
  private static func placed(theme: String) -> String { ThemeFinder.isFile(theme) ? placed(path: theme) : theme }

  private static func placed(path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// The arguments kept under a name.
  static func arguments(of name: String) throws(Refusal) -> [String] {
    guard isName(name) else { throw Refusal(notice: .badSessionName(name), code: .usage) }
    guard let path = folder.map({ $0 + "/" + name + ".json" }), TextFolder.exists(path) else {
      throw Refusal(notice: .noSession(name: name, known: names), code: .noInput)
    }
    let text: String
    do throws(ReadProblem) {
      text = try TextFolder.text(of: path)
    } catch {
      throw Refusal(notice: .brokenSession(file: path, why: error), code: .noInput)
    }
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(text.utf8)) else {
      throw Refusal(notice: .brokenSession(file: path, why: nil), code: .badData)
    }
    return content.arguments
  }

  /// The names under which scenes are kept.
  static var names: [String] {
    let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  private static func isName(_ name: String) -> Bool {
    (1...64).contains(name.count) && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  private static var folder: String? { stateFolder.map { $0 + "/sessions" } }
}
