import Explorer
import Foundation

/// The lines typed into the command line, kept from one run to the next; nobody but the person may read them.
enum HistoryFile {
  private static var path: String? { stateFolder.map { $0 + "/history" } }

  /// What is kept; nothing where there is no such file, or none that can be read.
  static var text: String {
    guard let path, let text = try? TextFolder.text(of: path) else { return "" }
    return text
  }

  /// Keeps the lines of this run after those that other runs have kept meanwhile. Where the folder cannot be written
  /// nothing is kept: a history is not worth a word of complaint.
  static func keep(_ history: CommandHistory) {
    guard let path, let folder = stateFolder, !history.fresh.isEmpty else { return }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard let file = try? OutputFile(path: path, overwrite: true, mode: 0o600) else { return }
    try? file.write(Array(history.kept(over: text).utf8))
    try? file.finish()
  }
}
