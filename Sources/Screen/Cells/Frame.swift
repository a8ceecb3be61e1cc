/// What a screen shows, as a value: a grid of cells whose widths are decided.
///
/// Lenses draw into a frame; the terminal gets the difference of two; exporters write one out. Nothing else is ever on
/// the screen, so a screenshot cannot differ from it.
public struct Frame: Hashable, Sendable {
  /// Rows and columns.
  public let size: Size
  /// Row-major, `size.rows` × `size.columns`. A wide cell is always followed by its continuation in the same row, and a
  /// continuation always follows a wide cell.
  public private(set) var cells: [Cell]
  /// Where the text cursor stands, or `nil` while it is hidden.
  public var cursor: (row: Int, column: Int)? {
    get { cursorCell.map { ($0 / max(1, size.columns), $0 % max(1, size.columns)) } }
    set {
      cursorCell = newValue.flatMap {
        Area(size).contains(row: $0.row, column: $0.column) ? $0.row * size.columns + $0.column : nil
      }
    }
  }
  private var cursorCell: Int?

  /// A frame of blank cells.
  public init(_ size: Size, style: Style = Style()) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.rows * size.columns)
  }

  /// The cell at a place, or `nil` outside the frame.
  public subscript(row: Int, column: Int) -> Cell? {
    guard Area(size).contains(row: row, column: column) else { return nil }
    return cells[row * size.columns + column]
  }

  /// Puts a cell of one column at a place. Half of a wide glyph that it covers leaves a blank; outside, nothing happens.
  public mutating func put(_ cell: Cell, row: Int, column: Int) {
    guard cell.width == .narrow, Area(size).contains(row: row, column: column) else { return }
    let index = row * size.columns + column
    if cells[index].width != .narrow { freeHalves(index) }
    cells[index] = cell
  }

  /// Fills an area with one cell of one column.
  public mutating func fill(_ area: Area, with cell: Cell) {
    let columns = min(max(0, area.column), size.columns)..<min(max(0, area.endColumn), size.columns)
    guard cell.width == .narrow, let last = columns.last else { return }
    for row in min(max(0, area.row), size.rows)..<min(max(0, area.endRow), size.rows) {
      // Only at the edges can half of a wide glyph be covered.
      put(cell, row: row, column: columns.lowerBound)
      put(cell, row: row, column: last)
      for column in columns { cells[row * size.columns + column] = cell }
    }
  }

  /// Writes one line of text inside an area and returns the column after it.
  ///
  /// Hostile characters are made visible; a glyph that does not fit whole is not drawn, and nothing after it.
  ///
  /// - Parameters:
  ///   - row: The row, counted in the frame.
  ///   - column: The first column, counted in the frame; text left of the area is not drawn.
  ///   - area: Where drawing is allowed; the whole frame when `nil`.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, row: Int, column: Int, style: Style, in area: Area? = nil
  ) -> Int {
    let bounds = area ?? Area(size)
    guard row >= max(0, bounds.row), row < min(size.rows, bounds.endRow) else { return column }
    let end = min(size.columns, bounds.endColumn)
    var at = column
    var last: Int?
    for scalar in visible(text).unicodeScalars {
      let width = GlyphWidth.columns(of: scalar) ?? 0
      if width == 0 {
        if let last, cells[last].mark == nil {
          let base = cells[last]
          cells[last] = Cell(scalar: base.scalar, mark: scalar, width: base.width, style: base.style)
        }
        continue
      }
      if at + width > end { break }
      if at >= max(0, bounds.column) {
        let index = row * size.columns + at
        for half in index..<(index + width) { freeHalves(half) }
        cells[index] = Cell(scalar: scalar, width: width == 2 ? .wide : .narrow, style: style)
        if width == 2 { cells[index + 1] = Cell(scalar: " ", width: .continuation, style: style) }
        last = index
      }
      at += width
    }
    return at
  }

  /// Gives the cells of an area other colours or attributes, their glyphs kept.
  public mutating func restyle(_ area: Area, _ change: (inout Style) -> Void) {
    for row in max(0, area.row)..<max(max(0, area.row), min(size.rows, area.endRow)) {
      for column in max(0, area.column)..<max(max(0, area.column), min(size.columns, area.endColumn)) {
        change(&cells[row * size.columns + column].style)
      }
    }
  }

  /// Blanks the other half of a wide glyph of which one half is about to be covered.
  private mutating func freeHalves(_ index: Int) {
    switch cells[index].width {
    case .narrow: return
    case .wide: cells[index + 1] = .blank(cells[index + 1].style)
    case .continuation: cells[index - 1] = .blank(cells[index - 1].style)
    }
    cells[index] = .blank(cells[index].style)
  }
}
