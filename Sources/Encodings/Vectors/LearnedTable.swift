/// A table with one learned row a position: BERT, GPT-2, OPT, RoBERTa.
///
/// Nothing follows from one row about the next, so there is nothing past the last: no extrapolation.
///
///     let table = try LearnedTable(values: [1, 2, 3, 4], dimension: 2)
///     try table.vector(at: 1)   // [3, 4]
public struct LearnedTable: Hashable, Sendable {
  /// The table. Shape (rows, dimension), row-major; empty where the values are not known, as when only a config was read.
  /// Numbers of every format that checkpoints keep, as they are.
  public let values: [Double]
  /// How many rows the table holds.
  public let rowCount: Int
  /// How many columns a row has.
  public let dimension: Int
  /// The row of position 0: 2 for OPT, BART and RoBERTa, 0 for BERT and GPT-2.
  public let offset: Int
  private let keptField = Kept<TableField>()

  /// A table of learned rows.
  /// - Parameters:
  ///   - values: Shape (rows, dimension), row-major.
  ///   - offset: The row of position 0; at least one row must remain.
  /// - Throws: When the values do not fill whole rows, or the offset leaves none.
  public init(values: [Double], dimension: Int, offset: Int = 0) throws(InvalidParameter) {
    try InvalidParameter.requireDimension(.dimension, dimension, least: 1)
    try InvalidParameter.require(!values.isEmpty, .rows, 0, .positive)
    try InvalidParameter.require(
      values.count.isMultiple(of: dimension), .dimension, Double(dimension), .divides(.rows, Double(values.count)))
    try self.init(rows: values.count / dimension, dimension: dimension, offset: offset, values: values)
  }

  /// A table of which only the shape is known.
  /// - Throws: When the shape is empty, or the offset leaves no row.
  public init(rows: Int, dimension: Int, offset: Int = 0) throws(InvalidParameter) {
    try self.init(rows: rows, dimension: dimension, offset: offset, values: [])
  }

  private init(rows: Int, dimension: Int, offset: Int, values: [Double]) throws(InvalidParameter) {
    try InvalidParameter.requireDimension(.dimension, dimension, least: 1)
    try InvalidParameter.requirePositive(.rows, rows)
    try InvalidParameter.require(offset >= 0, .offset, Double(offset), .notNegative)
    try InvalidParameter.require(offset < rows, .offset, Double(offset), .within(rows: rows))
    self.values = values
    rowCount = rows
    self.dimension = dimension
    self.offset = offset
  }

  /// The rows from position 0 on as a field; `nil` where the values are not known.
  /// - Complexity: O(values.count) the first time, then O(1).
  public var field: TableField? {
    values.isEmpty ? nil : keptField.value { TableField(table: self) }
  }

  /// Two tables are the same when their shape and their values are.
  public static func == (left: LearnedTable, right: LearnedTable) -> Bool {
    (left.rowCount, left.dimension, left.offset) == (right.rowCount, right.dimension, right.offset)
      && left.values == right.values
  }

  /// Hashes shape and values.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rowCount)
    hasher.combine(dimension)
    hasher.combine(offset)
    hasher.combine(values)
  }

  /// How many positions have a row: rowCount − offset.
  public var positionCount: Int { rowCount - offset }

  /// The row of a position. Shape (dimension); zeros where the values are not known.
  /// - Throws: Before the first position, and past the last.
  public func vector(at position: Int) throws(InvalidParameter) -> [Double] {
    guard 0 <= position, position < positionCount else {
      throw InvalidParameter(name: .position, value: Double(position), rule: .within(rows: positionCount))
    }
    guard !values.isEmpty else { return [Double](repeating: 0, count: dimension) }
    let start = (position + offset) * dimension
    return Array(values[start..<start + dimension])
  }
}
