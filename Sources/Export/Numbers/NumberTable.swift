/// Numbers in rows, made a block at a time, so that a table may be longer than memory.
///
/// Rows are counted by one axis or by several, the last one fastest; each row holds the values of every part, side by
/// side. Formats take from it what they can hold: CSV a column an axis and a column a value, JSON a list an axis and a
/// (nested) list a part, NPY an array of shape (axes …, values).
public struct NumberTable {
  /// What rows are counted by: positions, pairs, heads.
  public struct Axis {
    /// The name of the list of its values in JSON.
    public let key: String
    /// The name of its column in CSV, without commas or line breaks.
    public let column: String
    /// How many values it has.
    public let count: Int
    /// The value at an index in 0 ..< `count`.
    public let value: (Int) -> Double

    /// An axis of `count` values.
    public init(key: String, column: String, count: Int, value: @escaping (Int) -> Double) {
      (self.key, self.column, self.count, self.value) = (key, column, max(0, count), value)
    }
  }

  /// Values of one kind in every row: one number, or a list of as many as there are columns.
  public struct Part {
    /// The name in JSON.
    public let key: String
    /// The names of the columns in CSV, without commas or line breaks.
    public let columns: [String]
    /// Whether a row holds one number and not a list with one.
    public let isSingle: Bool
    /// Whether NPY leaves it out, as a note beside the values.
    public let isAside: Bool
    /// Writes whole rows from a row on: as many as the buffer holds.
    let fill: (_ firstRow: Int, _ buffer: UnsafeMutableBufferPointer<Double>) -> Void
    /// The same in single precision, where there is a faster way than rounding.
    let fillSingle: ((_ firstRow: Int, _ buffer: UnsafeMutableBufferPointer<Float>) -> Void)?

    /// A part whose rows are written into a buffer that holds a whole number of them.
    public init(
      key: String, columns: [String], fill: @escaping (Int, UnsafeMutableBufferPointer<Double>) -> Void,
      fillSingle: ((Int, UnsafeMutableBufferPointer<Float>) -> Void)? = nil
    ) {
      (self.key, self.columns, isSingle, isAside) = (key, columns, false, false)
      (self.fill, self.fillSingle) = (fill, fillSingle)
    }

    /// A part whose rows are made one by one, each of as many values as there are columns.
    public init(key: String, columns: [String], row: @escaping (Int) -> [Double]) {
      self.init(key: key, columns: columns) { first, buffer in
        guard !columns.isEmpty else { return }
        for index in 0..<buffer.count / columns.count {
          for (column, value) in row(first + index).prefix(columns.count).enumerated() {
            buffer[index * columns.count + column] = value
          }
        }
      }
    }

    /// A part of one number a row.
    /// - Parameter isAside: Whether NPY leaves it out.
    public init(key: String, isAside: Bool = false, value: @escaping (Int) -> Double) {
      (self.key, columns, isSingle, self.isAside) = (key, [key], true, isAside)
      fill = { first, buffer in
        for index in buffer.indices { buffer[index] = value(first + index) }
      }
      fillSingle = nil
    }
  }

  /// What rows are counted by; the last axis is the fastest.
  public let axes: [Axis]
  /// The values of each row, side by side.
  public let parts: [Part]
  /// Single facts about the table that JSON holds beside it.
  public let facts: [(key: String, value: JSONValue)]

  /// A table over axes; their counts multiply.
  public init(axes: [Axis], parts: [Part], facts: [(key: String, value: JSONValue)] = []) {
    (self.axes, self.parts, self.facts) = (axes, parts, facts)
  }

  /// How many rows there are.
  public var rowCount: Int {
    axes.reduce(1) { count, axis in
      let (product, isTooMany) = count.multipliedReportingOverflow(by: axis.count)
      return isTooMany ? .max : product
    }
  }

  /// How many numbers there are in all, as work to be done: it may be more than any whole number.
  public var valueCount: Double { Double(rowCount) * Double(parts.reduce(0) { $0 + $1.columns.count }) }

  /// How many rows are made at once: about a quarter of a megabyte of single-precision values.
  func blockRows(width: Int) -> Int { max(1, (1 << 16) / max(1, width)) }

  /// The index of a row on each axis.
  func indices(ofRow row: Int) -> [Int] {
    var rest = row
    var indices: [Int] = []
    for axis in axes.reversed() where axis.count > 0 {
      indices.append(rest % axis.count)
      rest /= axis.count
    }
    return indices.reversed()
  }
}

/// Is told how many rows of how many are done.
public typealias RowReport = (_ done: Int, _ total: Int) -> Void
