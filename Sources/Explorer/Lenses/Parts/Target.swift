import Screen

/// What a lens shows at a cell: what the pointer reads there, what a click chooses, and how a drag moves the picture.
struct Target: Hashable {
  /// The number drawn there, with what it is of: «p 1 024 · i 23   0.4312».
  var reading: String
  /// The position there, or the first of several.
  var position: Int?
  /// The second position there.
  var secondPosition: Int?
  /// The pair there.
  var pair: Int?
  /// The line of the catalogue there, from 0.
  var entry: Int?
  /// The column of the field there, for zooming.
  var column: Int?
  /// What a cell is worth when the picture is dragged.
  var scale = Scale()

  /// Positions and columns of the field in a cell; 0 where dragging moves nothing.
  struct Scale: Hashable {
    /// Positions in a row of cells.
    var positionsPerRow = 0.0
    /// Positions in a column of cells.
    var positionsPerColumn = 0.0
    /// Columns of the field in a column of cells.
    var columnsPerColumn = 0.0
  }
}

/// A cell of the screen.
struct Place: Hashable {
  let row: Int
  let column: Int
}
