import Encodings
import Screen

/// Where a field's cells stand in its pane, and which rows and columns of the field each of them holds.
///
///     p   i 0      10      21      30      column labels: one row
///     0   ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀ ◂
///     ↑   the cells                        row labels: the gutter
struct FieldGrid {
  /// The cells of the picture.
  let area: Area
  /// Columns of the labels at the left.
  let gutter: Int
  /// The field's rows in each row of values.
  let rows: [Range<Int>]
  /// The field's columns in each column of values; each is drawn `cellWidth` cells wide.
  let columns: [Range<Int>]
  /// Cells that one column of values takes.
  let cellWidth: Int
  private let rowsPerCell: Int

  /// Rows of cells in the grid of a pane: all but heading, column labels, colour bar and check.
  static func cellRows(in pane: Area) -> Int { max(0, pane.rows - 4) }

  /// What each row of values holds in so many rows of cells: the scene's window, moved as little as brings the position looked at into it,
  /// cut to the rows that a field has. An odd last one is followed by none; there are none where the window is past the end.
  static func rows(of scene: Scene, cells: Int, rowCount: Int, valueRowsPerCell: Int) -> [Range<Int>] {
    let count = max(0, cells) * valueRowsPerCell
    guard count > 0 else { return [] }
    var rows = scene.window.containing(scene.position, rows: count).blocks(rows: count)
      .filter { $0.lowerBound < rowCount }.map { $0.clamped(to: 0..<rowCount) }
    while let last = rows.last, !rows.count.isMultiple(of: valueRowsPerCell) {
      rows.append(last.upperBound..<last.upperBound)
    }
    return rows
  }

  /// Rows of values.
  var valueRows: Int { rows.count }
  /// Columns of cells.
  var width: Int { columns.count * cellWidth }
  /// Columns of a pane that holds labels, cells and the mark beside them, and nothing else.
  var snugColumns: Int { 1 + gutter + width + 2 }
  /// The most rows of the field in one row of values.
  var rowsPerValue: Int { rows.map(\.count).max() ?? 0 }
  /// The most columns of the field in one cell.
  var columnsPerCell: Int { columns.map(\.count).max() ?? 0 }

  /// A grid in a pane.
  ///
  /// - Parameters:
  ///   - rows: The field's rows in each row of values: a multiple of `Look.valueRowsPerCell`.
  ///   - shown: The field's columns to show: each as wide as all can be, or several in a cell.
  ///   - width: Columns for row labels; without a number, as many as they take.
  init(rows: [Range<Int>], columns shown: Range<Int>, pane: Area, look: Look, gutter width: Int? = nil) {
    self.init(rows: rows, columns: shown, pane: pane, valueRowsPerCell: look.valueRowsPerCell, gutter: width)
  }

  /// A grid in a pane, where a row of cells holds so many rows of values.
  init(
    rows: [Range<Int>], columns shown: Range<Int>, pane: Area, valueRowsPerCell: Int, gutter width: Int? = nil
  ) {
    rowsPerCell = max(1, valueRowsPerCell)
    self.rows = rows
    gutter = width ?? Self.gutter(for: rows)
    let room = max(0, pane.columns - 2 - gutter - 1)
    if shown.count <= room {
      cellWidth = max(1, room / max(1, shown.count))
      columns = shown.map { $0..<($0 + 1) }
    } else {
      cellWidth = 1
      columns = shown.blocks(room)
    }
    area = Area(
      row: pane.row + 2, column: pane.column + 1 + gutter, rows: rows.count / rowsPerCell,
      columns: columns.count * cellWidth)
  }

  /// How much of the field a cell is the mean of: «cell = mean of 121 positions»; `nil` where it is one value.
  func cellSize(_ language: Language) -> String? {
    var parts: [String] = []
    if rowsPerValue > 1 {
      parts.append(
        language("\(Numerals.grouped(rowsPerValue)) positions", "\(Numerals.grouped(rowsPerValue)) 个位置"))
    }
    if columnsPerCell > 1 {
      parts.append(language("\(Numerals.grouped(columnsPerCell)) columns", "\(Numerals.grouped(columnsPerCell)) 列"))
    }
    guard !parts.isEmpty else { return nil }
    return language("cell = mean of ", "每格 = ") + parts.joined(separator: " × ") + language("", "的均值")
  }

