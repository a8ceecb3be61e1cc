import Encodings
package import Screen

/// The steps of rotary encoding as rows of a table: what is done, for the query and for the key.
package struct PipelineTable {
  /// Columns that the table takes side by side.
  static let width = 67
  private static let columns = (name: 15, value: 26)

  /// One step: its name, and what comes of it on both sides.
  package struct Step {
    package let name: String
    package let query: String
    package let key: String
    package var role: Role = .text
  }

  package let steps: [Step]

  package init(pipeline: Pipeline, scene: Scene, language: Language) {
    func six(_ value: Double) -> String {
      let text = Numerals.fixed(value, decimals: 4)
      return text.hasPrefix("−") ? text : " " + text
    }
    func vector(_ pair: Pipeline.Pair) -> String { "(\(six(pair.first)), \(six(pair.second)))" }
    let (m, n) = (Numerals.grouped(scene.position), Numerals.grouped(scene.secondPosition))
    let frequency = pipeline.rotary.spectrum[scene.pair]
    let pair = pipeline.rotary.features(ofPair: scene.pair)
    let factor = pipeline.rotary.spectrum.attentionFactor
    let shift = (pipeline.shift < 0 ? "" : "+") + Numerals.short(Double(pipeline.shift))
    func angle(_ phase: Phase, _ position: Int) -> String {
      "\(six(phase.radians)) rad  "
        + language("\(Self.turns(frequency, position)) turns", "\(Self.turns(frequency, position)) 圈")
    }
    func code(_ phase: Phase) -> String { "cos \(six(phase.cosine * factor)) sin \(six(phase.sine * factor))" }
    steps = [
      Step(
        name: "", query: language("query  m ", "查询  m ") + m, key: language("key  n ", "键  n ") + n, role: .heading),
      Step(
        name: language("token", "词元"), query: shortened(pipeline.queryToken, columns: 22),
        key: shortened(pipeline.keyToken, columns: 22), role: .muted),
      Step(
        name: language("1 embedding", "1 词嵌入"), query: vector(pipeline.embeddings.query),
        key: vector(pipeline.embeddings.key)),
      Step(
        name: "2 q, k", query: vector(pipeline.projections.query), key: vector(pipeline.projections.key)),
      Step(
        name: language("3 angle p·ω", "3 角度 p·ω"), query: angle(pipeline.phases.query, scene.position),
        key: angle(pipeline.phases.key, scene.secondPosition)),
      Step(
        name: language("  code", "  位置码"), query: code(pipeline.phases.query), key: code(pipeline.phases.key)),
      Step(
        name: language("4 rotation", "4 旋转"), query: vector(pipeline.turned.query), key: vector(pipeline.turned.key),
        role: .accent),
      Step(
        name: language("5 score", "5 得分"), query: language("this pair ", "本对 ") + six(pipeline.share),
        key: language("all pairs ", "全部 ") + six(pipeline.score)),
      Step(
        name: language("  shift ", "  平移 ") + shift,
        query:
          "m \(Numerals.grouped(scene.position + pipeline.shift)) · n \(Numerals.grouped(scene.secondPosition + pipeline.shift))",
        key: language("all pairs ", "全部 ") + six(pipeline.shiftedScore), role: .second),
      Step(
        name: language("  features", "  特征"), query: "\(pair.first), \(pair.second)",
        key: "ω \(Numerals.significant(frequency.radians, digits: 5)) rad", role: .muted),
    ]
  }

  private static func turns(_ frequency: InverseFrequency, _ position: Int) -> String {
    Numerals.short(frequency.turns(at: position))
  }

  /// Side by side: name, query, key. Where rows lack, the last steps are shown.
  func drawColumns(in frame: inout Frame, _ area: Area, _ look: Look) {
    let gap = area.rows >= 2 * steps.count ? 2 : 1
    for (row, step) in steps.suffix(area.rows).enumerated() {
      let at = area.row + row * gap
      frame.write(step.name, row: at, column: area.column, style: look.style(.muted, on: .panel), in: area)
      let style = look.style(step.role, on: .panel)
      let query = area.column + Self.columns.name
      frame.write(step.query, row: at, column: query, style: style, in: area)
      frame.write(step.key, row: at, column: query + Self.columns.value, style: style, in: area)
    }
  }

  /// Two lines a step, the query's and the key's, for narrow panes.
  func drawLines(in frame: inout Frame, _ area: Area, _ look: Look) {
    let lines = steps.dropFirst(2).dropLast().flatMap { step in
      [(step.name, step.query, step.role), ("", step.key, step.role)]
    }
    for (row, line) in lines.suffix(area.rows).enumerated() {
      let at = area.row + row
      frame.write(line.0, row: at, column: area.column, style: look.style(.muted, on: .panel), in: area)
      frame.write(
        line.1, row: at, column: area.column + Self.columns.name, style: look.style(line.2, on: .panel), in: area)
    }
  }
}
