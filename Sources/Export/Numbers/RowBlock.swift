/// The rows of one part, made a block at a time into one buffer and read row by row.
final class RowBlock {
  private let part: NumberTable.Part
  private let rowCount: Int
  private let blockRows: Int
  private var values: [Double]
  private var held: Range<Int> = 0..<0

  init(part: NumberTable.Part, table: NumberTable) {
    self.part = part
    rowCount = table.rowCount
    blockRows = min(table.blockRows(width: part.columns.count), max(1, rowCount))
    values = [Double](repeating: 0, count: blockRows * part.columns.count)
  }

  /// The values of a row in 0 ..< rows of the table.
  func values(ofRow row: Int) -> ArraySlice<Double> {
    let width = part.columns.count
    if !held.contains(row) {
      held = row..<min(row + blockRows, rowCount)
      values.withUnsafeMutableBufferPointer { buffer in
        part.fill(row, UnsafeMutableBufferPointer(rebasing: buffer[..<(held.count * width)]))
      }
    }
    let start = (row - held.lowerBound) * width
    return values[start..<start + width]
  }
}
