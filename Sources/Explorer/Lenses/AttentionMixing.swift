import Encodings
import Screen

/// Which inputs reach which outputs in a convolution, a recurrence and attention, and in how many steps.
struct AttentionMixing {
  let sentence: Sentence

  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let tokens = sentence.tokens
    let query = min(scene.position, tokens.count - 1)
    let pane = PaneFrame(
      heading: language("mixing", "混合") + "   "
        + language("which inputs (columns) reach an output (row)", "输入（列）能否到达输出（行）"),
      shorterHeadings: [language("mixing   inputs → outputs", "混合   输入 → 输出")],
      detail: language("number: steps", "数字  步数"), shorterDetails: [""], check: check(scene, tokens, query, language))
    let inside = pane.draw(in: &frame, area, look, language)
    let (panels, foot) = panels(scene, in: inside, language)
    for panel in panels {
      frame.write(
        shortened(panel.name, columns: panel.head.columns), row: panel.head.row, column: panel.head.column,
        style: look.style(.heading, on: .panel),
        in: panel.head)
      let taken = panel.grid.draw(in: &frame, panel.picture, look)
      let longest = longest(panel.mixing)
      let words = language("first to last: \(longest)", "首到尾  \(longest)")
      frame.write(
        Screen.columns(of: words) <= panel.picture.columns ? words : "→ \(longest)",
        row: min(taken.endRow, panel.picture.endRow),
        column: panel.picture.column, style: look.style(.muted, on: .panel), in: panel.whole)
    }
    for (row, line) in wrapped(moral(language), columns: inside.columns).enumerated() {
      frame.write(
        line, row: foot.row + row, column: foot.column, style: look.style(.text, on: .panel), in: foot)
    }
  }

  /// The output and the input at a cell, and the steps between them.
  func target(at place: Place, of scene: Scene, in area: Area, _ language: Language) -> Target? {
    let hasCheck = check(scene, sentence.tokens, min(scene.position, sentence.tokens.count - 1), language) != nil
    for panel in panels(scene, in: PaneFrame.inside(area, hasCheck: hasCheck), language).panels {
      guard let (row, column) = panel.grid.value(at: place, in: panel.picture) else { continue }
      let (output, input) = (panel.tokens.lowerBound + row, panel.tokens.lowerBound + column)
      let steps = panel.mixing.steps(from: input, to: output).map {
        language($0 == 1 ? "1 step" : "\($0) steps", "\($0) 步")
      }
      return Target(
        from: output, to: input, of: sentence.tokens, in: panel.name,
        reading: steps ?? language("not reached", "到不了"))
    }
    return nil
  }

  /// One way to mix: where its name and its matrix stand, and which tokens are shown.
  private struct Panel {
    let name: String
    let mixing: Mixing
    let whole: Area
    let head: Area
    let picture: Area
    let tokens: Range<Int>
    let grid: TokenGrid
  }

  /// The ways to mix side by side, and the rows of the moral below them.
  private func panels(_ scene: Scene, in inside: Area, _ language: Language) -> (panels: [Panel], foot: Area) {
    let moralRows = wrapped(moral(language), columns: inside.columns).count
    let (grids, foot) = inside.splitRows(inside.rows - (inside.rows > moralRows + 4 ? moralRows : 0))
    let kinds = kinds(scene, language)
    let shared = grids.columns / kinds.count
    let query = min(scene.position, sentence.tokens.count - 1)
    let panels = kinds.enumerated().map { index, kind in
      let whole = Area(
        row: grids.row, column: grids.column + index * shared, rows: grids.rows, columns: shared - 1)
      let (head, body) = whole.splitRows(1)
      let picture = body.splitRows(body.rows - 1).top
      let room = TokenGrid.room(in: picture, labels: sentence.tokens)
      let shown = AttentionLens.window(
        of: min(room.rows, room.columns), about: query, count: sentence.tokens.count)
      return Panel(
        name: kind.name, mixing: kind.mixing, whole: whole, head: head, picture: picture, tokens: shown,
        grid: grid(kind.mixing, shown))
    }
    return (panels, foot)
  }

  /// What the view says in sentences.
  func account(of scene: Scene, _ language: Language) -> Account {
    let paths = kinds(scene, language).map {
      language("\($0.name) \(longest($0.mixing))", "\($0.name)：\(longest($0.mixing)) 步")
    }
    let query = min(scene.position, sentence.tokens.count - 1)
    return Account(
      language(
        "Steps from the first of \(sentence.tokens.count) tokens to the last: \(paths.joined(separator: "; ")).",
        "从 \(sentence.tokens.count) 个词元的第一个到最后一个的步数：\(paths.joined(separator: "；"))。"),
      moral(language), check: check(scene, sentence.tokens, query, language))
  }

  private func kinds(_ scene: Scene, _ language: Language) -> [(name: String, mixing: Mixing)] {
    let names = [language("CNN, 3 wide", "CNN 窗口 3"), "RNN", language("attention", "注意力")]
    return zip(names, Mixing.sideBySide(causal: scene.isCausal)).map { ($0, $1) }
  }

  /// The steps from the first token to the last.
  private func longest(_ mixing: Mixing) -> String {
    mixing.longestPath(tokens: sentence.tokens.count).map(Numerals.grouped) ?? "∞"
  }

  private func moral(_ language: Language) -> String {
    language(
      "A CNN knows an input by its place in the window, an RNN by when it came; attention takes a set.",
      "CNN 由窗口中的位置认识输入，RNN 由到来的先后认识输入；注意力得到的是一个集合。")
  }

  /// More steps are paler.
  private func grid(_ mixing: Mixing, _ shown: Range<Int>) -> TokenGrid {
    let labels = Array(sentence.tokens[shown])
    return TokenGrid(
      values: shown.map { output in
        shown.map { input in mixing.steps(from: input, to: output).map { 1 / Double($0) } }
      }, rowLabels: labels, columnLabels: labels, bounds: 0...1,
      text: { share, width in
        let steps = "\(Int((1 / share).rounded()))"
        return steps.count < width ? steps : ""
      })
  }

  /// What the rule says of attention against what the mask lets through: pairs in which the two disagree.
  private func check(
    _ scene: Scene, _ tokens: [String], _ query: Int, _ language: Language
  ) -> PaneFrame.Check? {
    guard let attention = try? SentenceAttention(tokens, scene), attention.mostQueries > 0 else { return nil }
    let mixing = Mixing.attention(causal: scene.isCausal)
    let scores = attention.attention(of: query..<(query + 1)).scores.first ?? []
    let wrong = scores.enumerated().filter { key, score in
      (score > -.infinity) != (mixing.steps(from: key, to: query) != nil)
    }
    return .init(
      identity: language("keys where mask and rule disagree", "掩码与规则不一致的键数"), residual: Double(wrong.count), limit: 0)
  }
}
