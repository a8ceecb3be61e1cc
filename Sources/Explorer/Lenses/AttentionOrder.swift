import Encodings
import Screen

/// Two orders of the same words side by side, and how far apart the pooled outputs are: without positions not at all.
struct AttentionOrder {
  let sentence: Sentence

  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("order", "词序")
    let sides: [(attention: SentenceAttention, result: Attention)]
    do throws(SentenceAttention.Obstacle) {
      sides = try self.sides(scene)
    } catch {
      return PaneFrame.excuse(
        title, language.sentence(for: error, scene.encoding.scheme), in: &frame, area, look, language)
    }
    let pooled = sides.map(\.result.pooled)
    let (difference, isBlind) = (difference(sides), isBlind(scene))
    let pane = PaneFrame(
      heading: title + "   " + language("max |pooled A − pooled B| = ", "max |池化 A − 池化 B| = ")
        + Numerals.significant(difference),
      shorterHeadings: [title + "   max |A − B| = " + Numerals.significant(difference)],
      detail: scene.encoding.scheme.rawValue + (scene.isCausal ? language(" · causal", " · 因果") : ""),
      shorterDetails: [scene.encoding.scheme.rawValue, ""], check: check(sides, scene, language))
    let inside = pane.draw(in: &frame, area, look, language)
    let words = wrapped(verdict(scene, difference, isBlind, language), columns: inside.columns)
    let (top, below, hasStrips) = split(inside, wordRows: words.count)
    for panel in panels(sides, scene, in: top) {
      panel.grid.draw(in: &frame, panel.area, look)
      frame.write(
        panel.name, row: panel.area.row, column: panel.area.column,
        style: look.style(.heading, on: .panel, .bold), in: panel.area)
    }
    if hasStrips { drawStrips(pooled, in: &frame, below.inset(top: 1), look) }
    for (row, line) in words.enumerated() {
      frame.write(
        line, row: below.endRow - words.count + row, column: below.column,
        style: look.style(isBlind ? .unseen : .text, on: .panel), in: below)
    }
  }

  /// Two tokens of one of the orders, and the weight between them.
  func target(at place: Place, of scene: Scene, in area: Area, _ language: Language) -> Target? {
    guard let sides = try? sides(scene) else { return nil }
    let inside = PaneFrame.inside(area, hasCheck: true)
    let words = wrapped(
      verdict(scene, difference(sides), isBlind(scene), language), columns: inside.columns)
    for panel in panels(sides, scene, in: split(inside, wordRows: words.count).top) {
      guard let (row, column) = panel.grid.value(at: place, in: panel.area) else { continue }
      let weight = panel.grid.values[row][column]
      return Target(
        from: panel.rows.lowerBound + row, to: panel.columns.lowerBound + column, of: panel.tokens, in: panel.name,
        reading: weight.map { Numerals.fixed($0, decimals: 4) } ?? language("not seen", "看不到"))
    }
    return nil
  }

  /// The matrices, and below them the strips of the outputs, where there is room, and the verdict.
  private func split(_ inside: Area, wordRows: Int) -> (top: Area, below: Area, hasStrips: Bool) {
    let hasStrips = inside.rows >= sentence.tokens.count + wordRows + 7
    let (top, below) = inside.splitRows(inside.rows - wordRows - (hasStrips ? 5 : 0))
    return (top, below, hasStrips)
  }

  /// What the view says in sentences.
  func account(of scene: Scene, _ language: Language) -> Account {
    do throws(SentenceAttention.Obstacle) {
      let sides = try sides(scene)
      let difference = difference(sides)
      let (first, second) = (
        visible(sentence.tokens.joined(separator: " ")), visible(sentence.other.joined(separator: " "))
      )
      return Account(
        language("A is «\(first)», B «\(second)».", "A 为“\(first)”，B 为“\(second)”。"),
        language(
          "Their pooled outputs differ by \(Numerals.significant(difference)) at most.",
          "两者池化后的输出最多相差 \(Numerals.significant(difference))。"),
        verdict(scene, difference, isBlind(scene), language), check: check(sides, scene, language))
    } catch {
      return Account(language.sentence(for: error, scene.encoding.scheme))
    }
  }

  private func sides(
    _ scene: Scene
  ) throws(SentenceAttention.Obstacle) -> [(attention: SentenceAttention, result: Attention)] {
    try [side(sentence.tokens, scene), side(sentence.other, scene)]
  }

  /// The largest difference of the pooled outputs.
  private func difference(_ sides: [(attention: SentenceAttention, result: Attention)]) -> Double {
    zip(sides[0].result.pooled, sides[1].result.pooled).map { abs($0 - $1) }.max() ?? 0
  }

  /// Whether no order can be seen.
  private func isBlind(_ scene: Scene) -> Bool {
    scene.encoding == .none && !scene.isCausal && sentence.isReordering
  }

  private func check(
    _ sides: [(attention: SentenceAttention, result: Attention)], _ scene: Scene, _ language: Language
  ) -> PaneFrame.Check {
    guard isBlind(scene) else {
      let rows = SentenceAttention.rowResidual(sides.flatMap(\.result.weights))
      return .init(identity: "max |Σⱼ wᵢⱼ − 1|", residual: rows, limit: 1e-12)
    }
    return .init(
      identity: language("|pooled(x) − pooled(permuted x)|", "|池化(x) − 池化(x 的置换)|"), residual: difference(sides),
      limit: 0)
  }

  private func side(
    _ tokens: [String], _ scene: Scene
  ) throws(SentenceAttention.Obstacle) -> (attention: SentenceAttention, result: Attention) {
    let attention = try SentenceAttention(tokens, scene)
    guard attention.isSmall else {
      throw .tooMuch(tokens: tokens.count, features: attention.inputs.first?.count ?? 0)
    }
    return (attention, attention.outputs(of: 0..<tokens.count))
  }

  /// One order: its matrix, as much of it as there is room for.
  private struct Panel {
    let name: String
    let area: Area
    let tokens: [String]
    let rows: Range<Int>
    let columns: Range<Int>
    let grid: TokenGrid
  }

  /// Both matrices in one scale of colours, A at the left.
  private func panels(
    _ sides: [(attention: SentenceAttention, result: Attention)], _ scene: Scene, in area: Area
  ) -> [Panel] {
    let bounds = 0...max(1e-9, sides.flatMap { $0.result.weights.joined() }.max() ?? 1)
    let (left, right) = area.splitColumns(area.columns / 2)
    return zip(["A", "B"], zip([left, right.inset(left: 1)], sides)).map { name, half in
      let (half, side) = half
      let tokens = side.attention.tokens
      let room = TokenGrid.room(in: half, labels: tokens)
      let rows = AttentionLens.window(
        of: room.rows, about: min(scene.position, tokens.count - 1), count: tokens.count)
      let columns = AttentionLens.window(
        of: room.columns, about: min(scene.secondPosition, tokens.count - 1), count: tokens.count)
      let grid = TokenGrid(
        values: rows.map { row in
          columns.map { side.attention.isCausal && $0 > row ? nil : side.result.weights[row][$0] }
        }, rowLabels: Array(tokens[rows]), columnLabels: Array(tokens[columns]), bounds: bounds)
      return Panel(name: name, area: half, tokens: tokens, rows: rows, columns: columns, grid: grid)
    }
  }

  /// The pooled outputs as strips over their features, and their difference in the same colours.
  private func drawStrips(_ pooled: [[Double]], in frame: inout Frame, _ area: Area, _ look: Look) {
    let features = min(pooled[0].count, pooled[1].count)
    let difference = zip(pooled[0], pooled[1]).map { $0 - $1 }
    let bound = max(1e-9, pooled.joined().map { abs($0) }.max() ?? 1)
    // The difference is drawn so many times larger, that it can be seen beside the outputs.
    let largest = difference.map { abs($0) }.max() ?? 0
    var factor = 1
    while largest > 0, largest * Double(factor) * 10 <= bound, factor < 1_000_000 { factor *= 10 }
    let names = ["A", "B", factor > 1 ? "A−B ×\(Numerals.short(Double(factor)))" : "A−B"]
    let strips = area.inset(left: Screen.columns(of: names[2]) + 1)
    let cells = min(features, strips.columns)
    guard cells > 0 else { return }
    for (row, (name, values)) in zip(names, pooled + [difference.map { $0 * Double(factor) }]).enumerated() {
      let means = (0..<cells).map { cell in
        let part = features * cell / cells..<features * (cell + 1) / cells
        return values[part].reduce(0, +) / Double(max(1, part.count))
      }
      frame.write(name, row: area.row + row, column: area.column, style: look.style(.muted, on: .panel), in: area)
      let copies = look.valueRowsPerCell
      Heatmap(
        values: Array(repeating: means, count: copies).flatMap(\.self), rows: copies, columns: cells,
        bounds: -bound...bound, kind: .diverging
      ).draw(in: &frame, Area(row: strips.row + row, column: strips.column, rows: 1, columns: cells), look)
    }
    ColorBar(bounds: -bound...bound, kind: .diverging).draw(
      in: &frame, row: area.row + 3, area: strips, look, on: .panel)
  }

  /// What the difference means.
  private func verdict(_ scene: Scene, _ difference: Double, _ isBlind: Bool, _ language: Language) -> String {
    if isBlind {
      return language(
        "Without positions A and B give the same output to the last bit: attention sees a set of words.",
        "没有位置编码时，A 与 B 的输出逐位相同：注意力看到的只是词的集合。")
    }
    guard sentence.isReordering else {
      return language("A and B hold different words, so they differ anyway.", "A 与 B 的词不同，本来就不一样。")
    }
    if difference == 0 {
      return language("A and B give the same output: no order is seen.", "A 与 B 的输出相同：看不出词序。")
    }
    let scheme = scene.encoding.scheme.rawValue
    return scene.encoding == .none
      ? language("The causal mask alone tells A from B.", "仅凭因果掩码即可区分 A 与 B。")
      : language(
        "\(scheme) tells A from B; :scheme none shows what is lost.", "\(scheme) 能区分 A 与 B；:scheme none 显示失去了什么。")
  }
}
