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
    let layout = Layout(derivation, scene, in: inside, isTall: area.rows >= 20, language)
    let width = layout.steps.filter { !$0.right.isEmpty }.map { Screen.columns(of: $0.left) }.max() ?? 0
    for (index, step) in layout.steps.enumerated() {
      let row = layout.firstRow + index
      let left = look.style(step.right.isEmpty ? step.role : .text, on: .panel)
      frame.write(
        shortened(step.left, columns: inside.columns), row: row, column: inside.column, style: left, in: inside)
      frame.write(
        shortened(step.right, columns: max(0, inside.columns - width - 1)), row: row,
        column: inside.column + width + 1,
        style: look.style(step.role, on: .panel, step.role == .accent ? .bold : []), in: inside)
    }
    layout.table?.draw(in: &frame, look)
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    let derivation = scene.derivation(language)
    let inside = PaneFrame.inside(area, hasCheck: derivation.check != nil)
    return Layout(derivation, scene, in: inside, isTall: area.rows >= 20, language).table?.target(at: place)
  }

  /// The steps that there is room for, and the table below them.
  private struct Layout {
    let steps: [Derivation.Step]
    let firstRow: Int
    let table: WorkedTable?

    init(_ derivation: Derivation, _ scene: Scene, in inside: Area, isTall: Bool, _ language: Language) {
      let tableRows = derivation.columns.isEmpty ? 0 : WorkedTable.rowCount
      // Blank rows go first, then the table, then formulas before their results.
      var steps = derivation.steps
      while steps.last?.isBlank == true { steps.removeLast() }
      if steps.count + tableRows + 2 > inside.rows { steps.removeAll(where: \.isBlank) }
      let hasTable = tableRows > 0 && steps.count + tableRows < inside.rows
      let room = inside.rows - (hasTable ? tableRows : 0)
      if steps.count > room { steps = steps.filter { $0.role != .text } }
      let lead = isTall ? 1 : 0
      let top = min(inside.row + steps.count + lead + 1, inside.endRow - tableRows)
      firstRow = inside.row + lead
      self.steps = Array(steps.prefix(max(0, room - lead)))
      table =
        hasTable
        ? WorkedTable(
          derivation: derivation, scene: scene, language: language,
          area: Area(row: top, column: inside.column, rows: tableRows, columns: inside.columns)) : nil
    }
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
    let token = Self.token(at: scene.position, language).map { language(" (\($0))", "（\($0)）") } ?? language("", " ")
    return Account(
      all: [language("Worked out for \(place(scene))\(token):", "对 \(place(scene))\(token)逐步算出：")] + results,
      check: derivation.check)
  }

  private func place(_ scene: Scene) -> String {
    let position = Numerals.grouped(scene.position)
    if Self.isOfTwo(scene.encoding) {
      let head = (scene.encoding.bias?.heads ?? 0) > 1 ? " · h \(scene.head)" : ""
      let pair = scene.pairCount > 0 ? " · i \(scene.pair)" : ""
      return "q \(position) · k \(Numerals.grouped(scene.secondPosition))\(head)\(pair)"
    }
    return scene.pairCount > 0 ? "p \(position) · i \(scene.pair)" : "p \(position)"
  }

  /// Whether what is worked out is of a query and a key.
  static func isOfTwo(_ encoding: Encoding) -> Bool {
    encoding.bias != nil || encoding.buckets != nil || encoding.scheme == .transformerXL
  }

  /// The words of the classic example stand at positions 0, 1 and 2.
  static func token(at position: Int, _ language: Language) -> String? {
    let words = language("I love you", "我 爱 你").split(separator: " ").map(String.init)
    return words.indices.contains(position) ? words[position] : nil
  }
}

extension Derivation.Step {
  /// Whether nothing stands in it.
  fileprivate var isBlank: Bool { left.isEmpty && right.isEmpty }
}
