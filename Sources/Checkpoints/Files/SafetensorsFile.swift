/// Reads the tables of positions out of a `.safetensors` file.
enum SafetensorsFile {
  /// The tables, the surest names first; of several with equally sure names all.
  ///
  /// - Parameters:
  ///   - content: What the tables are to hold.
  ///   - wanted: Names of tensors to read; nil: those that are called like such tables.
  /// - Throws: A ``CheckpointError`` where the header lies, or nothing in it is a table of positions.
  /// - Complexity: O(header + tables); nothing else of the file is read.
  static func tables(
    of path: String, holding content: TensorName.Content = .positions, wanted: Set<String>? = nil
  ) throws(CheckpointError) -> [PositionTable] {
    let file = try InputFile(path)
    let header = try SafetensorsHeader(of: file, holding: content)
    let candidates = header.tables.filter { name, tensor in
      (wanted?.contains(name) ?? true) && Shape.table(tensor.shape ?? []) != nil
        && !(tensor.format ?? "").hasPrefix("I")
    }
    guard let best = candidates.keys.map({ TensorName.rank($0, content) }).max() else {
      let unsuited = header.tables.keys.sorted().prefix(3)
      throw CheckpointError(
        path: path, problem: .noPositionTable(nearest: unsuited.isEmpty ? header.nearest : Array(unsuited)))
    }
    var tables = [PositionTable]()
    let chosen = candidates.filter { TensorName.rank($0.key, content) == best }.sorted { $0.key < $1.key }
    let bytes = chosen.reduce(0) { $0 + ($1.value.byteCount ?? 0) }
    guard bytes <= PositionTable.sizeLimit else {
      throw CheckpointError(path: path, problem: .tooLarge(bytes: bytes, limit: PositionTable.sizeLimit))
    }
    for (name, tensor) in chosen {
      tables.append(try table(name, tensor, in: file, dataOffset: header.dataOffset))
    }
    return tables
  }

  private static func table(
    _ name: String, _ tensor: SafetensorsHeader.Tensor, in file: borrowing InputFile, dataOffset: Int
  ) throws(CheckpointError) -> PositionTable {
    guard let format = NumberFormat(rawValue: tensor.format ?? "") else {
      throw CheckpointError(path: file.path, place: .tensor(name), problem: .unsupportedType(tensor.format ?? ""))
    }
    guard let shape = tensor.shape, let (rows, columns) = Shape.table(shape), let offsets = tensor.offsets,
      offsets.count == 2
    else { throw CheckpointError(path: file.path, place: .tensor(name), problem: .badShape(tensor.shape ?? [])) }
    let bytes = try file.read(at: dataOffset + offsets[0], count: offsets[1] - offsets[0])
    return try PositionTable(name: name, rows: rows, columns: columns, bytes: bytes, format: format, path: file.path)
  }
}
