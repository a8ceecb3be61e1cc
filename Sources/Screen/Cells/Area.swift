/// A size in cells: rows before columns, always.
public struct Size: Hashable, Sendable {
  /// Number of rows, never negative.
  public let rows: Int
  /// Number of columns, never negative.
  public let columns: Int

  /// A size; negative numbers count as 0.
  public init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}

/// A rectangle of cells on a frame. It may be empty; it never has negative extent.
public struct Area: Hashable, Sendable {
  /// First row, counted from the top of the frame.
  public let row: Int
  /// First column, counted from the left of the frame.
  public let column: Int
  /// Rows and columns covered.
  public let size: Size

  /// Number of rows.
  public var rows: Int { size.rows }
  /// Number of columns.
  public var columns: Int { size.columns }
  /// The row just below the area.
  public var endRow: Int { row + rows }
  /// The column just right of the area.
  public var endColumn: Int { column + columns }
  /// Whether no cell is inside.
  public var isEmpty: Bool { rows == 0 || columns == 0 }

  /// The rectangle of `rows` × `columns` cells whose first cell is at (`row`, `column`).
  public init(row: Int = 0, column: Int = 0, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    size = Size(rows: rows, columns: columns)
  }

  /// The whole of a frame of this size.
  public init(_ size: Size) {
    self.init(rows: size.rows, columns: size.columns)
  }

  /// What is left when so many rows and columns are taken from each side.
  public func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Area {
    Area(
      row: row + min(top, rows), column: column + min(left, columns), rows: rows - top - bottom,
      columns: columns - left - right)
  }

  /// The first rows of the area, and the rest below them.
  public func splitRows(_ count: Int) -> (top: Area, bottom: Area) {
    let first = min(max(0, count), rows)
    return (
      Area(row: row, column: column, rows: first, columns: columns),
      Area(row: row + first, column: column, rows: rows - first, columns: columns)
    )
  }

  /// The first columns of the area, and the rest to their right.
  public func splitColumns(_ count: Int) -> (left: Area, right: Area) {
    let first = min(max(0, count), columns)
    return (
      Area(row: row, column: column, rows: rows, columns: first),
      Area(row: row, column: column + first, rows: rows, columns: columns - first)
    )
  }

  /// Whether the cell lies inside.
  public func contains(row: Int, column: Int) -> Bool {
    row >= self.row && row < endRow && column >= self.column && column < endColumn
  }
}
