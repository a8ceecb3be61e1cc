import Encodings
import Screen

/// Position by dimension as colours: cosine, sine, the table itself, angles, or how sharp a block's mean is; of a scheme
/// without waves its vectors.
///
/// Every cell is the exact mean of its block, so any zoom costs the same and shows no moiré.
struct HeatmapLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("heatmap", "热图")
    guard let field = scene.field, field.columnCount > 0 else {
      return PaneFrame.excuse(title, language.noVectors(scene.encoding), in: &frame, area, look, language)
    }
    let grid = grid(of: field, scene, in: area, look.valueRowsPerCell)
    guard !grid.rows.isEmpty else {
      return PaneFrame.excuse(title, language.pastTheTable(rows: field.rowCount), in: &frame, area, look, language)
    }
    let headings = headings(scene, field, grid, language)
    let pane = PaneFrame(
      heading: headings[0], shorterHeadings: Array(headings.dropFirst()), detail: detail(grid, language),
      shorterDetails: grid.shortCellSizes(language), check: check(scene, field, grid, language))
    let inside = pane.draw(in: &frame, area, look, language)
    guard inside.rows >= 3, grid.area.columns > 0 else { return }
    let means = grid.means(of: field)
    let shade = FieldShade(of: field, component: scene.shownComponent, shown: means)
    let hasPairs = scene.shownComponent != nil
    let isTable = scene.shownComponent ?? .table == .table
    let here = scene.columnsOfPair(scene.pair)
    let mark = FieldGrid.Mark(
      row: scene.position, columns: Set(here), columnLabel: "\(hasPairs && !isTable ? scene.pair : here.first ?? 0)")
    grid.draw(means, shade.kind, bounds: shade.bounds, in: &frame, look)
    grid.drawLabels(mark, FieldGrid.Axes(row: "p", column: isTable ? "j" : "i"), in: &frame, inside, look)
    grid.drawCrosshair(mark, in: &frame, look)
    grid.drawSpot(scene.spot(in: .heatmap), in: &frame, look)
    drawEnd(of: field, grid, in: &frame, inside, look, language)
    shade.bar.draw(in: &frame, row: inside.endRow - 1, area: inside.inset(left: grid.gutter), look, on: .panel)
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let field = scene.field, field.columnCount > 0 else { return nil }
    let grid = grid(of: field, scene, in: area, valueRowsPerCell)
    guard let (rows, columns) = grid.block(at: place) else { return nil }
    let pair = scene.pair(ofColumn: columns.lowerBound)
    let mean = written(field.mean(rows: rows, columns: columns), scene, decimals: 4)
    let axis = scene.shownComponent ?? .table == .table ? "j" : "i"
    return Target(
      reading: "p \(Numerals.span(rows)) · \(axis) \(Numerals.span(columns))   \(sign(scene, language)) "
        + (scene.shownComponent == .concentration ? mean : language.mean(mean, of: rows, columns)),
      position: rows.middle, pair: pair, column: columns.lowerBound,
      scale: .init(positionsPerRow: grid.scale.rows, columnsPerColumn: grid.scale.columns))
  }

  func snugColumns(_ scene: Scene, in area: Area, valueRowsPerCell: Int) -> Int {
    let rows = FieldGrid.rows(
      of: scene, cells: FieldGrid.cellRows(in: area), rowCount: Window.lastPosition + 1,
      valueRowsPerCell: valueRowsPerCell)
    let shown = scene.columns ?? 0..<scene.fieldColumnCount
    guard !shown.isEmpty else { return area.columns }
    return FieldGrid(rows: rows, columns: shown, pane: area, valueRowsPerCell: valueRowsPerCell).snugColumns
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let field = scene.field, field.columnCount > 0 else { return Account(language.noVectors(scene.encoding)) }
    let grid = grid(of: field, scene, in: area, valueRowsPerCell)
    guard !grid.rows.isEmpty else { return Account(language.pastTheTable(rows: field.rowCount)) }
    let shown = Numerals.span((grid.rows.first?.lowerBound ?? 0)..<(grid.rows.last?.upperBound ?? 1))
    let (value, position) = (
      value(of: field, scene, grid, language),
      block(scene, grid).map(Numerals.span) ?? Numerals.grouped(scene.position)
    )
    let unit = scene.shownComponent == .angle ? " rad" : ""
    let turns = turns(scene, grid).map { Numerals.significant($0, digits: 2) }
    return Account(
      language("Positions \(shown); \(detail(grid, language)).", "位置 \(shown)；\(detail(grid, language))。"),
      scene.shownComponent == nil
        ? language(
          "At position \(position), feature \(scene.pair), \(sign(scene, language)) is \(value).",
          "位置 \(position)、维 \(scene.pair)：\(sign(scene, language)) 为 \(value)。")
        : language(
          "At position \(position), pair \(scene.pair), \(sign(scene, language)) is \(value)\(unit).",
          "位置 \(position)、特征对 \(scene.pair)：\(sign(scene, language)) 为 \(value)\(unit)。"),
      turns.map { language("Within one cell the pair turns \($0) times.", "每格之内该特征对转 \($0) 圈。") } ?? "",
      check: check(scene, field, grid, language))
  }

  private func grid(of field: any Field, _ scene: Scene, in area: Area, _ valueRowsPerCell: Int) -> FieldGrid {
    FieldGrid(
      rows: FieldGrid.rows(
        of: scene, cells: FieldGrid.cellRows(in: area), rowCount: field.rowCount, valueRowsPerCell: valueRowsPerCell),
      columns: scene.columns ?? 0..<field.columnCount, pane: area, valueRowsPerCell: valueRowsPerCell)
  }

  /// Below the last row of a table that ends: that it does.
  private func drawEnd(
    of field: any Field, _ grid: FieldGrid, in frame: inout Frame, _ inside: Area, _ look: Look, _ language: Language
  ) {
    guard grid.rows.last?.upperBound == field.rowCount, grid.area.endRow + 1 < inside.endRow else { return }
    frame.write(
      language("the table ends after row \(field.rowCount - 1)", "表到行 \(field.rowCount - 1) 为止"),
      row: grid.area.endRow, column: grid.area.column, style: look.style(.unseen, on: .panel), in: inside)
  }

  /// «cos p·ω = 0.123000   p 4096 · i 23   2.9 turns a cell»: what is shown, the value under the crosshair, and how often
  /// its pair turns within one cell, where it does; then without the turns, the value and its place, and the value alone.
  private func headings(_ scene: Scene, _ field: any Field, _ grid: FieldGrid, _ language: Language) -> [String] {
    let axis = scene.shownComponent == nil ? "j" : "i"
    let place = block(scene, grid).map(Numerals.span) ?? Numerals.grouped(scene.position)
    let number = value(of: field, scene, grid, language)
    let short = "\(number)   p \(place) · \(axis) \(scene.pair)"
    let whole = "\(sign(scene, language)) = \(short)"
    guard let turns = turns(scene, grid) else { return [whole, short, number] }
    let count = Numerals.significant(turns, digits: 2)
    return [whole + language("   \(count) turns a cell", "   每格 \(count) 圈"), whole, short, number]
  }

  /// The block of positions that the number in the heading is of, where one position alone says nothing: the mean phasor of
  /// one is always 1 long.
  private func block(_ scene: Scene, _ grid: FieldGrid) -> Range<Int>? {
    scene.shownComponent == .concentration ? grid.rows.first { $0.contains(scene.position) } : nil
  }

  /// The value under the crosshair.
  private func value(of field: any Field, _ scene: Scene, _ grid: FieldGrid, _ language: Language) -> String {
    guard field.rowRange.contains(scene.position) else { return language("past the table", "超出表") }
    let column = scene.columnsOfPair(scene.pair).first ?? 0
    if let rows = block(scene, grid) {
      return written(field.mean(rows: rows, columns: column..<(column + 1)), scene, decimals: 6)
    }
    return written(field.value(row: scene.position, column: column), scene, decimals: 6)
  }

  /// How often the pair turns within one cell, where that is twice or more.
  private func turns(_ scene: Scene, _ grid: FieldGrid) -> Double? {
    guard let turns = scene.encoding.spectrum?[scene.pair].turns(at: grid.rowsPerValue), turns >= 2 else {
      return nil
    }
    return turns
  }

  private func written(_ value: Double, _ scene: Scene, decimals: Int) -> String {
    switch scene.encoding {
    case .integer, .oneHot: Numerals.significant(value, digits: 7)
    default: Numerals.fixed(value, decimals: decimals)
    }
  }

  private func sign(_ scene: Scene, _ language: Language) -> String {
    switch scene.shownComponent {
    case .cosine: scene.encoding.factorSign + "cos p·ω"
    case .sine: scene.encoding.factorSign + "sin p·ω"
    case .angle: "p·ω mod 2π"
    case .concentration: language("|mean e^ip·ω|", "|均值 e^ip·ω|")
    case .table, nil: scene.encoding.factorSign + scene.encoding.vectorSign(of: "p")
    }
  }

  private func detail(_ grid: FieldGrid, _ language: Language) -> String {
    guard let size = grid.cellSize(language) else { return language("one position a row", "每行一个位置") }
    return size + language(" · exact", " · 精确")
  }

  /// The closed form of the block under the crosshair against something else that must give the same: the sum of its
  /// samples, or for a long block the means of its halves.
  private func check(
    _ scene: Scene, _ field: any Field, _ grid: FieldGrid, _ language: Language
  ) -> PaneFrame.Check? {
    guard let row = grid.rows.first(where: { $0.contains(scene.position) }) else { return nil }
    let column = scene.columnsOfPair(scene.pair).first ?? 0
    if scene.shownComponent == .concentration, row.count <= 512, let frequency = scene.encoding.spectrum?[column] {
      let phases = row.map(frequency.phase)
      let (x, y) = (phases.map(\.cosine).reduce(0, +), phases.map(\.sine).reduce(0, +))
      let length = (x * x + y * y).squareRoot() / Double(row.count)
      return .init(
        identity: "|\(sign(scene, language)) − |Σ e^ip·ω| / n|",
        residual: abs(field.mean(rows: row, columns: column..<(column + 1)) - length), limit: 1e-12)
    }
    if let component = scene.shownComponent, component == .angle || component == .concentration {
      let phase = scene.encoding.spectrum?[scene.pair].phase(at: scene.position) ?? Phase(bits: 0)
      return .init(
        identity: "cos²+sin²−1", residual: abs(phase.cosine * phase.cosine + phase.sine * phase.sine - 1),
        limit: 1e-12)
    }
    return .init(meanOf: field, rows: row, column: column, language)
  }
}

