/// A table of position vectors (or of learned biases) as a checkpoint holds it.
public struct PositionTable: Hashable, Sendable {
  /// The tensor's name; untrusted text. Empty for a file that holds one array.
  public let name: String

  /// Where it was read from.
  let stored: StoredTensor

  /// Rows: positions, offset included.
  public let rows: Int

  /// Features of each position.
  public let columns: Int

  /// Shape (rows, columns), row-major.
  public let values: [Double]

  /// How far the file's number format can round a sine or cosine; tables are compared with this in mind.
  public let rounding: Double

  /// Largest tables that are read, in bytes of their file: four times the largest that models have. In memory it takes up to
  /// four times as much, and sums of the same size once it is drawn.
  static let sizeLimit = 512 << 20

  /// A table that was read.
  init(
    name: String, rows: Int, columns: Int, bytes: [UInt8], format: NumberFormat, bigEndian: Bool = false,
    columnMajor: Bool = false, path: String
  ) throws(CheckpointError) {
    self.name = name
    stored = StoredTensor(path: path, name: name)
    self.rows = rows
    self.columns = columns
    rounding = format.rounding
    let stored = format.decode(bytes, bigEndian: bigEndian)
    if columnMajor {
      var rowMajor = [Double]()
      rowMajor.reserveCapacity(stored.count)
      for row in 0..<rows { for column in 0..<columns { rowMajor.append(stored[column * rows + row]) } }
      values = rowMajor
    } else {
      values = stored
    }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw CheckpointError(
        path: path, place: name.isEmpty ? .file : .tensor(name),
        problem: .notFiniteInTable(row: index / columns, column: index % columns))
    }
  }

  /// One position's vector; nil past the table.
  public func row(_ index: Int) -> ArraySlice<Double>? {
    guard (0..<rows).contains(index) else { return nil }
    return values[index * columns..<(index + 1) * columns]
  }
}
