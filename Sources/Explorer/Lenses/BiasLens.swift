import Encodings
import Screen

/// What a scheme adds to the score of query and key, head by head; for T5, DeBERTa and Shaw the map of buckets where the
/// learned values are in the checkpoint.
struct BiasLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("bias", "偏置")
    guard let (field, isBucket) = scene.biasOrBuckets else {
      return PaneFrame.excuse(title, obstacle(scene, language), in: &frame, area, look, language)
    }
    let grid = grid(scene, in: area, look.valueRowsPerCell).grid
    let (query, key) = (scene.position, scene.secondPosition)
    let value = value(of: field, scene, isBucket: isBucket)
    let what =
      isBucket ? language("bucket", "桶") + " \(value)" : "\(head(scene, language))   b = \(value)"
    let place = "   q \(Numerals.grouped(query)) · k \(Numerals.grouped(key))"
    let (slope, size) = (slope(scene, language), grid.cellSize(language))
    let pane = PaneFrame(
      heading: "\(title)   \(what)\(place)", shorterHeadings: ["\(what)\(place)", "b = \(value)\(place)"],
      detail: [slope, size ?? ""].filter { !$0.isEmpty }.joined(separator: " · "),
      shorterDetails: size.map { [$0] + grid.shortCellSizes(language) } ?? [""],
      check: check(scene, field, grid, language))
    let inside = pane.draw(in: &frame, area, look, language)
    guard inside.rows >= 3 else { return }
    let means = grid.means(of: field)
    let bounds = ClosedRange(of: means) ?? field.bounds
    let mark = FieldGrid.Mark(row: query, columns: [key], columnLabel: Numerals.grouped(key))
    grid.draw(means, .sequential, bounds: bounds, in: &frame, look)
    grid.drawLabels(mark, FieldGrid.Axes(row: "q", column: "k"), in: &frame, inside, look)
    grid.drawCrosshair(mark, in: &frame, look)
    grid.drawSpot(scene.spot(in: .bias), in: &frame, look)
    ColorBar(bounds: bounds, kind: .sequential).draw(
      in: &frame, row: inside.endRow - 1, area: inside.inset(left: grid.gutter), look, on: .panel)
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let field = scene.biasOrBuckets?.field else { return nil }
    let grid = grid(scene, in: area, valueRowsPerCell).grid
    guard let (rows, columns) = grid.block(at: place) else { return nil }
    let mean = Numerals.significant(field.mean(rows: rows, columns: columns), digits: 5)
    return Target(
      reading: "q \(Numerals.span(rows)) · k \(Numerals.span(columns))   b = "
        + language.mean(mean, of: rows, columns), position: rows.middle, secondPosition: columns.middle,
      scale: .init(positionsPerRow: grid.scale.rows))
  }

  func snugColumns(_ scene: Scene, in area: Area, valueRowsPerCell: Int) -> Int {
    scene.biasOrBuckets == nil ? area.columns : grid(scene, in: area, valueRowsPerCell).grid.snugColumns
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let (field, isBucket) = scene.biasOrBuckets else {
      return Account(obstacle(scene, language))
    }
    let (grid, shown) = grid(scene, in: area, valueRowsPerCell)
    let value = value(of: field, scene, isBucket: isBucket)
    let (query, key) = (Numerals.grouped(scene.position), Numerals.grouped(scene.secondPosition))
    let bounds = ClosedRange(of: grid.means(of: field)) ?? field.bounds
    let ends = (
      Numerals.significant(bounds.lowerBound, digits: 5), Numerals.significant(bounds.upperBound, digits: 5)
    )
    return Account(
      isBucket
        ? language(
          "Query \(query) finds key \(key) in bucket \(value); what each bucket adds is in the checkpoint.",
          "查询 \(query) 与键 \(key) 落在桶 \(value)；各桶所加的数值在检查点中。")
        : language(
          "To the score of query \(query) and key \(key), \(head(scene, language)) adds \(value).",
          "\(head(scene, language))给查询 \(query) 与键 \(key) 的得分加 \(value)。"),
      slope(scene, language).isEmpty
        ? "" : language("The head has \(slope(scene, language)).", "该头：\(slope(scene, language))。"),
      language(
        "Over positions \(Numerals.span(shown)) the values go from \(ends.0) to \(ends.1).",
        "位置 \(Numerals.span(shown)) 之间的值从 \(ends.0) 到 \(ends.1)。"), check: check(scene, field, grid, language))
  }

  private func obstacle(_ scene: Scene, _ language: Language) -> String {
    language(
      "The scheme \(scene.encoding.scheme.rawValue) adds nothing to the scores; :scheme alibi shows one that does.",
      "方案 \(scene.encoding.scheme.rawValue) 不给得分加任何偏置；:scheme alibi 显示会加偏置的方案。")
  }

  /// «head 3 of 8».
  private func head(_ scene: Scene, _ language: Language) -> String {
    let heads = scene.encoding.headCount
    return language("head \(scene.head) of 0 … \(heads - 1)", "头 \(scene.head)（0 … \(heads - 1)）")
  }

  /// The value of the query and the key looked at.
  private func value(of field: any Field, _ scene: Scene, isBucket: Bool) -> String {
    let value = field.value(row: scene.position, column: scene.secondPosition)
    return isBucket ? Numerals.plain(value) : Numerals.significant(value, digits: 5)
  }

  private func grid(
    _ scene: Scene, in area: Area, _ valueRowsPerCell: Int
  ) -> (grid: FieldGrid, shown: Range<Int>) {
    let blocks = FieldGrid.rows(
      of: scene, cells: FieldGrid.cellRows(in: area), rowCount: Window.lastPosition + 1,
      valueRowsPerCell: valueRowsPerCell)
    let shown = (blocks.first?.lowerBound ?? 0)..<max(1, blocks.last?.upperBound ?? 1)
    return (FieldGrid(rows: blocks, columns: shown, pane: area, valueRowsPerCell: valueRowsPerCell), shown)
  }

  private func slope(_ scene: Scene, _ language: Language) -> String {
    guard case .alibi(let alibi) = scene.encoding, alibi.slopes.indices.contains(scene.head) else { return "" }
    return language("slope ", "斜率 ") + Numerals.significant(alibi.slopes[scene.head], digits: 6)
  }

  /// The closed form of the block at the mark, or the mean of its samples, against something else that must give the same.
  private func check(_ scene: Scene, _ field: any Field, _ grid: FieldGrid, _ language: Language) -> PaneFrame.Check?
  {
    guard let row = grid.rows.first(where: { $0.contains(scene.position) }) else { return nil }
    let column = scene.secondPosition
    return .init(meanOf: field, rows: row, column: column, language)
      ?? .init(
        samplesOf: field, by: BiasRoute(scene.encoding, head: scene.head), rows: row, column: column, language)
  }
}
