import Screen

/// Marks the rows and columns of a picture that a lesson points at, so that they are found at every depth of colour:
///
/// - a bar at both sides of the rows,
/// - an underline, or where colours cannot be mixed signs, above the columns,
/// - all other cells faded: mixed with the ground, or dim.
///
///           i 0  ▾▾▾▾       the row above the cells: the columns' labels
///         ▌ .. .. ██ .. ▐
///           .. .. .. ..
struct SpotMark {
  /// The cells of the picture; the row above and the columns beside belong to the labels.
  let area: Area
  /// What each row of cells holds. Shape (area.rows).
  let rows: [Range<Int>]
  /// What each column of values holds.
  let columns: [Range<Int>]
  /// Cells that one column of values takes.
  let cellWidth: Int

  func draw(_ spot: Spot?, in frame: inout Frame, _ look: Look) {
    guard let spot, spot.hasCells else { return }
    let isRow = rows.map { spot.rows?.overlaps($0) ?? true }
    let isColumn = columns.map { spot.columns?.overlaps($0) ?? true }
    fade(isRow, isColumn, in: &frame, look)
    if spot.rows != nil { drawBars(isRow, in: &frame, look) }
    if spot.columns != nil { drawSigns(isColumn, in: &frame, look) }
  }

  private func fade(_ isRow: [Bool], _ isColumn: [Bool], in frame: inout Frame, _ look: Look) {
    let (mixes, panel) = (look.mixes, look.theme[.panel])
    for line in 0..<min(area.rows, isRow.count) {
      for column in isColumn.indices where !(isRow[line] && isColumn[column]) {
        frame.restyle(cells(line: line, column: column)) { style in
          guard mixes else {
            style.attributes.insert(.dim)
            return
          }
          style.foreground = style.foreground.mixed(with: panel, share: 0.7)
          style.background = style.background.mixed(with: panel, share: 0.7)
        }
      }
    }
  }

  private func cells(line: Int, column: Int) -> Area {
    Area(row: area.row + line, column: area.column + column * cellWidth, rows: 1, columns: cellWidth)
  }

  private func drawBars(_ isRow: [Bool], in frame: inout Frame, _ look: Look) {
    let cell = look.accentBar
    for line in 0..<min(area.rows, isRow.count) where isRow[line] {
      frame.put(cell, row: area.row + line, column: area.column - 1)
      frame.put(cell, row: area.row + line, column: area.column + columns.count * cellWidth)
    }
  }

  private func drawSigns(_ isColumn: [Bool], in frame: inout Frame, _ look: Look) {
    let row = area.row - 1
    for (column, isMarked) in isColumn.enumerated() where isMarked {
      let start = area.column + column * cellWidth
      for place in start..<(start + cellWidth) {
        if !look.mixes, frame[row, place]?.scalar == " " {
          frame.put(Cell("↓", look.style(.accent, on: .panel, .bold)), row: row, column: place)
        }
        frame.restyle(Area(row: row, column: place, rows: 1, columns: 1)) { style in
          if look.depth != .mono { style.foreground = look.theme[.accent] }
          style.attributes.insert(.underline)
        }
      }
    }
  }
}

extension Scene {
  /// What a lesson points at in a view, if it is that view: the one that it names, or else the one looked at.
  func spot(in view: ViewName) -> Spot? { (spot?.pane ?? self.view) == view ? spot : nil }
}
