/// Reads a table out of a `.npy` file, versions 1 to 3.
///
///     \x93NUMPY  major minor  length (2 bytes; 4 from version 2 on)  header, a Python dict  data
///
/// Source: numpy.lib.format.
enum NpyFile {
  private static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]

  /// The array, which must have two dimensions.
  ///
  /// - Throws: A ``CheckpointError`` where the header lies or the array is not a table.
  /// - Complexity: O(file).
  static func table(of path: String) throws(CheckpointError) -> PositionTable {
    let file = try InputFile(path)
    guard file.size > 0 else { throw CheckpointError(path: path, problem: .empty) }
    let start = try file.read(at: 0, count: min(12, file.size))
    guard start.starts(with: magic) else { throw CheckpointError(path: path, problem: .badMagic) }
    guard start.count == 12 else {
      throw CheckpointError(path: path, problem: .truncated(bytes: file.size, needed: 12))
    }
    let (major, minor) = (Int(start[6]), Int(start[7]))
    guard (1...3).contains(major), minor == 0 else {
      throw CheckpointError(path: path, problem: .unknownVersion(major: major, minor: minor))
    }
    let lengthBytes = major == 1 ? 2 : 4
    let length = start[8..<8 + lengthBytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= SafetensorsHeader.limit else {
      throw CheckpointError(path: path, problem: .headerTooLarge(bytes: length, limit: SafetensorsHeader.limit))
    }
    let header = try NpyHeader(try file.read(at: 8 + lengthBytes, count: length), path: path)
    guard let needed = Shape.bytes(header.shape, width: header.format.width),
      let (rows, columns) = Shape.table(header.shape)
    else { throw CheckpointError(path: path, problem: .badShape(header.shape)) }
    let offset = 8 + lengthBytes + length
    guard file.size - offset == needed else {
      throw CheckpointError(
        path: path,
        problem: file.size - offset < needed
          ? .truncated(bytes: file.size, needed: Int(clamping: UInt(offset) + UInt(needed)))
          : .wrongSize(bytes: file.size - offset, needed: needed))
    }
    guard needed <= PositionTable.sizeLimit else {
      throw CheckpointError(path: path, problem: .tooLarge(bytes: needed, limit: PositionTable.sizeLimit))
    }
    return try PositionTable(
      name: "", rows: rows, columns: columns, bytes: try file.read(at: offset, count: needed), format: header.format,
      bigEndian: header.isBigEndian, columnMajor: header.isColumnMajor, path: path)
  }
}
