import Encodings
import Screen

/// Position by dimension as colours: cosine, sine, the table itself, angles, or how sharp a block's mean is.
///
/// Every cell is the exact mean of its block, so any zoom costs the same and shows no moiré.
struct HeatmapLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    guard let field = scene.field, field.columnCount > 0 else {
      let pane = PaneFrame(heading: language("heatmap", "热图"), detail: "", check: nil)
      let inside = pane.draw(in: &frame, area, look, language)
      explain(
        language(
          "The scheme \(scene.encoding.scheme.rawValue) has no frequencies, so there are no waves to draw.",
          "方案 \(scene.encoding.scheme.rawValue) 没有频率，因此没有可画的波。"), in: &frame, inside, look)
      return
    }
    let grid = grid(of: field, scene, in: area, look.valueRowsPerCell)
    let pane = PaneFrame(
      heading: heading(scene, field), detail: detail(grid, language), check: check(scene, field, grid, language))
    let inside = pane.draw(in: &frame, area, look, language)
    guard inside.rows >= 3, grid.area.columns > 0 else { return }
    let kind: ColorMap.Kind =
      switch scene.component {
      case .angle: .cyclic
      case .concentration: .sequential
      default: .diverging
      }
    let isTable = scene.component == .table
    let here = scene.columnsOfPair(scene.pair)
    let mark = FieldGrid.Mark(
      row: scene.position, columns: Set(here), columnLabel: "\(isTable ? here.first ?? 0 : scene.pair)")
    grid.draw(field, kind, bounds: field.bounds, in: &frame, look)
    grid.drawLabels(mark, FieldGrid.Axes(row: "p", column: isTable ? "j" : "i"), in: &frame, inside, look)
    grid.drawCrosshair(mark, in: &frame, look)
    grid.drawSpot(scene.spot, in: &frame, look)
    legend(scene, field, kind).draw(
      in: &frame, row: inside.endRow - 1, area: inside.inset(left: grid.gutter), look, on: .panel)
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int) -> Target? {
    guard let field = scene.field, field.columnCount > 0 else { return nil }
    let grid = grid(of: field, scene, in: area, valueRowsPerCell)
    guard let (rows, columns) = grid.block(at: place) else { return nil }
    let pair = scene.pair(ofColumn: columns.lowerBound)
    let mean = Numerals.fixed(field.mean(rows: rows, columns: columns), decimals: 4)
    let axis = scene.component == .table ? "j" : "i"
    return Target(
      reading: "p \(Numerals.span(rows)) · \(axis) \(Numerals.span(columns))   \(sign(scene)) \(mean)",
      position: rows.lowerBound, pair: pair, column: columns.lowerBound,
      scale: .init(positionsPerRow: grid.scale.rows, columnsPerColumn: grid.scale.columns))
  }

  private func grid(of field: PhaseField, _ scene: Scene, in area: Area, _ valueRowsPerCell: Int) -> FieldGrid {
    FieldGrid(
      rows: scene.window.blocks(rows: FieldGrid.cellRows(in: area) * valueRowsPerCell),
      columns: scene.columns ?? 0..<field.columnCount, pane: area, valueRowsPerCell: valueRowsPerCell)
  }

  /// «cos p·ω = 0.123000   p 4096 · i 23»: what is shown, and the value under the crosshair.
  private func heading(_ scene: Scene, _ field: PhaseField) -> String {
    let column = scene.columnsOfPair(scene.pair).first ?? 0
    let value = field.value(row: scene.position, column: column)
    return
      "\(sign(scene)) = \(Numerals.fixed(value, decimals: 6))   p \(Numerals.grouped(scene.position)) · i \(scene.pair)"
  }

  private func sign(_ scene: Scene) -> String {
    switch scene.component {
    case .cosine: "cos p·ω"
    case .sine: "sin p·ω"
    case .angle: "p·ω mod 2π"
    case .table: "PE(p)"
    case .concentration: "|mean e^ip·ω|"
    }
  }

  private func detail(_ grid: FieldGrid, _ language: Language) -> String {
    let rows = grid.rowsPerValue
    let columns = grid.columnsPerCell
    guard rows > 1 || columns > 1 else { return language("one position a row", "每行一个位置") }
    var parts: [String] = []
    if rows > 1 { parts.append(language("\(Numerals.grouped(rows)) positions", "\(Numerals.grouped(rows)) 个位置")) }
    if columns > 1 { parts.append(language("\(columns) columns", "\(columns) 列")) }
    return language("cell = mean of ", "每格 = ") + parts.joined(separator: " × ") + language(" · exact", "的精确均值")
  }

  private func legend(_ scene: Scene, _ field: PhaseField, _ kind: ColorMap.Kind) -> ColorBar {
    scene.component == .angle
      ? ColorBar(bounds: field.bounds, kind: kind, labels: ("−π", "0", "π rad"))
      : ColorBar(bounds: field.bounds, kind: kind)
  }

  /// The closed form of the block under the crosshair against something else that must give the same: the sum of its
  /// samples, or for a long block the means of its halves.
  private func check(_ scene: Scene, _ field: PhaseField, _ grid: FieldGrid, _ language: Language) -> PaneFrame
    .Check?
  {
    guard let row = grid.rows.first(where: { $0.contains(scene.position) }) else { return nil }
    let column = scene.columnsOfPair(scene.pair).first ?? 0
    guard scene.component != .angle, scene.component != .concentration else {
      let phase = scene.encoding.spectrum?[scene.pair].phase(at: scene.position) ?? Phase(bits: 0)
      return .init(
        identity: "cos²+sin²−1", residual: abs(phase.cosine * phase.cosine + phase.sine * phase.sine - 1),
        limit: 1e-12)
    }
    let columns = column..<(column + 1)
    let whole = field.mean(rows: row, columns: columns)
    if row.count <= 512 {
      let sum = row.reduce(0) { $0 + field.value(row: $1, column: column) } / Double(row.count)
      let name = language("|mean − Σ samples / n|", "|均值 − Σ 样本 / n|")
      return .init(identity: name, residual: abs(whole - sum), limit: 1e-9)
    }
    let middle = row.lowerBound + row.count / 2
    let (first, second) = (row.lowerBound..<middle, middle..<row.upperBound)
    let halves =
      (field.mean(rows: first, columns: columns) * Double(first.count)
        + field.mean(rows: second, columns: columns) * Double(second.count)) / Double(row.count)
    return .init(
      identity: language("|mean − mean of both halves|", "|均值 − 两半的均值|"), residual: abs(whole - halves), limit: 1e-9)
  }
}
