#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a folder holds of a model.
struct ModelFolder: Hashable {
  /// The config, by path.
  let config: String?
  /// The checkpoint (one file, or the index of several), by path.
  let checkpoint: String?

  /// What is looked for, in this order.
  static let names = ["config.json", "model.safetensors", "model.safetensors.index.json", "*.safetensors"]

  /// Looks into a folder, and into the snapshot that a folder of Hugging Face's cache points to.
  ///
  /// - Throws: `nothingInFolder` where there is neither.
  init(_ path: String) throws(CheckpointError) {
    let folder = Self.snapshot(in: path) ?? path
    let config = Self.joined(folder, "config.json")
    self.config = FileKind(at: config) == nil ? nil : config
    checkpoint = Self.checkpoint(in: folder)
    guard self.config != nil || checkpoint != nil else {
      throw CheckpointError(path: path, problem: .nothingInFolder(lookedFor: Self.names))
    }
  }

  /// The config that lies beside a checkpoint; nil where none does.
  static func config(beside checkpoint: String) -> String? {
    let folder = checkpoint.lastIndex(of: "/").map { String(checkpoint[...$0]) } ?? ""
    return FileKind(at: folder + "config.json") == .file ? folder + "config.json" : nil
  }

  private static func checkpoint(in folder: String) -> String? {
    for name in ["model.safetensors", "model.safetensors.index.json"] {
      let path = joined(folder, name)
      if FileKind(at: path) == .file { return path }
    }
    // One file under another name is the model; of several nobody could say which.
    let others = contents(of: folder).filter { $0.hasSuffix(".safetensors") && !$0.hasPrefix(".") }
    return others.count == 1 ? joined(folder, others[0]) : nil
  }

  /// `refs/main` of a cache folder names the snapshot; without it the only one there is.
  private static func snapshot(in folder: String) -> String? {
    let snapshots = joined(folder, "snapshots")
    guard FileKind(at: joined(folder, "config.json")) == nil, FileKind(at: snapshots) == .other(.folder) else {
      return nil
    }
    if let bytes = try? InputFile.bytes(of: joined(folder, "refs/main"), limit: 256) {
      let name = String(decoding: bytes, as: UTF8.self).filter { $0.isHexDigit }
      if !name.isEmpty, FileKind(at: joined(snapshots, name)) == .other(.folder) { return joined(snapshots, name) }
    }
    let all = contents(of: snapshots)
    return all.count == 1 ? joined(snapshots, all[0]) : nil
  }

  private static func contents(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
