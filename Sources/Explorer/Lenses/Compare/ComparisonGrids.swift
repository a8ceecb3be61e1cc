import Encodings
import Screen

/// A, B and A − B side by side over the same rows and columns, with their colour bars; in a narrow pane A − B alone.
///
///     A llama-3.1-8b    B qwen3-8b      A − B
///     p  0      32      i 0    32       i 0    32
///     0  ▀▀▀▀▀▀▀▀▀▀▀    ▀▀▀▀▀▀▀▀▀▀▀     ▀▀▀▀▀▀▀▀▀▀▀
struct ComparisonGrids {
  let scene: Scene
  let comparison: Comparison
  let cursor: ComparisonCursor
  let area: Area
  let valueRowsPerCell: Int

  /// The least columns of one of three grids.
  private static let leastColumns = 14

  /// One of the pictures.
  private struct Panel {
    /// «A», «B» or «A − B».
    let sign: String
    let field: any Field
    /// Where its name stands.
    let name: Area
    let grid: FieldGrid
  }

  /// All three, or A − B alone; none where there is no room.
  private var panels: [Panel] {
    let rows = FieldGrid.rows(
      of: scene, cells: area.rows - 3, rowCount: comparison.difference.rowCount, valueRowsPerCell: valueRowsPerCell)
    let shown = self.columns(of: rows)
    guard !rows.isEmpty, !shown.isEmpty, area.rows >= 4 else { return [] }
    let gutter = FieldGrid.gutter(for: rows)
    let third = (area.columns - gutter - 2 - 4) / 3
    let isWide = third >= Self.leastColumns
    let all: [(String, any Field)] = [
      ("A", comparison.firstField), ("B", comparison.secondField), ("A − B", comparison.difference),
    ]
    let width = isWide ? third : area.columns - gutter - 2
    return all.suffix(isWide ? 3 : 1).enumerated().map { index, named in
      let left = area.column + gutter + (isWide ? index * (third + 2) : 0)
      // A pane whose grid begins in this column and below the name.
      let own = index == 0 ? gutter : 0
      let place = Area(row: area.row, column: left - 1 - own, rows: area.rows, columns: width + own + 3)
      return Panel(
        sign: named.0, field: named.1, name: Area(row: area.row, column: left, rows: 1, columns: width),
        grid: FieldGrid(rows: rows, columns: shown, pane: place, valueRowsPerCell: valueRowsPerCell, gutter: own))
    }
  }

  func draw(
    _ names: (first: String, second: String), in frame: inout Frame, _ look: Look, _ language: Language
  ) {
    let panels = panels
    if scene.position >= comparison.difference.rowCount {
      return explain(language.pastTheTable(rows: comparison.difference.rowCount), in: &frame, area, look)
    }
    for (index, panel) in panels.enumerated() {
      let isLast = index == panels.count - 1
      let name =
        panels.count == 1
        ? "A \(names.first) − B \(names.second)"
        : isLast ? panel.sign : "\(panel.sign) " + [names.first, names.second][index]
      frame.write(
        shortened(name, columns: panel.name.columns), row: panel.name.row, column: panel.name.column,
        style: look.style(isLast ? .text : .muted, on: .panel), in: panel.name)
      draw(panel.field, panel.grid, index: index, last: panels.count - 1, in: &frame, look)
    }
  }

  /// The block at a cell of any of the pictures, and its mean there.
  func target(at place: Place, _ language: Language) -> Target? {
    for panel in panels {
      guard let (rows, columns) = panel.grid.block(at: place) else { continue }
      let mean = Numerals.fixed(panel.field.mean(rows: rows, columns: columns), decimals: 4)
      let scale = panel.grid.scale
      var target = Target(
        reading:
          "\(axes.row) \(Numerals.span(rows)) · \(axes.column) \(Numerals.span(columns))   \(panel.sign) "
          + language.mean(mean, of: rows, columns), position: rows.middle, scale: .init(positionsPerRow: scale.rows))
      switch comparison.ground {
      case .biases, .buckets: target.secondPosition = columns.middle
      case .waves, .vectors:
        target.pair = cursor.pair(ofColumn: columns.lowerBound)
        // Columns are counted as the heatmap counts them, but where features stand in for pairs.
        guard cursor.countsLikeHeatmap else { break }
        (target.column, target.scale.columnsPerColumn) = (columns.lowerBound, scale.columns)
      }
      return target
    }
    return nil
  }

