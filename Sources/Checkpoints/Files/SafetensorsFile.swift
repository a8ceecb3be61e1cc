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
    let header = try SafetensorsHeader(of: file)
    let names = header.tensors.keys.filter { wanted?.contains($0) ?? true }
    let candidates = names.filter { name in
      guard let tensor = header.tensors[name], TensorName.rank(name, content) > 0 else { return false }
      return Shape.table(tensor.shape ?? []) != nil && !(tensor.format ?? "").hasPrefix("I")
    }
    let best = candidates.map { TensorName.rank($0, content) }.max() ?? 0
    guard best > 0 else {
      throw CheckpointError(
        path: path, problem: .noPositionTable(nearest: TensorName.nearest(among: Array(header.tensors.keys))))
    }
    var tables = [PositionTable]()
    for name in candidates.filter({ TensorName.rank($0, content) == best }).sorted() {
      guard let tensor = header.tensors[name] else { continue }
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