extension Encoding {
  /// What a position's vector is called: of a scheme that turns what is there, R(p)u, the turned (1, 0, 1, 0, …).
  package func vectorSign(of position: String) -> String {
    switch scheme {
    case .rope, .xpos: "R(\(position))u"
    case .transformerXL: "R(\(position))"
    default: "PE(\(position))"
    }
  }

  /// The factor on cosines and sines before their sign, «1.277·», or xPos's decay; nothing where it is 1.
  package var factorSign: String {
    if scheme == .xpos { return "ζ^(p/s)·" }
    guard let factor = spectrum?.attentionFactor, factor != 1 else { return "" }
    return Numerals.significant(factor, digits: 4) + "·"
  }
}

extension Language {
  /// Why an encoding has no heatmap, and where to look instead.
  func noVectors(_ encoding: Encoding) -> String {
    switch encoding {
    case .learned: valuesInCheckpoint
    case .none:
      self(
        "The scheme none encodes no position: there is nothing to draw. The catalogue view lists schemes that do.",
        "方案 none 不编码位置，没有可画的内容。catalogue 视图列出有位置的方案。")
    default:
      self(
        "The scheme \(encoding.scheme.rawValue) has no vectors for positions; the bias view shows what it adds to scores.",
        "方案 \(encoding.scheme.rawValue) 没有位置向量；bias 视图显示它给得分加了什么。")
    }
  }

  /// Why a learned table that was read from a config alone cannot be shown.
  var valuesInCheckpoint: String {
    self(
      "A learned table's numbers are in the checkpoint: open its folder or .safetensors.",
      "可学习位置表的数值在检查点中：请打开其文件夹或 .safetensors。")
  }

  /// Why there is nothing at positions after the last row.
  func pastTheTable(rows: Int) -> String {
    self(
      "The table ends after row \(rows - 1): a table does not extrapolate. Go back with :position \(rows - 1).",
      "表到行 \(rows - 1) 为止：表不能外推。用 :position \(rows - 1) 返回。")
  }
}
