import Explorer
import Foundation
import Screen

/// The lines typed into the command line, kept from one run to the next; nobody but the person may read them.
enum HistoryFile {
  private static var path: String? { stateFolder.map { $0 + "/history" } }

  /// What is kept; nothing where there is no such file, or none that can be read.
  static var text: String { (try? kept()) ?? "" }

  private static func kept() throws(ReadProblem) -> String {
    guard let path, TextFolder.exists(path) else { return "" }
    return String(decoding: try TextFolder.bytes(of: path), as: UTF8.self)
  }

  /// Keeps the lines of this run after those that other runs have kept meanwhile. Where the folder cannot be written, or
  /// what is kept cannot be read, all stays as it is: a history is not worth a word of complaint, nor the loss of lines.
  static func keep(_ history: CommandHistory) {
    guard let path, let folder = stateFolder, !history.fresh.isEmpty, let kept = try? kept() else { return }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? OutputFile.write(
      history.kept(over: kept).utf8, to: path, overwrite: true, mode: 0o600, signals: .heardElsewhere)
  }
}