  private func draw(
    _ field: any Field, _ grid: FieldGrid, index: Int, last: Int, in frame: inout Frame, _ look: Look
  ) {
    let mark = FieldGrid.Mark(row: scene.position, columns: cursor.columns, columnLabel: "\(cursor.column)")
    let isDifference = index == last
    let bounds = isDifference ? self.bounds(of: grid) : sharedBounds(grid)
    let kind = isDifference ? differenceKind : self.kind
    grid.draw(field, kind, bounds: bounds, in: &frame, look)
    if index == 0 {
      grid.drawLabels(mark, axes, in: &frame, area, look)
    } else {
      grid.drawColumnLabels(mark, axes, in: &frame, area, look)
    }
    grid.drawCrosshair(mark, in: &frame, look)
    // The first bar is for A and B alike.
    guard index != 1 else { return }
    let bar = Area(
      row: area.endRow - 1, column: grid.area.column, rows: 1,
      columns: index == 0 && last > 0 ? 2 * grid.area.columns : area.endColumn - grid.area.column)
    ColorBar(bounds: bounds, kind: kind).draw(in: &frame, row: bar.row, area: bar, look, on: .panel)
  }

  private func columns(of rows: [Range<Int>]) -> Range<Int> {
    let all = comparison.difference.columnRange
    switch comparison.ground {
    case .biases, .buckets:
      return ((rows.first?.lowerBound ?? 0)..<max(1, rows.last?.upperBound ?? 1)).clamped(to: all)
    case .waves, .vectors: return (scene.columns ?? all).clamped(to: all)
    }
  }

  private var axes: FieldGrid.Axes {
    switch comparison.ground {
    case .waves(.table), .vectors: FieldGrid.Axes(row: "p", column: "j")
    case .waves: FieldGrid.Axes(row: "p", column: "i")
    case .biases, .buckets: FieldGrid.Axes(row: "q", column: "k")
    }
  }

  private var kind: ColorMap.Kind {
    switch comparison.ground {
    case .waves(.angle): .cyclic
    case .waves(.concentration), .biases, .buckets: .sequential
    case .waves, .vectors: .diverging
    }
  }

  private var differenceKind: ColorMap.Kind { comparison.ground == .waves(.angle) ? .cyclic : .diverging }

  /// One scale for both, so that the same colour is the same value.
  private func sharedBounds(_ grid: FieldGrid) -> ClosedRange<Double> {
    let (a, b) = (comparison.firstField, comparison.secondField)
    guard case .biases = comparison.ground else {
      let both = a.bounds.union(b.bounds)
      return kind == .diverging ? both.aboutZero : both
    }
    return ClosedRange(of: grid.means(of: a) + grid.means(of: b)) ?? 0...0
  }

  /// Symmetric about zero, to the largest difference shown and a round number.
  private func bounds(of grid: FieldGrid) -> ClosedRange<Double> {
    guard comparison.ground != .waves(.angle) else { return -Double.pi...Double.pi }
    let means = comparison.difference.means(rows: grid.rows, columns: grid.columns)
    let most = means.map(abs).filter(\.isFinite).max() ?? 0
    guard most > 0 else { return -scene.tolerance...scene.tolerance }
    var unit = 1.0
    while unit < most { unit *= 10 }
    while unit / 10 >= most, unit > 1e-30 { unit /= 10 }
    let reach = [0.2, 0.5, 1].map { $0 * unit }.first { $0 >= most } ?? unit
    return -reach...reach
  }
}
