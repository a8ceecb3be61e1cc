import Encodings
import Screen

/// Where a heatmap's cells stand in its pane, and which positions and columns each of them holds.
struct HeatmapGrid {
  /// The cells of the picture.
  let area: Area
  /// Columns of the labels at the left.
  let gutter: Int
  /// The positions of each row of values.
  let rows: [Range<Int>]
  /// The field's columns of each column of values; each is drawn `cellWidth` cells wide.
  let columns: [Range<Int>]
  /// Cells that one column of values takes.
  let cellWidth: Int
  private let rowsPerCell: Int

  /// Rows of values.
  var valueRows: Int { rows.count }
  /// Columns of cells.
  var width: Int { columns.count * cellWidth }
  /// The most positions in one row of values.
  var positionsPerRow: Int { rows.map(\.count).max() ?? 0 }
  /// The most columns of the field in one cell.
  var columnsPerCell: Int { columns.map(\.count).max() ?? 0 }

  init(scene: Scene, field: PhaseField, pane: Area, look: Look) {
    rowsPerCell = look.valueRowsPerCell
    rows = scene.window.blocks(rows: HeatmapLens.gridRows(in: pane) * rowsPerCell)
    gutter = max(3, (rows.last.map { Screen.columns(of: Numerals.grouped($0.upperBound)) } ?? 0) + 1)
    let room = max(0, pane.columns - 2 - gutter - 2)
    let shown = scene.columns ?? 0..<field.columnCount
    if shown.count <= room {
      cellWidth = max(1, room / max(1, shown.count))
      columns = shown.map { $0..<($0 + 1) }
    } else {
      cellWidth = 1
      columns = (0..<room).map { cell in
        let first = shown.lowerBound + shown.count * cell / room
        return first..<max(first + 1, shown.lowerBound + shown.count * (cell + 1) / room)
      }
    }
    area = Area(
      row: pane.row + 2, column: pane.column + 1 + gutter, rows: rows.count / rowsPerCell,
      columns: columns.count * cellWidth)
  }

  /// The means of all blocks, row-major, each repeated over the cells it is drawn in.
  func values(of field: PhaseField) -> [Double] {
    let means = field.means(rows: rows, columns: columns)
    guard cellWidth > 1 else { return means }
    var wide: [Double] = []
    wide.reserveCapacity(means.count * cellWidth)
    for value in means {
      for _ in 0..<cellWidth { wide.append(value) }
    }
    return wide
  }

  /// Round numbers along both axes, and those of the crosshair in the accent.
  func drawLabels(_ scene: Scene, in frame: inout Frame, _ inside: Area, _ look: Look, _ language: Language) {
    let muted = look.style(.muted, on: .panel)
    let accent = look.style(.accent, on: .panel, .bold)
    guard let first = rows.first, let last = rows.last else { return }
    let ticks = Ticks.whole(
      first.lowerBound..<last.upperBound, most: max(1, area.rows / 3),
      binary: last.upperBound - first.lowerBound >= 64)
    var nextTick = ticks.startIndex
    for line in 0..<area.rows {
      let held = rows[line * rowsPerCell].lowerBound..<rows[line * rowsPerCell + rowsPerCell - 1].upperBound
      while nextTick < ticks.endIndex, ticks[nextTick] < held.lowerBound { nextTick += 1 }
      let isHere = held.contains(scene.position)
      guard isHere || (nextTick < ticks.endIndex && held.contains(ticks[nextTick])) else { continue }
      let label = Numerals.grouped(isHere ? scene.position : ticks[nextTick])
      frame.write(
        label, row: area.row + line, column: area.column - 1 - Screen.columns(of: label),
        style: isHere ? accent : muted,
        in: inside)
      if isHere {
        frame.write(
          "◂", row: area.row + line, column: area.endColumn, style: accent, in: inside)
      }
    }
    drawColumnLabels(scene, in: &frame, inside, look)
  }

  private func drawColumnLabels(_ scene: Scene, in frame: inout Frame, _ inside: Area, _ look: Look) {
    let row = area.row - 1
    frame.write("p", row: row, column: inside.column, style: look.style(.muted, on: .panel), in: inside)
    guard let first = columns.first?.lowerBound, let last = columns.last?.upperBound else { return }
    let here = Set(scene.columnsOfPair(scene.pair))
    let mark = columns.firstIndex { !here.isDisjoint(with: $0) }
    var free = area.column
    if let mark {
      let label = "\(scene.component == .table ? columns[mark].lowerBound : scene.pair)"
      let column = area.column + mark * cellWidth
      let left = min(column, area.endColumn - label.count)
      frame.write(
        label, row: row, column: max(area.column, left), style: look.style(.accent, on: .panel, .bold), in: inside)
    }
    let name = scene.component == .table ? "j" : "i"
    let most = max(1, area.columns / 8)
    for tick in Ticks.whole(first..<last, most: most) {
      guard let cell = columns.firstIndex(where: { $0.contains(tick) }) else { continue }
      let column = area.column + cell * cellWidth
      let label = tick == first ? "\(name) \(tick)" : "\(tick)"
      if let mark, abs(area.column + mark * cellWidth - column) < label.count + 2 { continue }
      guard column >= free, column + label.count <= area.endColumn else { continue }
      free = frame.write(label, row: row, column: column, style: look.style(.muted, on: .panel), in: inside) + 1
    }
  }

  /// Tints the row of the position and the column of the pair with the accent.
  func drawCrosshair(_ scene: Scene, in frame: inout Frame, _ look: Look) {
    let here = Set(scene.columnsOfPair(scene.pair))
    guard look.depth >= .palette256, !look.asciiOnly else { return }
    let accent = look.theme[.accent]
    for (index, block) in columns.enumerated() where !here.isDisjoint(with: block) {
      let column = Area(row: area.row, column: area.column + index * cellWidth, rows: area.rows, columns: cellWidth)
      frame.restyle(column) { style in
        style.foreground = style.foreground.mixed(with: accent, share: 0.3)
        style.background = style.background.mixed(with: accent, share: 0.3)
      }
    }
    for (index, block) in rows.enumerated() where block.contains(scene.position) {
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
