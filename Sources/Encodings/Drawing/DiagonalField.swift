/// Ones on the diagonal and zeros beside it: one-hot vectors.
public struct DiagonalField: Field {
  /// How many rows and columns there are.
  public let rowCount: Int

  /// The vectors of one-hot positions.
  public init(oneHot: OneHot) { rowCount = oneHot.rows }

  /// As many as rows.
  public var columnCount: Int { rowCount }

  /// 0 … 1.
  public var bounds: ClosedRange<Double> { 0...1 }

  /// Always in closed form.
  public var exactness: Exactness { .closedForm }

  /// 1 where the row is the column.
  public func value(row: Int, column: Int) -> Double { row == column && rowRange.contains(row) ? 1 : 0 }

  /// The share of the block that lies on the diagonal.
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    let rows = rows.clamped(to: rowRange)
    let columns = columns.clamped(to: columnRange)
    guard !rows.isEmpty, !columns.isEmpty else { return 0 }
    return Double(rows.clamped(to: columns).count) / (Double(rows.count) * Double(columns.count))
  }
}
