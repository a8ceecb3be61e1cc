/// A table of given values, for instance learned rows: block means by sums over rectangles, kept once.
public struct TableField: Field {
  /// How many rows there are.
  public let rowCount: Int
  /// How many columns there are.
  public let columnCount: Int
  /// The least and the greatest value of the table.
  public let bounds: ClosedRange<Double>
  /// Sums of all values above and to the left. Shape (rowCount + 1, columnCount + 1), row-major.
  private let sums: [Double]
  private let values: [Double]

  /// A table from its values. Shape (values.count / columnCount, columnCount), row-major; a last row that is not whole is
  /// left out.
  /// - Complexity: O(values.count) time and memory.
  public init(values: [Double], columnCount: Int) {
    let columns = max(columnCount, 0)
    let rows = columns > 0 ? values.count / columns : 0
    self.columnCount = columns
    rowCount = rows
    self.values = values
    let finite = values.filter(\.isFinite)
    bounds = (finite.min() ?? 0)...(finite.max() ?? 0)
    var sums = [Double](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in 0..<rows {
      var sum = 0.0
      for column in 0..<columns {
        let value = values[row * columns + column]
        sum += value.isFinite ? value : 0
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + sum
      }
    }
    self.sums = sums
  }

  /// The rows of a learned table from position 0 on; none where its values are not known.
  public init(table: LearnedTable) {
    // Without rows before position 0 the two share their memory.
    let values = table.offset == 0 ? table.values : Array(table.values.dropFirst(table.offset * table.dimension))
    self.init(values: values, columnCount: table.dimension)
  }

  /// Exact up to the rounding of sums over the whole table, about 1e-16 of them.
  public var exactness: Exactness { .closedForm }

  /// The value at a row and a column.
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column) else { return 0 }
    return values[row * columnCount + column]
  }

  /// The mean over a block; values that are not finite count as 0.
  /// - Complexity: O(1).
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    let rows = rows.clamped(to: rowRange)
    let columns = columns.clamped(to: columnRange)
    guard !rows.isEmpty, !columns.isEmpty else { return 0 }
    func sum(_ row: Int, _ column: Int) -> Double { sums[row * (columnCount + 1) + column] }
    let total =
      sum(rows.upperBound, columns.upperBound) - sum(rows.lowerBound, columns.upperBound)
      - sum(rows.upperBound, columns.lowerBound) + sum(rows.lowerBound, columns.lowerBound)
    return total / Double(rows.count) / Double(columns.count)
  }
}
