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
  let names: (first: String, second: String)

  /// The least columns of one of three grids.
  private static let leastColumns = 14

  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    let rows = self.rows(cells: area.rows - 3, look)
    let shown = self.columns(of: rows)
    guard !rows.isEmpty, !shown.isEmpty, area.rows >= 4 else { return }
    let gutter = FieldGrid.gutter(for: rows)
    let third = (area.columns - gutter - 2 - 4) / 3
    let isWide = third >= Self.leastColumns
    let difference = comparison.difference
    let step = isWide ? third + 2 : 0
    let names =
      isWide
      ? ["A \(self.names.first)", "B \(self.names.second)", "A − B"]
      : [
        "A \(self.names.first) − B \(self.names.second)"
      ]
    let fields = isWide ? [comparison.firstField, comparison.secondField, difference] : [difference]
    let width = isWide ? third : area.columns - gutter - 2
    for (index, field) in fields.enumerated() {
      let left = area.column + gutter + index * step
      // A pane whose grid begins in this column and below the name.
      let own = index == 0 ? gutter : 0
      let place = Area(row: area.row, column: left - 1 - own, rows: area.rows, columns: width + own + 4)
      let grid = FieldGrid(rows: rows, columns: shown, pane: place, look: look, gutter: own)
      let name = Area(row: area.row, column: left, rows: 1, columns: width)
      frame.write(
        names[index], row: name.row, column: name.column,
        style: look.style(index == fields.count - 1 ? .text : .muted, on: .panel), in: name)
      draw(field, grid, index: index, last: fields.count - 1, in: &frame, area, look)
    }
  }

  private func draw(
    _ field: any Field, _ grid: FieldGrid, index: Int, last: Int, in frame: inout Frame, _ area: Area, _ look: Look
  ) {
    let mark = FieldGrid.Mark(row: scene.position, columns: cursor.columns, columnLabel: "\(cursor.column)")
    let isDifference = index == last
    let bounds = isDifference ? self.bounds(of: grid) : sharedBounds
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

  private func rows(cells: Int, _ look: Look) -> [Range<Int>] {
    let count = max(0, cells) * look.valueRowsPerCell
    guard count > 0 else { return [] }
    let end = comparison.difference.rowCount
    let blocks = scene.window.containing(scene.position, rows: count).blocks(rows: count)
      .filter { $0.upperBound <= end }
    return Array(blocks.prefix(blocks.count / look.valueRowsPerCell * look.valueRowsPerCell))
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
  private var sharedBounds: ClosedRange<Double> {
    if case .biases = comparison.ground { return cornerBounds }
    let (a, b) = (comparison.firstField.bounds, comparison.secondField.bounds)
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  /// Biases go one way from the diagonal: the values at the corners of what is shown.
  private var cornerBounds: ClosedRange<Double> {
    let ends = [scene.window.start, scene.window.positions(rows: 64).upperBound - 1]
    let values = [comparison.firstField, comparison.secondField].flatMap { field in
      ends.flatMap { row in ends.map { field.value(row: row, column: $0) } }
    }.filter(\.isFinite)
    return (values.min() ?? 0)...(values.max() ?? 0)
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
