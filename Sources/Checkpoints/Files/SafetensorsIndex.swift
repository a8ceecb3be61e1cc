/// The index of a checkpoint in several files: `model.safetensors.index.json`.
enum SafetensorsIndex {
  /// Largest index that is read, in bytes.
  static let limit = 100_000_000

  /// Reads the tables of positions out of the files that the index names, which must lie beside it.
  static func tables(
    of path: String, holding content: TensorName.Content = .positions
  ) throws(CheckpointError) -> [PositionTable] {
    let bytes = try InputFile.bytes(of: path, limit: limit)
    let (map, nearest) = try weightMap(bytes, content, path: path)
    let best = map.keys.map { TensorName.rank($0, content) }.max() ?? 0
    let wanted = map.filter { TensorName.rank($0.key, content) == best }
    guard !wanted.isEmpty else { throw CheckpointError(path: path, problem: .noPositionTable(nearest: nearest)) }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    var tables = [PositionTable]()
    for shard in Set(wanted.values).sorted() {
      // A name that leads elsewhere would let a downloaded index read any file.
      guard !shard.isEmpty, !shard.contains("/"), !shard.contains("\0"), shard != ".", shard != ".." else {
        throw CheckpointError(path: path, place: .key("weight_map"), problem: .badShardName(shard))
      }
      let names = Set(wanted.filter { $0.value == shard }.keys)
      tables += try SafetensorsFile.tables(of: folder + shard, holding: content, wanted: names)
    }
    return tables.sorted { $0.name < $1.name }
  }

  /// Which file holds which tensor that is called like a table of positions, and names that come near.
  private static func weightMap(
    _ bytes: [UInt8], _ content: TensorName.Content, path: String
  ) throws(CheckpointError) -> (map: [String: String], nearest: [String]) {
    let outcome = bytes.withUnsafeBytes {
      buffer -> Result<(map: [String: String], nearest: [String]), CheckpointError> in
      do throws(JSONScanner.Failure) {
        var map = [String: String]()
        var others = [String]()
        var scanner = JSONScanner(buffer)
        try scanner.skipSpace()
        try scanner.object(depth: 0) { (scanner, key, depth) throws(JSONScanner.Failure) in
          guard key == "weight_map", scanner.next == UInt8(ascii: "{") else {
            try scanner.skip(depth: depth)
            return
          }
          try scanner.object(depth: depth) { (scanner, name, depth) throws(JSONScanner.Failure) in
            guard scanner.next == UInt8(ascii: "\""), TensorName.rank(name, content) > 0 else {
              if others.count < 3, TensorName.isNear(name) { others.append(name) }
              try scanner.skip(depth: depth)
              return
            }
            map[name] = try scanner.string()
          }
        }
        try scanner.expectEnd()
        return .success((map, others.sorted()))
      } catch {
        return .failure(error.placed(in: buffer, path: path))
      }
    }
    return try outcome.get()
  }
}
