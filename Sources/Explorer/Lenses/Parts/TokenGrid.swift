import Encodings
import Screen

/// A small matrix over tokens: rows are those that ask, columns those asked; a number stands in every cell that has room.
///
///            the  cat  chases          labels of the columns: one row
///     the   0.31 0.29 0.40
///     cat   0.30 0.33 0.37  ◂          the gutter holds the labels of the rows
struct TokenGrid {
  /// Shape (rows, columns); `nil` where nothing passes.
  let values: [[Double?]]
  let rowLabels: [String]
  let columnLabels: [String]
  /// Range of the colours.
  let bounds: ClosedRange<Double>
  /// The row and the column looked at, among those shown.
  var mark: (row: Int, column: Int)?
  /// What a lesson points at, counted among the rows and columns shown.
  var spot: Spot?
  /// What to write into a cell so many columns wide.
  var text: (Double, Int) -> String = TokenGrid.share

  /// How many rows and columns of values an area has room for.
  static func room(in area: Area, labels: [String]) -> (rows: Int, columns: Int) {
    (max(0, area.rows - 1), max(0, (area.columns - gutter(area, labels) - 2) / 2))
  }

  /// Columns of the row labels, a blank after them.
  private static func gutter(_ area: Area, _ labels: [String]) -> Int {
    min(labels.map { Screen.columns(of: $0) }.max() ?? 0, max(2, area.columns / 5)) + 1
  }

  /// A share as «0.25», «.25» or nothing, as there is room.
  static func share(_ value: Double, _ width: Int) -> String {
    let text = Numerals.fixed(value, decimals: 2)
    if width >= 6 { return text }
    return width >= 4 ? (value < 0.995 ? String(text.dropFirst()) : "1.0") : ""
  }

  /// Where the values stand: all their cells, and the columns and rows of cells that one takes.
  private struct Places {
    let gutter: Int
    let cells: Area
    let width: Int
    let height: Int
  }

  /// The places in an area; `nil` where there is no room.
  private func places(in area: Area) -> Places? {
    let columnCount = columnLabels.count
    let gutter = Self.gutter(area, rowLabels)
    let room = area.columns - gutter - 2
    guard columnCount > 0, !rowLabels.isEmpty, room >= columnCount, area.rows > rowLabels.count else { return nil }
    let width = min(12, room / columnCount)
    let height = min(5, (area.rows - 1) / rowLabels.count, max(1, width / 2))
    let cells = Area(
      row: area.row + 1, column: area.column + gutter, rows: height * rowLabels.count, columns: width * columnCount)
    return Places(gutter: gutter, cells: cells, width: width, height: height)
  }

  /// The row and the column of the value at a cell of the screen, when drawn into an area; `nil` outside all values.
  func value(at place: Place, in area: Area) -> (row: Int, column: Int)? {
    guard let places = places(in: area), places.cells.contains(row: place.row, column: place.column) else {
      return nil
    }
    return (
      (place.row - places.cells.row) / places.height, (place.column - places.cells.column) / places.width
    )
  }

  /// Draws labels and cells and returns the area that both took.
  @discardableResult
  func draw(in frame: inout Frame, _ area: Area, _ look: Look) -> Area {
    guard let places = places(in: area) else {
      return Area(row: area.row, column: area.column, rows: 0, columns: 0)
    }
    let (gutter, cells, width, height) = (places.gutter, places.cells, places.width, places.height)
    drawCells(width, height, in: &frame, cells, look)
    drawColumnLabels(width, in: &frame, cells, area, look)
    SpotMark(
      area: cells, rows: (0..<cells.rows).map { $0 / height..<($0 / height + 1) },
      columns: columnLabels.indices.map { $0..<($0 + 1) }, cellWidth: width
    ).draw(spot, in: &frame, look)
    for (row, label) in rowLabels.enumerated() {
      let isHere = mark?.row == row
      let style = look.style(isHere ? .accent : .muted, on: .panel, isHere ? .bold : [])
      let line = cells.row + row * height + (height - 1) / 2
      let cut = shortened(label, columns: gutter - 1)
      frame.write(
        cut, row: line, column: cells.column - 1 - Screen.columns(of: cut), style: style, in: area)
      if isHere { frame.write("◂", row: line, column: cells.endColumn, style: style, in: area) }
    }
    return Area(row: area.row, column: area.column, rows: cells.rows + 1, columns: gutter + cells.columns + 1)
  }

  private func drawCells(_ width: Int, _ height: Int, in frame: inout Frame, _ cells: Area, _ look: Look) {
    let wide = values.map { row in row.flatMap { Array(repeating: $0 ?? bounds.lowerBound, count: width) } }
    Heatmap(
      values: wide.flatMap { Array(repeating: $0, count: height * look.valueRowsPerCell).flatMap(\.self) },
      rows: cells.rows * look.valueRowsPerCell, columns: cells.columns, bounds: bounds, kind: .sequential
    ).draw(in: &frame, cells, look)
    let map = look.theme[.sequential]
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() {
        let cell = Area(
          row: cells.row + row * height, column: cells.column + column * width, rows: height, columns: width)
        let middle = cell.row + (height - 1) / 2
        let isHere = mark.map { $0.row == row && $0.column == column } ?? false
        guard let value else {
          frame.fill(cell, with: look.blank(on: .panel))
          let style = look.style(isHere ? .accent : .muted, on: .panel)
          frame.write("·", row: middle, column: cell.column + width / 2, style: style, in: cell)
          continue
        }
        let text = text(value, width)
        var style = Style()
        if look.depth >= .palette256 {
          let color = map.color(of: value, in: bounds)
          style = Style(color.ink, on: color)
        }
        if isHere { style.attributes.formUnion([.bold, .underline]) }
        let left = cell.column + (width - Screen.columns(of: text)) / 2
        frame.write(text, row: middle, column: left, style: style, in: cell)
      }
    }
  }

  /// Labels cut to their columns, or left out where they would run together; that of the mark whole, over those beside
  /// it.
  private func drawColumnLabels(
    _ width: Int, in frame: inout Frame, _ cells: Area, _ area: Area, _ look: Look
  ) {
    let row = cells.row - 1
    for (column, label) in columnLabels.enumerated() where column != mark?.column {
      let isWide = visible(label).unicodeScalars.first.flatMap(GlyphWidth.columns(of:)) == 2
      guard width > 2 || Screen.columns(of: label) <= (isWide ? 2 : 1) else { continue }
      let cut = shortened(label, columns: width > 2 ? width - 1 : width)
      frame.write(
        cut, row: row, column: cells.column + column * width + Self.indent(cut, width),
        style: look.style(.muted, on: .panel), in: area)
    }
    guard let column = mark?.column, columnLabels.indices.contains(column) else { return }
    let label = shortened(columnLabels[column], columns: cells.columns)
    let size = Screen.columns(of: label)
    let wished = cells.column + column * width + Self.indent(label, width)
    let left = max(cells.column, min(wished, cells.endColumn - size))
    if size > width {
      frame.fill(
        Area(row: row, column: left, rows: 1, columns: min(size + 1, cells.endColumn - left)),
        with: look.blank(on: .panel))
    }
    frame.write(label, row: row, column: left, style: look.style(.accent, on: .panel, .bold), in: area)
  }

  private static func indent(_ label: String, _ width: Int) -> Int {
    max(0, (width - Screen.columns(of: label)) / 2)
  }
}
