import Explorer
import Foundation
import Screen

/// Scenes kept for another day: each a small JSON file of the arguments with which the program shows it.
enum SessionFile {
  /// Under this name the scene is kept in which a person left.
  static let lastName = "last"

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

  /// Keeps arguments under a name, over those that were kept there before.
  static func keep(_ arguments: [String], as name: String) -> Notice {
    guard isName(name) else { return .badSessionName(name) }
    guard let folder else { return .cannotWrite(path: name, .system(code: ENOENT)) }
    let path = folder + "/" + name + ".json"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let data = try encoder.encode(Content(version: Ropescope.version, arguments: arguments))
      try OutputFile.write(data, to: path, overwrite: true)
      return .kept(name: name)
    } catch let problem as WriteProblem {
      return .cannotWrite(path: path, problem)
    } catch {
      let code = (error as? CocoaError)?.underlying.flatMap { ($0 as? POSIXError)?.code.rawValue }
      return .cannotWrite(path: path, .system(code: code ?? EACCES))
    }
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
