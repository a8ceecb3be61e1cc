/// A field without a closed form: means are taken over at most `limit` values a block, evenly spread, and it says so.
public struct SampledField: Field {
  /// How many rows there are.
  public let rowCount: Int
  /// How many columns there are.
  public let columnCount: Int
  /// The least and the greatest value that can occur.
  public let bounds: ClosedRange<Double>
  /// How many values at most enter a mean.
  public let limit: Int
  private let valueAt: @Sendable (Int, Int) -> Double

  /// A field from a function of row and column, which is asked inside the field only.
  public init(
    rowCount: Int, columnCount: Int, bounds: ClosedRange<Double>, limit: Int = 64,
    value: @escaping @Sendable (_ row: Int, _ column: Int) -> Double
  ) {
    self.rowCount = max(rowCount, 0)
    self.columnCount = max(columnCount, 0)
    self.bounds = bounds
    self.limit = max(limit, 1)
    valueAt = value
  }

  /// Sampled, unless every block holds a single value.
  public var exactness: Exactness { .sampled(limit: limit) }

  /// The value at a row and a column.
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column) else { return 0 }
    return valueAt(row, column)
  }

  /// The mean over evenly spread rows and columns of a block: all of them where there are no more than `limit`.
  /// - Complexity: O(limit).
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    let rows = rows.clamped(to: rowRange)
    let columns = columns.clamped(to: columnRange)
    guard !rows.isEmpty, !columns.isEmpty else { return 0 }
    let (rowSamples, columnSamples) = sampleCounts(rows, columns)
    var sum = 0.0
    for row in 0..<rowSamples {
      for column in 0..<columnSamples {
        sum += valueAt(
          Self.sample(row, of: rowSamples, in: rows), Self.sample(column, of: columnSamples, in: columns))
      }
    }
    return sum / Double(rowSamples * columnSamples)
  }

  /// The rows and columns of a block whose values enter its mean, each with each: what a check of the mean has to look at.
  /// - Returns: Empty lists for a block outside the field.
  /// - Complexity: O(limit).
  public func samples(rows: Range<Int>, columns: Range<Int>) -> (rows: [Int], columns: [Int]) {
    let rows = rows.clamped(to: rowRange)
    let columns = columns.clamped(to: columnRange)
    guard !rows.isEmpty, !columns.isEmpty else { return ([], []) }
    let counts = sampleCounts(rows, columns)
    return (
      (0..<counts.rows).map { Self.sample($0, of: counts.rows, in: rows) },
      (0..<counts.columns).map { Self.sample($0, of: counts.columns, in: columns) }
    )
  }

  /// How many rows and columns of a block that is not empty are looked at.
  private func sampleCounts(_ rows: Range<Int>, _ columns: Range<Int>) -> (rows: Int, columns: Int) {
    let across = columns.count <= limit / min(rows.count, limit) ? columns.count : samplesAcross(columns, rows)
    return (max(min(rows.count, limit / across), 1), across)
  }

  /// A square share of the samples, or all that is left of them beside few rows.
  private func samplesAcross(_ columns: Range<Int>, _ rows: Range<Int>) -> Int {
    let square = Int(Double(limit).squareRoot())
    return max(min(columns.count, max(square, limit / rows.count)), 1)
  }

  /// The centre of the n-th of `count` equal parts of a range.
  private static func sample(_ index: Int, of count: Int, in range: Range<Int>) -> Int {
    if count == range.count { return range.lowerBound + index }
    let part = (Double(index) + 0.5) / Double(count) * Double(range.count)
    return min(range.lowerBound + Int(part), range.upperBound - 1)
  }
}
