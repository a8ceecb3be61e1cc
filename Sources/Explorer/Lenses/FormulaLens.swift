import Encodings
import Screen

/// The encoding's formula with the numbers of one token and one pair filled in, step by step, and below it the values of
/// three tokens: the calculation that one does by hand.
struct FormulaLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let derivation = scene.derivation(language)
    let token = Self.token(at: scene.position, language).map { " \($0) ·" } ?? ""
    let pane = PaneFrame(
      heading: language("formula", "公式") + "  \(token) " + place(scene),
      detail: language.summary(of: scene.encoding), check: derivation.check)
    let inside = pane.draw(in: &frame, area, look, language)
    let tableRows = derivation.columns.isEmpty ? 0 : 4
    // Blank rows go first, then the table, then formulas before their results.
    var steps = derivation.steps
    while steps.last?.isBlank == true { steps.removeLast() }
    if steps.count + tableRows + 2 > inside.rows { steps.removeAll(where: \.isBlank) }
    let hasTable = tableRows > 0 && steps.count + tableRows < inside.rows
    let room = inside.rows - (hasTable ? tableRows : 0)
    if steps.count > room { steps = steps.filter { $0.role != .text } }
    let width = steps.filter { !$0.right.isEmpty }.map { Screen.columns(of: $0.left) }.max() ?? 0
    let lead = area.rows >= 20 ? 1 : 0
    for (index, step) in steps.enumerated() where index + lead < room {
      let row = inside.row + index + lead
      let left = look.style(step.right.isEmpty ? step.role : .text, on: .panel)
      frame.write(step.left, row: row, column: inside.column, style: left, in: inside)
      frame.write(
        step.right, row: row, column: inside.column + width + 1,
        style: look.style(step.role, on: .panel, step.role == .accent ? .bold : []), in: inside)
    }
    guard hasTable else { return }
    let top = min(inside.row + steps.count + lead + 1, inside.endRow - tableRows)
    draw(
      derivation, scene, in: &frame,
      Area(row: top, column: inside.column, rows: tableRows, columns: inside.columns), look, language)
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    let derivation = scene.derivation(language)
    var results: [String] = []
    var left = ""
    for step in derivation.steps {
      if !step.left.isEmpty { left = step.left }
      if step.right.isEmpty, !step.left.isEmpty { results.append(step.left + language(".", "。")) }
      if step.role == .accent, !step.right.isEmpty { results.append("\(left) \(step.right)" + language(".", "。")) }
    }
    let token = Self.token(at: scene.position, language).map { " (\($0))" } ?? ""
    return Account(
      all: [language("Worked out for \(place(scene))\(token):", "对 \(place(scene))\(token) 逐步算出：")] + results,
      check: derivation.check)
  }

  /// Positions down, components across; the position looked at in the accent.
  private func draw(
    _ derivation: Derivation, _ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language
  ) {
    let positions = scene.workedPositions
    let sign = Self.isOfPairs(scene.encoding) ? "q" : "p"
    let labels = positions.map { position in
      "\(sign) \(Numerals.grouped(position)) " + (Self.token(at: position, language) ?? "")
    }
    let gutter = (labels.map { Screen.columns(of: $0) }.max() ?? 0) + 1
    let count = min(derivation.columns.count, max(0, (area.columns - gutter) / Self.cellWidth))
    let isWhole = (0..<count).allSatisfy { column in
      positions.allSatisfy { derivation.value($0, column) == derivation.value($0, column).rounded() }
    }
    for column in 0..<count {
      let left = area.column + gutter + column * Self.cellWidth
      write(derivation.columns[column], row: area.row, at: left, .muted, in: &frame, area, look)
      for (index, position) in positions.enumerated() {
        let text = Numerals.fixed(derivation.value(position, column), decimals: isWhole ? 0 : 5)
        write(
          text, row: area.row + 1 + index, at: left, position == scene.position ? .accent : .text, in: &frame, area,
          look)
      }
    }
    for (index, label) in labels.enumerated() {
      let role: Role = positions[index] == scene.position ? .accent : .muted
      frame.write(
        label, row: area.row + 1 + index, column: area.column, style: look.style(role, on: .panel), in: area)
    }
  }

  /// Columns of one number of the table, with the gap before it.
  private static let cellWidth = 11

  /// A number, at the right of its place.
  private func write(
    _ text: String, row: Int, at left: Int, _ role: Role, in frame: inout Frame, _ area: Area, _ look: Look
  ) {
    frame.write(
      text, row: row, column: left + max(0, Self.cellWidth - Screen.columns(of: text)),
      style: look.style(role, on: .panel), in: area)
  }

  private func place(_ scene: Scene) -> String {
    let position = Numerals.grouped(scene.position)
    if Self.isOfPairs(scene.encoding) || scene.encoding.scheme == .transformerXL {
      let head = (scene.encoding.bias?.heads ?? 0) > 1 ? " · h \(scene.head)" : ""
      return "q \(position) · k \(Numerals.grouped(scene.secondPosition))\(head)"
    }
    return scene.pairCount > 0 ? "p \(position) · i \(scene.pair)" : "p \(position)"
  }

  /// Whether what is worked out is of a query and a key.
  private static func isOfPairs(_ encoding: Encoding) -> Bool { encoding.bias != nil || encoding.buckets != nil }

  /// The words of the classic example stand at positions 0, 1 and 2.
  private static func token(at position: Int, _ language: Language) -> String? {
    let words = language("I love you", "我 爱 你").split(separator: " ").map(String.init)
    return words.indices.contains(position) ? words[position] : nil
  }
}

extension Derivation.Step {
  /// Whether nothing stands in it.
  fileprivate var isBlank: Bool { left.isEmpty && right.isEmpty }
}
