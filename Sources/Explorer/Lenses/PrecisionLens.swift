import Encodings
import Screen

/// What a number format does to cosines: the error by position and pair as colours, and below it every format and cast at
/// the position and pair looked at.
struct PrecisionLens: Lens {
  /// The least error that is told apart, and how many positions of a block are tried.
  private static let floor = 1e-9
  private static let samples = 8

  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("precision", "精度")
    guard let lowered = Self.lowered(scene) else {
      return PaneFrame.excuse(title, language.noFrequencies(scene.encoding.scheme), in: &frame, area, look, language)
    }
    let field = Self.field(of: lowered)
    let table = PrecisionTable(scene: scene)
    let sharing = wrapped(table.sharing(language), columns: area.columns - 2)
    let tableRows = Self.tableRows(table, below: sharing.count, in: area)
    let grid = grid(scene, field, in: area, below: tableRows, look.valueRowsPerCell)
    let error = lowered.cosineError(ofPair: scene.pair, position: scene.position)
    let format = area.columns >= 60 ? "   \(scene.format.rawValue) · \(scene.cast.rawValue)" : ""
    let pane = PaneFrame(
      heading: "\(title)\(format)   |Δcos| \(Numerals.significant(error))",
      shorterHeadings: ["|Δcos| \(Numerals.significant(error))"],
      detail: "p \(Numerals.grouped(scene.position)) · i \(scene.pair)", check: check(scene))
    let inside = pane.draw(in: &frame, area, look, language)
    guard inside.rows >= 3, grid.area.columns > 0 else { return }
    let mark = FieldGrid.Mark(row: scene.position, columns: [scene.pair], columnLabel: "\(scene.pair)")
    grid.draw(field, .sequential, bounds: field.bounds, in: &frame, look)
    grid.drawLabels(mark, FieldGrid.Axes(row: "p", column: "i"), in: &frame, inside, look)
    grid.drawCrosshair(mark, in: &frame, look)
    let (_, foot) = inside.splitRows(inside.rows - tableRows - 1)
    let end = ColorBar(bounds: field.bounds, kind: .sequential, labels: ("1e-9", "4e-5", "2")).draw(
      in: &frame, row: foot.row, area: foot.inset(left: grid.gutter), look, on: .panel)
    let notes = Self.notes(grid.rowsPerValue, language).map { "   " + $0 }
    if let note = notes.first(where: { end + Screen.columns(of: $0) <= foot.endColumn }) {
      frame.write(note, row: foot.row, column: end, style: look.style(.muted, on: .panel), in: foot)
    }
    let below = foot.splitRows(1).bottom
    guard below.rows > 0 else { return }
    for (index, line) in sharing.enumerated() {
      frame.write(
        line, row: below.row + index, column: below.column, style: look.style(table.sharingRole, on: .panel),
        in: below)
    }
    table.draw(in: &frame, below.splitRows(sharing.count).bottom, look, language)
  }

  /// «error of the cosine, mean of 8 of 4 096 positions», where a value is of several; then in fewer words.
  private static func notes(_ positions: Int, _ language: Language) -> [String] {
    let all = Numerals.grouped(positions)
    let what = language("error of the cosine", "余弦的误差")
    if positions <= 1 { return [what, "|Δcos|"] }
    return positions <= samples
      ? [
        what + language(", mean of \(all) positions", "，\(all) 个位置的均值"),
        language("mean of \(all)", "\(all) 的均值"),
      ]
      : [
        what + language(", mean of \(samples) of \(all) positions", "，\(all) 个位置中 \(samples) 个的均值"),
        language("mean of \(samples) of \(all)", "\(all) 中 \(samples) 个的均值"),
      ]
  }

  func snugColumns(_ scene: Scene, in area: Area, valueRowsPerCell: Int) -> Int {
    guard let lowered = Self.lowered(scene) else { return area.columns }
    return grid(scene, Self.field(of: lowered), in: area, below: 0, valueRowsPerCell).snugColumns
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let lowered = Self.lowered(scene) else { return nil }
    let field = Self.field(of: lowered)
    let table = PrecisionTable(scene: scene)
    let sharing = wrapped(table.sharing(language), columns: area.columns - 2)
    let below = Self.tableRows(table, below: sharing.count, in: area)
    let grid = grid(scene, field, in: area, below: below, valueRowsPerCell)
    guard let (rows, columns) = grid.block(at: place) else { return nil }
    let error = lowered.cosineError(ofPair: columns.lowerBound, position: rows.lowerBound)
    return Target(
      reading:
        "p \(Numerals.grouped(rows.lowerBound)) · i \(columns.lowerBound)   |Δcos| \(Numerals.significant(error))",
      position: rows.lowerBound, pair: columns.lowerBound, column: columns.lowerBound,
      scale: .init(positionsPerRow: grid.scale.rows))
  }

  /// The encoding in the format looked at; `nil` without frequencies.
  private static func lowered(_ scene: Scene) -> LowPrecision? {
    let lowered = LowPrecision(encoding: scene.encoding, format: scene.format, cast: scene.cast)
    return lowered?.pairCount ?? 0 > 0 ? lowered : nil
  }

  /// The logarithm of the cosine's error by position and pair.
  private static func field(of lowered: LowPrecision) -> LogarithmicField {
    LogarithmicField(of: lowered.errorField(rowCount: Window.lastPosition + 1, limit: samples), floor: floor)
  }

  /// Rows for the table of formats and for the words above it, as far as there is room.
  private static func tableRows(_ table: PrecisionTable, below words: Int, in area: Area) -> Int {
    area.rows >= 20 ? table.rowCount + words : area.rows >= 10 ? words : 0
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let lowered = Self.lowered(scene) else { return Account(language.noFrequencies(scene.encoding.scheme)) }
    let error = Numerals.significant(lowered.cosineError(ofPair: scene.pair, position: scene.position))
    let table = PrecisionTable(scene: scene)
    let (format, cast) = (scene.format.rawValue, table.name(of: scene.cast, language))
    return Account(
      language(
        "In \(format), with \(cast) cast, the cosine of pair \(scene.pair) at position \(Numerals.grouped(scene.position)) "
          + "is off by \(error).",
        "\(format)（转换\(cast)）下，位置 \(Numerals.grouped(scene.position)) 处特征对 \(scene.pair) 的余弦误差为 \(error)。"),
      table.sharing(language) + language(".", "。"),
      scene.cast == .inputs ? table.firstSharing(language) : "", check: check(scene))
  }

  private func grid(
    _ scene: Scene, _ field: any Field, in area: Area, below: Int, _ valueRowsPerCell: Int
  ) -> FieldGrid {
    let pane = Area(row: area.row, column: area.column, rows: area.rows - below, columns: area.columns)
    let rows = FieldGrid.rows(
      of: scene, cells: FieldGrid.cellRows(in: pane), rowCount: field.rowCount, valueRowsPerCell: valueRowsPerCell)
    let all = 0..<field.columnCount
    let shown = (scene.component == .table ? all : scene.columns ?? all).clamped(to: all)
    return FieldGrid(
      rows: rows, columns: shown.isEmpty ? all : shown, pane: pane,
      valueRowsPerCell: valueRowsPerCell)
  }

  /// The exact phase that errors are measured against, and the cosine of the same angle as a double holds it.
  private func check(_ scene: Scene) -> PaneFrame.Check? {
    guard let frequency = scene.encoding.spectrum?[scene.pair] else { return nil }
    let angle = frequency.angle(at: scene.position)
    let residual = abs(frequency.phase(at: scene.position).cosine - cosine(of: angle))
    // A double holds an angle to 2^−53 of it.
    return .init(
      identity: "|cos(p·ω mod 2π) − cos(p·ω)|", residual: residual, limit: 1e-15 + 0x1p-52 * abs(angle))
  }
}
