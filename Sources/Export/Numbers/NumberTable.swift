/// Named columns of numbers, row by row: what stands behind a picture.
///
/// Rows are made one at a time, so a table may be longer than memory.
public struct NumberTable {
  /// A column's name, without commas or line breaks.
  public let columns: [String]
  /// How many rows there are.
  public let rowCount: Int
  /// Makes a row: as many numbers as there are columns.
  public let row: (Int) -> [Double]

  /// A table of `rowCount` rows.
  public init(columns: [String], rowCount: Int, row: @escaping (Int) -> [Double]) {
    (self.columns, self.rowCount, self.row) = (columns, max(0, rowCount), row)
  }
}

/// Where bytes go: a file or standard output.
public protocol ByteSink: AnyObject {
  /// Takes bytes in their order.
  func write(_ bytes: some Collection<UInt8>) throws
}
