/// A function of key − query that stays constant between steps, over queries (rows) and keys (columns): T5's biases and
/// buckets, Shaw's and DeBERTa's indices.
///
/// The mean over a block counts how many of its cells lie at or past each step, which is an arithmetic series: closed form,
/// at the cost of the number of steps.
public struct DistanceField: Field {
  /// How many queries there are.
  public let rowCount: Int
  /// How many keys there are.
  public let columnCount: Int
  /// The least and the greatest value.
  public let bounds: ClosedRange<Double>
  /// The differences key − query from which a new value holds, ascending.
  private let steps: [Int]
  /// The values; `values[k]` holds from `steps[k]` on. The first holds for everything before `steps[1]`.
  private let values: [Double]

  /// The buckets that a scheme sorts differences into.
  /// - Complexity: O(buckets · log(rows + columns)).
  public init(buckets: any RelativeBuckets, rowCount: Int, columnCount: Int) {
    self.init(rowCount: rowCount, columnCount: columnCount, bounds: 0...Double(max(buckets.bucketCount - 1, 0))) {
      Double(buckets.bucket(ofDifference: $0))
    }
  }

  /// T5's learned biases of one head.
  /// - Complexity: O(buckets · log(rows + columns)).
  public init(t5: T5Bias, head: Int, rowCount: Int, columnCount: Int) {
    let learned = t5.biases.indices.contains(head) ? t5.biases[head] : []
    let bounds = (learned.min() ?? 0)...(learned.max() ?? 0)
    let byBucket = Self(buckets: t5, rowCount: rowCount, columnCount: columnCount)
    self.rowCount = byBucket.rowCount
    self.columnCount = byBucket.columnCount
    self.bounds = bounds
    steps = byBucket.steps
    values = byBucket.values.map { learned.isEmpty ? 0 : learned[Int($0)] }
  }

  private init(rowCount: Int, columnCount: Int, bounds: ClosedRange<Double>, value: (Int) -> Double) {
    // Differences of a row and a column must fit an Int with room to double.
    let rowCount = min(max(rowCount, 0), 1 << 60)
    let columnCount = min(max(columnCount, 0), 1 << 60)
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.bounds = bounds
    let first = 1 - max(rowCount, 1)
    let last = max(columnCount, 1) - 1
    var steps = [first]
    var values = [value(first)]
    // Constant stretches of a bucketing are doubled until they end, then halved to where they end.
    while let start = steps.last, let current = values.last, start < last {
      var stride = 1
      var inside = start
      while inside < last, value(min(inside + stride, last)) == current {
        inside = min(inside + stride, last)
        stride *= 2
      }
      guard inside < last else { break }
      var outside = min(inside + stride, last)
      while outside - inside > 1 {
        let middle = inside + (outside - inside) / 2
        if value(middle) == current { inside = middle } else { outside = middle }
      }
      steps.append(outside)
      values.append(value(outside))
    }
    self.steps = steps
    self.values = values
  }

  /// Always in closed form.
  public var exactness: Exactness { .closedForm }

  /// The value for a query and a key.
  /// - Complexity: O(log steps).
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column) else { return 0 }
    return values[step(holding: column - row)]
  }

  /// The mean over a block of queries and keys.
  /// - Complexity: O(steps within the block).
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    let rows = rows.clamped(to: rowRange)
    let columns = columns.clamped(to: columnRange)
    guard !rows.isEmpty, !columns.isEmpty else { return 0 }
    let first = step(holding: columns.lowerBound - rows.upperBound + 1)
    let last = step(holding: columns.upperBound - 1 - rows.lowerBound)
    let area = Double(rows.count) * Double(columns.count)
    var reached = area
    var sum = 0.0
    for step in first..<last {
      let beyond = Self.cells(rows: rows, columns: columns, atOrPast: steps[step + 1])
      sum += values[step] * (reached - beyond)
      reached = beyond
    }
    return (sum + values[last] * reached) / area
  }

  private func step(holding difference: Int) -> Int {
    var low = 0
    var high = steps.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle] <= difference { low = middle } else { high = middle }
    }
    return low
  }

  /// How many cells of a block have column − row ≥ difference.
  private static func cells(rows: Range<Int>, columns: Range<Int>, atOrPast difference: Int) -> Double {
    // Rows up to columns.lowerBound − difference count whole, those from columns.upperBound − difference on not at all.
    let whole = min(max(columns.lowerBound - difference + 1, rows.lowerBound), rows.upperBound)
    let none = min(max(columns.upperBound - difference, whole), rows.upperBound)
    let partial = Double(none - whole)
    let longest = Double(columns.upperBound - difference - whole)
    return Double(whole - rows.lowerBound) * Double(columns.count) + partial * longest - partial * (partial - 1) / 2
  }
}
