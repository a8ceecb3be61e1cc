import Encodings
import Screen

/// Rotary encoding step by step, with the numbers of one pair: embedding, query and key, position codes, rotation, score;
/// and the score again with both positions shifted.
struct PipelineLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("pipeline", "流程")
    guard let pipeline = Pipeline(scene, scene.sentence ?? .example(in: language)) else {
      return PaneFrame.excuse(title, obstacle(scene, language), in: &frame, area, look, language)
    }
    let (m, n) = (scene.position, scene.secondPosition)
    let pane = PaneFrame(
      heading: "\(title)   m \(Numerals.grouped(m)) · n \(Numerals.grouped(n)) · i \(scene.pair)",
      detail: language("shift both: z Z", "同时平移  z Z"),
      check: check(pipeline, language))
    let inside = pane.draw(in: &frame, area, look, language)
    let layout = Layout(pipeline, scene, in: inside, language)
    layout.table.draw(layout.shape, in: &frame, layout.steps, look)
    PipelineFace(pipeline: pipeline).draw(in: &frame, layout.face, look, language)
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let pipeline = Pipeline(scene, scene.sentence ?? .example(in: language)) else { return nil }
    let layout = Layout(pipeline, scene, in: PaneFrame.inside(area, hasCheck: true), language)
    return layout.table.target(at: place, layout.shape, in: layout.steps)
  }

  /// The steps, and beside them or below the arrows: where these become larger.
  private struct Layout {
    let table: PipelineTable
    let shape: PipelineTable.Shape
    let steps: Area
    let face: Area

    init(_ pipeline: Pipeline, _ scene: Scene, in inside: Area, _ language: Language) {
      table = PipelineTable(pipeline: pipeline, scene: scene, language: language)
      shape = table.shape(in: inside.columns)
      let count = table.steps.count
      let beside = min(inside.columns - PipelineTable.width - 2, 2 * inside.rows)
      let below = min(inside.columns, 2 * (inside.rows - count - 1))
      if beside >= 22, beside >= below, inside.rows >= 8 {
        let (left, right) = inside.splitColumns(PipelineTable.width)
        (steps, face) = (left.inset(top: min(1, max(0, inside.rows - count - 2))), right.inset(left: 2))
      } else {
        let rows = shape == .columns ? count : 2 * count
        (steps, face) = inside.splitRows(inside.rows >= rows + 8 ? rows + 1 : inside.rows)
      }
    }
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let pipeline = Pipeline(scene, scene.sentence ?? .example(in: language)) else {
      return Account(obstacle(scene, language))
    }
    let table = PipelineTable(pipeline: pipeline, scene: scene, language: language)
    let steps = table.steps.dropFirst().map { step in
      let (name, query, key) = (Self.flush(step.name), Self.flush(step.query), Self.flush(step.key))
      return language("\(name): \(query); \(key).", "\(name)：\(query)；\(key)。")
    }
    return Account(
      all: [
        language(
          "Query at position \(Numerals.grouped(scene.position)), key at \(Numerals.grouped(scene.secondPosition)), pair "
            + "\(scene.pair); of each step the query's numbers, then the key's.",
          "查询在位置 \(Numerals.grouped(scene.position))，键在 \(Numerals.grouped(scene.secondPosition))，特征对 "
            + "\(scene.pair)；每步先查询后键。")
      ] + steps.map(Self.closed), check: check(pipeline, language))
  }

  /// Words without the blanks in front that align them in a column.
  private static func flush(_ words: String) -> Substring { words.drop { $0 == " " } }

  /// A line without the blanks that align numbers in columns.
  private static func closed(_ line: String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      .replacing("( ", with: "(")
  }

  private func obstacle(_ scene: Scene, _ language: Language) -> String {
    language(
      "Only rotary encoding turns queries and keys; the attention view shows what \(scene.encoding.scheme.rawValue) does.",
      "只有旋转编码会旋转查询与键；attention 视图显示 \(scene.encoding.scheme.rawValue) 的作用。")
  }

  private func check(_ pipeline: Pipeline, _ language: Language) -> PaneFrame.Check {
    .init(
      identity: "|⟨R(m)q, R(n)k⟩ − ⟨R(m+s)q, R(n+s)k⟩| / √d",
      short: language("|score − shifted|", "|得分 − 平移后|"), residual: abs(pipeline.score - pipeline.shiftedScore),
      limit: 1e-9)
  }
}
