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
  /// The number that the wheel and a drag turn there, in place of zooming and panning.
  var parameter: StatusLine.Parameter?

  /// The position that keeps its place when the wheel zooms; `nil` where no axis of the picture is of positions.
  var zoomCenter: Int? { scale.positionsPerRow != 0 || scale.positionsPerColumn != 0 ? position : nil }

  /// Positions and columns of the field in a cell; 0 where dragging moves nothing.
  struct Scale: Hashable {
    /// Positions in a row of cells.
    var positionsPerRow = 0.0
    /// Positions in a column of cells.
    var positionsPerColumn = 0.0
    /// Columns of the field in a column of cells.
    var columnsPerColumn = 0.0

    /// Whether dragging moves anything.
    var moves: Bool { self != Scale() }
  }
}

/// A cell of the screen.
struct Place: Hashable {
  let row: Int
  let column: Int
}
