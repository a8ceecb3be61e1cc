import Encodings

extension Source {
  /// Opens the source and describes the model in it.
  ///
  /// A checkpoint is opened with the config beside it, where there is one; a config with the checkpoint in its folder
  /// only where that is asked for by naming the folder. Of a checkpoint the header and the tables of positions are
  /// read, whatever its size.
  ///
  /// - Throws: A ``CheckpointError``; nothing is read past what the formats allow.
  public func describe() throws(CheckpointError) -> ModelDescription {
    switch self {
    case .catalogue(let name):
      guard let entry = Catalogue.entry(named: name) else {
        throw CheckpointError(path: name, problem: .unknownSource(nearest: Catalogue.names(near: name)))
      }
      return try entry.describe()
    case .config(let path):
      return try Self.describe(config: path, name: Self.name(of: path))
    case .folder(let path):
      let folder = try ModelFolder(path)
      guard let config = folder.config else { return try Self.describe(tables: folder.checkpoint ?? path, path) }
      let described = try Self.describe(config: config, name: Self.name(of: path))
      guard let checkpoint = folder.checkpoint, described.awaitsValues else { return described }
      return try Self.joined(described, with: checkpoint)
    case .tensors(let path):
      guard !path.hasSuffix(".npy"), let config = ModelFolder.config(beside: path) else {
        return try Self.describe(tables: path, path)
      }
      let described = try Self.describe(config: config, name: Self.name(of: config))
      return described.awaitsValues ? try Self.joined(described, with: path) : described
    case .standardInput:
      let bytes = try InputFile.standardInput(limit: ModelReader.sizeLimit)
      return try ModelReader.describe(
        config: bytes, name: Source.standardInputName, path: Source.standardInputName)
    }
  }

  /// The tables of a dump (`.npy`, `.safetensors`): those called cosines or sines, else those of positions.
  ///
  ///     try Source.tables(ofDump: "cos.npy")[0].rows
  ///
  /// - Throws: A ``CheckpointError``.
  /// - Complexity: O(header + tables).
  public static func tables(ofDump path: String) throws(CheckpointError) -> [PositionTable] {
    guard path.hasSuffix(".safetensors") else {
      guard path.hasSuffix(".npy") else {
        throw CheckpointError(path: path, problem: .unknownFormat(known: [".npy", ".safetensors"]))
      }
      return [try NpyFile.table(of: path)]
    }
    do throws(CheckpointError) {
      return try SafetensorsFile.tables(of: path, holding: .waves)
    } catch {
      guard case .noPositionTable = error.problem else { throw error }
      return try SafetensorsFile.tables(of: path)
    }
  }

  private static func describe(config path: String, name: String) throws(CheckpointError) -> ModelDescription {
    let bytes = try InputFile.bytes(of: path, limit: ModelReader.sizeLimit)
    return try ModelReader.describe(config: bytes, name: name, path: path)
  }

  private static func describe(
    tables path: String, _ argument: String
  ) throws(CheckpointError) -> ModelDescription {
    var joiner = TableJoiner(path: path)
    let groups = try joiner.groups(of: try tables(of: path))
    return ModelDescription(
      name: name(of: argument), modelType: nil, architectures: [], groups: groups, layersWithoutPosition: [],
      findings: joiner.findings)
  }

  /// What the config says, with the values that the checkpoint holds; the config alone where it holds none.
  private static func joined(
    _ described: ModelDescription, with checkpoint: String
  ) throws(CheckpointError) -> ModelDescription {
    let content: TensorName.Content =
      described.groups.contains { $0.encoding.scheme == .t5 } ? .biases : .positions
    let tables: [PositionTable]
    do throws(CheckpointError) {
      tables = try Self.tables(of: checkpoint, holding: content)
    } catch {
      guard case .noPositionTable = error.problem else { throw error }
      return described
    }
    var joiner = TableJoiner(path: checkpoint, findings: described.findings)
    let groups = try joiner.groups(described.groups, with: tables)
    return ModelDescription(
      name: described.name, modelType: described.modelType, architectures: described.architectures, groups: groups,
      layersWithoutPosition: described.layersWithoutPosition, findings: joiner.findings,
      layerCount: described.layerCount)
  }

  private static func tables(
    of path: String, holding content: TensorName.Content = .positions
  ) throws(CheckpointError) -> [PositionTable] {
    if path.hasSuffix(".npy") { return [try NpyFile.table(of: path)] }
    if path.hasSuffix(".index.json") { return try SafetensorsIndex.tables(of: path, holding: content) }
    return try SafetensorsFile.tables(of: path, holding: content)
  }
}

extension ModelDescription {
  /// Whether a checkpoint holds values that a config cannot.
  fileprivate var awaitsValues: Bool {
    groups.contains { group in
      switch group.encoding {
      case .learned, .sinusoidal, .t5: true
      default: false
      }
    }
  }
}