  /// The same in fewer words: «cell = mean of 121», «mean of 121»; where a cell is one value, nothing.
  func shortCellSizes(_ language: Language) -> [String] {
    let counts = [rowsPerValue, columnsPerCell].filter { $0 > 1 }.map(Numerals.grouped)
    guard !counts.isEmpty else { return [""] }
    let count = counts.joined(separator: " × ")
    return [language("cell = mean of \(count)", "每格 = \(count) 的均值"), language("mean of \(count)", "\(count) 的均值")]
  }

  /// The field's rows and columns drawn at a cell, or `nil` outside the picture.
  func block(at place: Place) -> (rows: Range<Int>, columns: Range<Int>)? {
    guard area.contains(row: place.row, column: place.column) else { return nil }
    let first = (place.row - area.row) * rowsPerCell
    let held = rows[first].lowerBound..<rows[first + rowsPerCell - 1].upperBound
    return (held, columns[(place.column - area.column) / cellWidth])
  }

  /// What a cell is worth when the picture is dragged along the field's rows, and along its columns.
  var scale: (rows: Double, columns: Double) {
    func span(_ ranges: [Range<Int>]) -> Double {
      Double((ranges.last?.upperBound ?? 0) - (ranges.first?.lowerBound ?? 0))
    }
    return (span(rows) / Double(max(1, area.rows)), span(columns) / Double(max(1, area.columns)))
  }

  /// Columns that the labels of these rows take.
  static func gutter(for rows: [Range<Int>]) -> Int {
    max(3, (rows.last.map { Screen.columns(of: Numerals.grouped($0.upperBound)) } ?? 0) + 1)
  }

  /// Draws the means of all blocks of a field.
  func draw(
    _ field: any Field, _ kind: ColorMap.Kind, bounds: ClosedRange<Double>, in frame: inout Frame, _ look: Look
  ) {
    draw(means(of: field), kind, bounds: bounds, in: &frame, look)
  }

  /// Draws means that were found before.
  func draw(
    _ means: [Double], _ kind: ColorMap.Kind, bounds: ClosedRange<Double>, in frame: inout Frame, _ look: Look
  ) {
    Heatmap(values: wide(means), rows: valueRows, columns: width, bounds: bounds, kind: kind)
      .draw(in: &frame, area, look)
  }

  /// The means of all blocks. Shape (rows, columns), row-major.
  func means(of field: any Field) -> [Double] { field.means(rows: rows, columns: columns) }

  /// Means, each repeated over the cells it is drawn in.
  private func wide(_ means: [Double]) -> [Double] {
    guard cellWidth > 1 else { return means }
    var wide: [Double] = []
    wide.reserveCapacity(means.count * cellWidth)
    for value in means {
      for _ in 0..<cellWidth { wide.append(value) }
    }
    return wide
  }

  /// What is looked at: a row and columns of the field.
  struct Mark {
    /// The row looked at.
    let row: Int
    /// The columns looked at.
    let columns: Set<Int>
    /// What to write above them.
    let columnLabel: String

    /// Whether a cell's columns hold one that is looked at, in time that does not grow with the cell.
    func isIn(_ held: Range<Int>) -> Bool { columns.contains(where: held.contains) }
  }

  /// Names of the axes, one letter each.
  struct Axes {
    let row: String
    let column: String
  }

  /// Round numbers along both axes, and those of the mark in the accent.
  func drawLabels(_ mark: Mark, _ axes: Axes, in frame: inout Frame, _ inside: Area, _ look: Look) {
    let muted = look.style(.muted, on: .panel)
    let accent = look.style(.accent, on: .panel, .bold)
    frame.write(axes.row, row: area.row - 1, column: inside.column, style: muted, in: inside)
    drawColumnLabels(mark, axes, in: &frame, inside, look)
    guard let first = rows.first, let last = rows.last else { return }
    let ticks = Ticks.whole(
      first.lowerBound..<last.upperBound, most: max(1, area.rows / 3),
      binary: last.upperBound - first.lowerBound >= 64)
    // A row of the field that takes several lines is named once.
    var (nextTick, isMarked) = (ticks.startIndex, false)
    for line in 0..<area.rows {
      let held = rows[line * rowsPerCell].lowerBound..<rows[line * rowsPerCell + rowsPerCell - 1].upperBound
      while nextTick < ticks.endIndex, ticks[nextTick] < held.lowerBound { nextTick += 1 }
      let isHere = !isMarked && held.contains(mark.row)
      let tick = nextTick < ticks.endIndex && held.contains(ticks[nextTick]) ? ticks[nextTick] : nil
      if tick != nil { nextTick += 1 }
      guard let number = isHere ? mark.row : tick, isHere || number != mark.row else { continue }
      let label = Numerals.grouped(number)
      let column = area.column - 1 - Screen.columns(of: label)
      frame.write(label, row: area.row + line, column: column, style: isHere ? accent : muted, in: inside)
      guard isHere else { continue }
      isMarked = true
      frame.write("◂", row: area.row + line, column: area.endColumn, style: accent, in: inside)
    }
  }

