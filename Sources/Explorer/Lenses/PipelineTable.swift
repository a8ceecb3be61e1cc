import Encodings
package import Screen

/// The steps of rotary encoding as rows of a table: what is done, for the query and for the key.
package struct PipelineTable {
  /// Columns from where names, queries and keys begin to where the next do.
  private typealias Columns = (name: Int, query: Int, key: Int)

  /// Columns that the table takes side by side where there is room.
  static let width = 67
  private static let wide: Columns = (15, 26, 26)

  /// The fewest columns in which everything stands side by side.
  private var tight: Columns {
    func most(_ text: (Step) -> String) -> Int { steps.map { Screen.columns(of: text($0)) }.max() ?? 0 }
    return (most(\.name) + 1, most(\.query) + 1, most(\.key))
  }

  /// One step: its name, and what comes of it on both sides.
  package struct Step {
    package let name: String
    package let query: String
    package let key: String
    package var role: Role = .text
    package var matter = Matter.sides
  }

  /// What the numbers of a step are of.
  package enum Matter {
    /// Of the query, and of the key.
    case sides
    /// Of both together.
    case both
    /// Of both, shifted.
    case shifted
  }

  package let steps: [Step]
  private let position: Int
  private let secondPosition: Int
  private let shiftBy: Int

  package init(pipeline: Pipeline, scene: Scene, language: Language) {
    func six(_ value: Double) -> String {
      let text = Numerals.fixed(value, decimals: 4)
      return text.hasPrefix("−") ? text : " " + text
    }
    func vector(_ pair: Pipeline.Pair) -> String { "(\(six(pair.first)), \(six(pair.second)))" }
    let (m, n) = (Numerals.grouped(scene.position), Numerals.grouped(scene.secondPosition))
    let frequency = pipeline.rotary.spectrum[scene.pair]
    let pair = pipeline.features
    let factor = pipeline.rotary.spectrum.attentionFactor
    let shift = (pipeline.shift < 0 ? "" : "+") + Numerals.short(Double(pipeline.shift))
    func turns(_ position: Int) -> String {
      let count = Numerals.short(frequency.turns(at: position))
      return " " + language("\(count) turns", "\(count) 圈")
    }
    func angle(_ phase: Phase) -> String { "\(six(phase.radians)) rad" }
    func code(_ phase: Phase) -> String { "cos \(six(phase.cosine)) sin \(six(phase.sine))" }
    let times = factor == 1 ? "" : "×" + Numerals.significant(factor, digits: 4)
    var steps = [
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
        name: language("3 angle p·ω", "3 角度 p·ω"), query: turns(scene.position), key: turns(scene.secondPosition)),
      Step(
        name: language("  mod 2π", "  模 2π"), query: angle(pipeline.phases.query), key: angle(pipeline.phases.key)),
      Step(
        name: language("  code", "  位置码") + (times.isEmpty ? "" : language(" ", "") + times),
        query: code(pipeline.phases.query), key: code(pipeline.phases.key)),
      Step(
        name: language("4 rotation", "4 旋转"), query: vector(pipeline.turned.query), key: vector(pipeline.turned.key),
        role: .accent),
    ]
    if let decay = pipeline.decay {
      steps.append(
        Step(
          name: language("  decay", "  衰减"), query: "× ζ^((m−n)/s) \(Numerals.significant(decay, digits: 4))",
          key: "× 1",
          role: .muted))
    }
    steps += [
      Step(
        name: language("5 score", "5 得分"), query: language("this pair ", "本对 ") + six(pipeline.share),
        key: language("all pairs ", "全部 ") + six(pipeline.score), matter: .both),
      Step(
        name: language("  shift ", "  平移 ") + shift,
        query:
          "m \(Numerals.grouped(scene.position + pipeline.shift)) · n \(Numerals.grouped(scene.secondPosition + pipeline.shift))",
        key: language("all pairs ", "全部 ") + six(pipeline.shiftedScore), role: .second, matter: .shifted),
      Step(
        name: language("  features", "  特征"), query: "\(pair.first), \(pair.second)",
        key: "ω \(Numerals.significant(frequency.radians, digits: 5)) rad", role: .muted, matter: .both),
    ]
    self.steps = steps
    (position, secondPosition, shiftBy) = (scene.position, scene.secondPosition, pipeline.shift)
  }

  /// How the steps stand: side by side, or two lines each, the query's and the key's, for narrow panes.
  enum Shape { case columns, lines }

  /// How they stand in so many columns.
  func shape(in columns: Int) -> Shape {
    let tight = tight
    return columns >= tight.name + tight.query + tight.key ? .columns : .lines
  }

  /// A text of the table: a step's name, or what comes of it on one side.
  private struct Cell {
    let text: String
    let role: Role
    let step: Step
    let side: Side
    let area: Area
  }

  private enum Side { case name, query, key }

  /// Where everything stands in an area. Where rows lack, the last steps are shown.
  private func cells(_ shape: Shape, in area: Area) -> [Cell] {
    let columns = area.columns >= Self.width ? Self.wide : tight
    let (name, value) = (area.column, area.column + columns.name)
    func cell(_ step: Step, _ side: Side, line: Int, _ column: Int, columns: Int) -> Cell {
      let place = Area(row: area.row + line, column: column, rows: 1, columns: min(columns, area.endColumn - column))
      return switch side {
      case .name: Cell(text: step.name, role: .muted, step: step, side: side, area: place)
      case .query: Cell(text: sign(step, "q ") + step.query, role: step.role, step: step, side: side, area: place)
      case .key: Cell(text: sign(step, "k ") + step.key, role: step.role, step: step, side: side, area: place)
      }
    }
    // In lines no heading says whose the numbers are.
    func sign(_ step: Step, _ letter: String) -> String { shape == .lines && step.matter == .sides ? letter : "" }
    switch shape {
    case .columns:
      let gap = area.rows >= 2 * steps.count ? 2 : 1
      return steps.suffix(area.rows).enumerated().flatMap { row, step in
        [
          cell(step, .name, line: row * gap, name, columns: columns.name),
          cell(step, .query, line: row * gap, value, columns: columns.query),
          cell(step, .key, line: row * gap, value + columns.query, columns: columns.key),
        ]
      }
    case .lines:
      let lines = steps.dropFirst(2).dropLast().flatMap { [($0, Side.query), ($0, .key)] }
      return lines.suffix(area.rows).enumerated().flatMap { row, line in
        let value = cell(line.0, line.1, line: row, value, columns: area.columns)
        return line.1 == .key
          ? [value] : [cell(line.0, .name, line: row, name, columns: columns.name), value]
      }
    }
  }

  func draw(_ shape: Shape, in frame: inout Frame, _ area: Area, _ look: Look) {
    for cell in cells(shape, in: area) {
      frame.write(
        shortened(cell.text, columns: cell.area.columns), row: cell.area.row, column: cell.area.column,
        style: look.style(cell.role, on: .panel), in: area)
    }
  }

  /// What stands at a cell: of the query or the key the position that the wheel and a drag turn, of the shifted step both
  /// positions to go to.
  func target(at place: Place, _ shape: Shape, in area: Area) -> Target? {
    let found = cells(shape, in: area).first { $0.area.contains(row: place.row, column: place.column) }
    guard let cell = found, area.contains(row: place.row, column: place.column) else { return nil }
    let name = String(cell.step.name.drop { $0 == " " })
    func target(_ texts: String...) -> Target {
      Target(reading: ([name] + texts).filter { !$0.isEmpty }.joined(separator: "   "))
    }
    switch (cell.step.matter, cell.side) {
    case (.shifted, _):
      var both = target(cell.step.query, cell.step.key)
      (both.position, both.secondPosition) = (position + shiftBy, secondPosition + shiftBy)
      both.parameter = .shift
      return both
    case (.both, _): return target(cell.step.query, cell.step.key)
    case (.sides, .query):
      var side = target(cell.step.query)
      (side.position, side.parameter) = (position, .position)
      return side
    case (.sides, .key):
      var side = target(cell.step.key)
      (side.secondPosition, side.parameter) = (secondPosition, .second)
      return side
    case (.sides, .name): return nil
    }
  }
}
