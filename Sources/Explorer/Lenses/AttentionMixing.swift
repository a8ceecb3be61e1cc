import Encodings
import Screen

/// Which inputs reach which outputs in a convolution, a recurrence and attention, and in how many steps.
struct AttentionMixing {
  let sentence: Sentence

  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let tokens = sentence.tokens
    let kinds = kinds(scene, language)
    let query = min(scene.position, tokens.count - 1)
    let pane = PaneFrame(
      heading: language("mixing", "混合") + "   "
        + language("which inputs (columns) reach an output (row)", "输入（列）能否到达输出（行）"),
      detail: language("number: steps", "数字：步数"), check: check(scene, tokens, query, language))
    let inside = pane.draw(in: &frame, area, look, language)
    let words = wrapped(moral(language), columns: inside.columns)
    let (grids, foot) = inside.splitRows(inside.rows - (inside.rows > words.count + 4 ? words.count : 0))
    let shared = grids.columns / kinds.count
    for (index, kind) in kinds.enumerated() {
      let place = Area(
        row: grids.row, column: grids.column + index * shared, rows: grids.rows, columns: shared - 1)
      let (head, body) = place.splitRows(1)
      let (picture, path) = body.splitRows(body.rows - 1)
      frame.write(
        kind.name, row: head.row, column: head.column, style: look.style(.heading, on: .panel), in: head)
      let taken = drawGrid(kind.mixing, tokens, query, in: &frame, picture, look)
      let longest = longest(kind.mixing)
      frame.write(
        language("first to last: \(longest)", "首到尾：\(longest)"), row: min(taken.endRow, path.row),
        column: path.column, style: look.style(.muted, on: .panel), in: place)
    }
    for (row, line) in words.enumerated() {
      frame.write(
        line, row: foot.row + row, column: foot.column, style: look.style(.text, on: .panel), in: foot)
    }
  }

  /// What the view says in sentences.
  func account(of scene: Scene, _ language: Language) -> Account {
    let paths = kinds(scene, language).map {
      language("\($0.name) \(longest($0.mixing))", "\($0.name) \(longest($0.mixing))")
    }
    let query = min(scene.position, sentence.tokens.count - 1)
    return Account(
      language(
        "Steps from the first of \(sentence.tokens.count) tokens to the last: \(paths.joined(separator: "; ")).",
        "从 \(sentence.tokens.count) 个词元的第一个到最后一个的步数：\(paths.joined(separator: "；"))。"),
      moral(language), check: check(scene, sentence.tokens, query, language))
  }

  private func kinds(_ scene: Scene, _ language: Language) -> [(name: String, mixing: Mixing)] {
    [
      (language("CNN, 3 wide", "CNN 窗口 3"), .convolution(width: 3)), ("RNN", .recurrence),
      (language("attention", "注意力"), .attention(causal: scene.isCausal)),
    ]
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
  private func drawGrid(
    _ mixing: Mixing, _ tokens: [String], _ query: Int, in frame: inout Frame, _ area: Area, _ look: Look
  ) -> Area {
    let room = TokenGrid.room(in: area, labels: tokens)
    let shown = AttentionLens.window(of: min(room.rows, room.columns), about: query, count: tokens.count)
    let values = shown.map { output in
      shown.map { input in mixing.steps(from: input, to: output).map { 1 / Double($0) } }
    }
    return TokenGrid(
      values: values, rowLabels: Array(tokens[shown]), columnLabels: Array(tokens[shown]), bounds: 0...1,
      text: { share, width in
        let steps = "\(Int((1 / share).rounded()))"
        return steps.count < width ? steps : ""
      }
    ).draw(in: &frame, area, look)
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