  /// Round numbers above the columns, and that of the mark in the accent.
  func drawColumnLabels(_ mark: Mark, _ axes: Axes, in frame: inout Frame, _ inside: Area, _ look: Look) {
    let row = area.row - 1
    guard let first = columns.first?.lowerBound, let last = columns.last?.upperBound else { return }
    let marked = columns.firstIndex { mark.isIn($0) }.map { area.column + $0 * cellWidth }
    if let marked {
      let left = max(area.column, min(marked, area.endColumn - Screen.columns(of: mark.columnLabel)))
      frame.write(mark.columnLabel, row: row, column: left, style: look.style(.accent, on: .panel, .bold), in: inside)
    }
    var free = area.column
    for tick in Ticks.whole(first..<last, most: max(1, area.columns / 8)) {
      guard let cell = columns.firstIndex(where: { $0.contains(tick) }) else { continue }
      let column = area.column + cell * cellWidth
      let number = Numerals.grouped(tick)
      let label = tick == first ? "\(axes.column) \(number)" : number
      let width = Screen.columns(of: label)
      if let marked, marked < column + width + 1, marked + Screen.columns(of: mark.columnLabel) + 1 > column {
        continue
      }
      guard column >= free, column + width <= area.endColumn else { continue }
      free = frame.write(label, row: row, column: column, style: look.style(.muted, on: .panel), in: inside) + 1
    }
  }

  /// Marks the rows and columns that a lesson points at.
  func drawSpot(_ spot: Spot?, in frame: inout Frame, _ look: Look) {
    let held = (0..<area.rows).map {
      rows[$0 * rowsPerCell].lowerBound..<rows[$0 * rowsPerCell + rowsPerCell - 1].upperBound
    }
    SpotMark(area: area, rows: held, columns: columns, cellWidth: cellWidth).draw(spot, in: &frame, look)
  }

  /// Tints the mark's row and columns with the accent, where colours can be mixed.
  func drawCrosshair(_ mark: Mark, in frame: inout Frame, _ look: Look) {
    guard look.mixes else { return }
    let accent = look.theme[.accent]
    for (index, block) in columns.enumerated() where mark.isIn(block) {
      let column = Area(row: area.row, column: area.column + index * cellWidth, rows: area.rows, columns: cellWidth)
      frame.restyle(column) { style in
        style.foreground = style.foreground.mixed(with: accent, share: 0.3)
        style.background = style.background.mixed(with: accent, share: 0.3)
      }
    }
    for (index, block) in rows.enumerated() where block.contains(mark.row) {
      let line = Area(row: area.row + index / rowsPerCell, column: area.column, rows: 1, columns: area.columns)
      let isUpper = index % rowsPerCell == 0
      frame.restyle(line) { style in
        if isUpper {
          style.foreground = style.foreground.mixed(with: accent, share: 0.5)
        } else {
          style.background = style.background.mixed(with: accent, share: 0.5)
        }
      }
    }
  }
}

extension Range<Int> {
  /// The number in the middle, the lower of two: what a click on a block chooses.
  var middle: Int { lowerBound + Swift.max(0, count - 1) / 2 }
}

extension Language {
  /// A value read from a picture, and where a cell holds several, that it is their mean: «mean 0.6998 of 241 positions».
  func mean(_ value: String, of rows: Range<Int>, _ columns: Range<Int> = 0..<1) -> String {
    let (down, across) = (Numerals.grouped(rows.count), Numerals.grouped(columns.count))
    switch (rows.count > 1, columns.count > 1) {
    case (false, false): return value
    case (true, false): return self("mean \(value) of \(down) positions", "\(down) 个位置的均值 \(value)")
    case (false, true): return self("mean \(value) of \(across) columns", "\(across) 列的均值 \(value)")
    case (true, true): return self("mean \(value) of \(down) × \(across)", "\(down) × \(across) 的均值 \(value)")
    }
  }
}
