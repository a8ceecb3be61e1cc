import Encodings
import Screen

/// The present encoding as a short program in PyTorch, NumPy or Swift that gives the numbers on the screen.
struct CodeLens: Lens {
  /// The first line shown, where not all fit.
  var firstLine = 0

  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let snippet = Self.snippet(scene, in: area, valueRowsPerCell: look.valueRowsPerCell, language)
    let title = language("code", "代码") + "   \(scene.dialect.title)"
    let comparison = snippet.comparison(
      with: scene.encoding, at: scene.position, key: scene.secondPosition, head: scene.head)
    let pane = PaneFrame(
      heading: title, detail: language("ends with \(snippet.result)", "结果为 \(snippet.result)"),
      check: comparison.map { check($0, of: snippet, language) })
    let inside = pane.draw(in: &frame, area, look, language)
    guard inside.rows > 0 else { return }
    let (code, foot) = inside.splitRows(comparison == nil ? inside.rows : inside.rows - 1)
    draw(snippet, in: &frame, code, look, language)
    if let comparison { draw(comparison.numbers, of: snippet, scene, in: &frame, foot, look) }
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    let snippet = Self.snippet(scene, in: area, valueRowsPerCell: valueRowsPerCell, language)
    let comparison = snippet.comparison(
      with: scene.encoding, at: scene.position, key: scene.secondPosition, head: scene.head)
    return Account(
      language(
        "\(snippet.lines.count) lines of \(scene.dialect.title) that end with \(snippet.result).",
        "\(snippet.lines.count) 行 \(scene.dialect.title) 代码，结果为 \(snippet.result)。"),
      comparison.map { numbers($0.numbers.prefix(4), of: snippet, scene) + language(".", "。") } ?? "",
      language(
        "ropescope code --for \(snippet.dialect.rawValue) prints them.",
        "用 ropescope code --for \(snippet.dialect.rawValue) 打印全部。"),
      check: comparison.map { check($0, of: snippet, language) })
  }

  /// The program of a pane.
  static func snippet(_ scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Snippet {
    let rows = max(1, FieldGrid.cellRows(in: area) * valueRowsPerCell)
    return Snippet(of: scene, at: SnippetPositions(shown: scene.window.positions(rows: rows)), language)
  }

  /// The greatest first line that leaves no row empty; 0 where all lines fit.
  static func lastFirstLine(
    _ scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language
  ) -> Int {
    let snippet = snippet(scene, in: area, valueRowsPerCell: valueRowsPerCell, language)
    // Heading, numbers and check take rows; where lines do not fit, one more says which are shown.
    let comparison = snippet.comparison(
      with: scene.encoding, at: scene.position, key: scene.secondPosition, head: scene.head)
    let rows = area.rows - (comparison == nil ? 1 : 3)
    return snippet.lines.count > rows ? snippet.lines.count - max(0, rows - 1) : 0
  }

  private func check(
    _ comparison: Snippet.Comparison, of snippet: Snippet, _ language: Language
  ) -> PaneFrame.Check {
    let row = snippet.recipe.rowName
    return .init(
      identity: language("max |snippet[\(row)] − encoding[\(row)]|", "max |代码[\(row)] − 编码[\(row)]|"),
      short: language("max |snippet − encoding|", "max |代码 − 编码|"), residual: comparison.residual,
      limit: comparison.limit)
  }

  /// «rotated[p 100] = 0.862319 −0.506366».
  private func numbers(_ numbers: some Sequence<Double>, of snippet: Snippet, _ scene: Scene) -> String {
    numbers.reduce(place(of: snippet, scene)) { $0 + Self.written($1) }
  }

  private func place(of snippet: Snippet, _ scene: Scene) -> String {
    let isBias = snippet.recipe.rowName == "q"
    let place = Numerals.grouped(scene.position) + (isBias ? ", k \(Numerals.grouped(scene.secondPosition))" : "")
    return "\(snippet.result)[\(snippet.recipe.rowName) \(place)] ="
  }

  private static func written(_ number: Double) -> String {
    " " + (abs(number) < 1e6 ? Numerals.fixed(number, decimals: 6) : Numerals.significant(number, digits: 7))
  }

  private func draw(_ snippet: Snippet, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let isCut = snippet.lines.count > area.rows
    let room = isCut ? max(0, area.rows - 1) : area.rows
    let first = min(max(0, firstLine), max(0, snippet.lines.count - room))
    let shown = snippet.lines.dropFirst(first).prefix(room)
    let comments = snippet.lines.filter { !$0.code.isEmpty }.map { Screen.columns(of: $0.comment) }.max() ?? 0
    let column = snippet.commentColumn(beside: min(58, area.columns - comments - 4 - snippet.dialect.comment.count))
    for (index, line) in shown.enumerated() {
      let row = area.row + index
      // A comment that would be cut is left out: half a sentence says less than none.
      let whole = snippet.text(of: line, commentColumn: column)
      let fits = Screen.columns(of: whole) <= area.columns
      let end = frame.write(
        line.code, row: row, column: area.column, style: look.style(.text, on: .panel), in: area)
      if Screen.columns(of: line.code) > area.columns {
        frame.write("…", row: row, column: area.endColumn - 1, style: look.style(.accent, on: .panel), in: area)
      }
      guard fits || line.code.isEmpty, !line.comment.isEmpty else { continue }
      let comment = String(whole.dropFirst(line.code.count))
      frame.write(
        shortened(comment, columns: area.endColumn - end), row: row, column: end,
        style: look.style(.muted, on: .panel),
        in: area)
    }
    guard isCut, area.rows > 0 else { return }
    let lines = "\(first + 1)–\(first + shown.count)"
    let shownLines = language(
      "lines \(lines) of \(snippet.lines.count) · :copy code copies all",
      "行 \(lines)，共 \(snippet.lines.count) 行 · :copy code 复制全部")
    frame.write(
      shortened(shownLines, columns: area.columns), row: area.endRow - 1,
      column: area.column, style: look.style(.accent, on: .panel), in: area)
  }

  /// «rotated[p 100] = 0.862319 −0.506366 …»: the first numbers of the row looked at.
  private func draw(
    _ numbers: [Double], of snippet: Snippet, _ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look
  ) {
    var text = place(of: snippet, scene)
    for (index, number) in numbers.enumerated() {
      let next = Self.written(number)
      let isLast = index == numbers.count - 1
      guard Screen.columns(of: text + next) + (isLast ? 0 : 2) <= area.columns else {
        text += " …"
        break
      }
      text += next
    }
    frame.write(text, row: area.row, column: area.column, style: look.style(.accent, on: .panel, .bold), in: area)
  }
}
