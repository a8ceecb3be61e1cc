/// A function of (row, column) that gives its value and its mean over any block: what a heatmap draws.
///
/// A cell of a screen or a picture usually covers many values. Drawing one of them shows patterns that are not there
/// (moiré); a field gives the mean instead, in closed form where there is one.
public protocol Field: Sendable {
  /// How many rows there are (positions, queries).
  var rowCount: Int { get }
  /// How many columns there are (pairs, features, keys).
  var columnCount: Int { get }
  /// The least and the greatest value that can occur, for the colour scale.
  var bounds: ClosedRange<Double> { get }
  /// How `mean` and `means` are found.
  var exactness: Exactness { get }

  /// The value at a row and a column; 0 outside the field.
  func value(row: Int, column: Int) -> Double

  /// The mean over a block, rows first. The block is cut to the field; an empty one has the mean 0.
  func mean(rows: Range<Int>, columns: Range<Int>) -> Double

  /// The means over all blocks of a window, row-major. Shape (rows.count, columns.count).
  ///
  /// Blocks may repeat or overlap, as they do where a window is zoomed in past one value a cell.
  func means(rows: [Range<Int>], columns: [Range<Int>]) -> [Double]
}

extension Field {
  /// Asks `mean` for each block in turn.
  public func means(rows: [Range<Int>], columns: [Range<Int>]) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(rows.count * columns.count)
    for rowBlock in rows {
      for columnBlock in columns { result.append(mean(rows: rowBlock, columns: columnBlock)) }
    }
    return result
  }

  /// All rows of the field.
  public var rowRange: Range<Int> { 0..<rowCount }

  /// All columns of the field.
  public var columnRange: Range<Int> { 0..<columnCount }
}
