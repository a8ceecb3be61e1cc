/// A function that is linear in row and column: row, row / length, ALiBi along the keys.
///
/// value = constant + rowSlope · row + columnSlope · column, or − slope · |column − row| for ALiBi's own form. Its block
/// means are arithmetic and quadratic series.
public struct LinearField: Field {
  /// How many rows there are.
  public let rowCount: Int
  /// How many columns there are.
  public let columnCount: Int
  private let constant: Double
  private let rowSlope: Double
  private let columnSlope: Double
  private let distanceSlope: Double

  /// The vectors of integer positions: one column.
  public init(integer: IntegerPosition, rowCount: Int) {
    self.init(rowCount: rowCount, columnCount: 1, rowSlope: 1 / Double(integer.length ?? 1))
  }

  /// −slope · |key − query|.
  public init(slope: Double, rowCount: Int, columnCount: Int) {
    self.init(rowCount: rowCount, columnCount: columnCount, distanceSlope: -slope)
  }

  /// constant + slope · key, the same for every query.
  public init(slope: Double, constant: Double, rowCount: Int, columnCount: Int) {
    self.init(rowCount: rowCount, columnCount: columnCount, constant: constant, columnSlope: slope)
  }

  private init(
    rowCount: Int, columnCount: Int, constant: Double = 0, rowSlope: Double = 0, columnSlope: Double = 0,
    distanceSlope: Double = 0
  ) {
    self.rowCount = max(rowCount, 0)
    self.columnCount = max(columnCount, 0)
    self.constant = constant
    self.rowSlope = rowSlope
    self.columnSlope = columnSlope
    self.distanceSlope = distanceSlope
  }

  /// The values at the corners, and on the diagonal.
  public var bounds: ClosedRange<Double> {
    let corners = [(0, 0), (rowCount - 1, 0), (0, columnCount - 1), (rowCount - 1, columnCount - 1)]
      .map { value(row: $0.0, column: $0.1) }
    return (corners.min() ?? 0)...(corners.max() ?? 0)
  }

  /// Always in closed form.
  public var exactness: Exactness { .closedForm }

  /// The value at a row and a column.
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column) else { return 0 }
    return constant + rowSlope * Double(row) + columnSlope * Double(column)
      + distanceSlope * abs(Double(column) - Double(row))
  }

  /// The mean over a block.
  /// - Complexity: O(1).
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    let rows = rows.clamped(to: rowRange)
    let columns = columns.clamped(to: columnRange)
    guard !rows.isEmpty, !columns.isEmpty else { return 0 }
    let row = Double(rows.lowerBound) + Double(rows.count - 1) / 2
    let column = Double(columns.lowerBound) + Double(columns.count - 1) / 2
    let linear = constant + rowSlope * row + columnSlope * column
    return distanceSlope == 0 ? linear : linear + distanceSlope * Self.meanDistance(rows, columns)
  }

  /// The mean of |column − row|.
  ///
  /// G(x) = (|x|³ − |x|) / 6 has the second difference |x|, so the sum over both ranges is
  /// G(c₁ − r₀) − G(c₀ − r₀) − G(c₁ − r₁) + G(c₀ − r₁) for the half-open bounds r₀, r₁ and c₀, c₁.
  private static func meanDistance(_ rows: Range<Int>, _ columns: Range<Int>) -> Double {
    // Apart from each other the distance is that of the centres; sums of cubes would only lose digits.
    if columns.lowerBound >= rows.upperBound - 1 || rows.lowerBound >= columns.upperBound - 1 {
      let between = Double(columns.lowerBound - rows.lowerBound) + Double(columns.count - rows.count) / 2
      return abs(between)
    }
    func sixfoldG(_ x: Int) -> DoubleDouble {
      let t = DoubleDouble(abs(x))
      return t * (t * t - .one)
    }
    let sum =
      sixfoldG(columns.upperBound - rows.lowerBound) - sixfoldG(columns.lowerBound - rows.lowerBound)
      - sixfoldG(columns.upperBound - rows.upperBound) + sixfoldG(columns.lowerBound - rows.upperBound)
    return (sum / (DoubleDouble(6) * DoubleDouble(rows.count) * DoubleDouble(columns.count))).high
  }
}
