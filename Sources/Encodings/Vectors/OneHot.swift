/// A vector of zeros with a one at the position: neighbours are no more alike than strangers.
///
///     try OneHot(rows: 4).vector(at: 1)   // [0, 1, 0, 0]
public struct OneHot: Hashable, Sendable {
  /// How many positions there are, and so how long a vector is.
  public let rows: Int

  /// One-hot vectors for `rows` positions.
  /// - Throws: When there are no rows, or more than a vector may be long.
  public init(rows: Int) throws(InvalidParameter) {
    try InvalidParameter.requireDimension(.rows, rows, least: 1)
    self.rows = rows
  }

  /// The vector of a position. Shape (rows).
  /// - Throws: Past the last row.
  public func vector(at position: Int) throws(InvalidParameter) -> [Double] {
    guard 0 <= position, position < rows else {
      throw InvalidParameter(name: .position, value: Double(position), rule: .within(rows: rows))
    }
    var vector = [Double](repeating: 0, count: rows)
    vector[position] = 1
    return vector
  }
}
