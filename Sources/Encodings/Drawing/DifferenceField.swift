/// The difference of two fields, value by value: how encodings, methods and formats part.
///
/// Means of a difference are differences of means, so it is as exact as its parts. The smaller shape counts.
public struct DifferenceField: Field {
  /// What is subtracted from.
  public let minuend: any Field
  /// What is subtracted.
  public let subtrahend: any Field

  /// minuend − subtrahend.
  public init(_ minuend: any Field, minus subtrahend: any Field) {
    self.minuend = minuend
    self.subtrahend = subtrahend
  }

  /// The rows that both have.
  public var rowCount: Int { min(minuend.rowCount, subtrahend.rowCount) }

  /// The columns that both have.
  public var columnCount: Int { min(minuend.columnCount, subtrahend.columnCount) }

  /// Symmetric about zero, and wide enough for any pair of values.
  public var bounds: ClosedRange<Double> {
    let (a, b) = (minuend.bounds, subtrahend.bounds)
    let reach = max(abs(a.upperBound - b.lowerBound), abs(b.upperBound - a.lowerBound))
    return -reach...reach
  }

  /// The lesser of the two.
  public var exactness: Exactness {
    if case .sampled = minuend.exactness { minuend.exactness } else { subtrahend.exactness }
  }

  /// The difference at a row and a column.
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column) else { return 0 }
    return minuend.value(row: row, column: column) - subtrahend.value(row: row, column: column)
  }

  /// The mean difference over a block.
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    let rows = rows.clamped(to: rowRange)
    let columns = columns.clamped(to: columnRange)
    return minuend.mean(rows: rows, columns: columns) - subtrahend.mean(rows: rows, columns: columns)
  }

  /// The mean differences over all blocks of a window.
  public func means(rows: [Range<Int>], columns: [Range<Int>]) -> [Double] {
    let rows = rows.map { $0.clamped(to: rowRange) }
    let columns = columns.map { $0.clamped(to: columnRange) }
    return zip(minuend.means(rows: rows, columns: columns), subtrahend.means(rows: rows, columns: columns)).map(-)
  }
}
