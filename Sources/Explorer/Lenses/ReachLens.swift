import Encodings
import Screen

/// Every extension side by side: which pairs leave the arc that training has seen, from which position on, and how crowded
/// neighbours become.
struct ReachLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("reach", "可达")
    guard let reach = scene.reach, !reach.methods.isEmpty else {
      return PaneFrame.excuse(title, obstacle(scene, language), in: &frame, area, look, language)
    }
    let pane = PaneFrame(
      heading:
        "\(title)   \(Numerals.grouped(reach.trainedLength)) → \(Numerals.grouped(reach.targetLength))   i \(scene.pair)",
      detail: language("unseen share of each pair's circle", "每对圆周中未见过的部分"), check: check(reach))
    let inside = pane.draw(in: &frame, area, look, language)
    guard let rows = ReachRows(reach, in: inside, heads: heads(language)) else { return }
    let muted = look.style(.muted, on: .panel)
    frame.write("i 0", row: inside.row, column: rows.cells.column, style: muted, in: inside)
    frame.write(
      rows.heads.first + "  " + rows.heads.second, row: inside.row, column: rows.numbers.column, style: muted,
      in: inside)
    let field = reach.field
    for (index, method) in reach.methods.enumerated() {
      guard let bar = rows.bar(ofMethod: index) else { break }
      let isThis = scene.encoding.scalingName == method.scaling.name
      let style = look.style(isThis ? .accent : .text, on: .panel, isThis ? .bold : [])
      frame.write(method.scaling.name, row: bar.row, column: inside.column, style: style, in: inside)
      let values = field.means(rows: [index..<(index + 1)], columns: rows.columns)
      let wide = values.flatMap { Array(repeating: $0, count: rows.cellWidth) }
      Heatmap(
        values: Array(repeating: wide, count: bar.rows * look.valueRowsPerCell).flatMap(\.self),
        rows: bar.rows * look.valueRowsPerCell, columns: wide.count, bounds: 0...1, kind: .sequential
      ).draw(in: &frame, bar, look)
      // Where nothing is unseen the bar's track shows, so that every method has a bar.
      for (column, value) in wide.enumerated() where value == 0 {
        frame.fill(Area(row: bar.row, column: bar.column + column, rows: bar.rows, columns: 1), with: look.track)
      }
      drawNumbers(method, isThis, in: &frame, row: bar.row, rows, inside, look, language)
    }
    drawMark(scene.pair, rows, in: &frame, inside, look)
    SpotMark(
      area: rows.cells, rows: (0..<rows.cells.rows).map { $0 / rows.height..<($0 / rows.height + 1) },
      columns: rows.columns, cellWidth: rows.cellWidth
    ).draw(scene.spot(in: .reach), in: &frame, look)
    ColorBar(bounds: 0...1, kind: .sequential, labels: ("0", "½", language("1 of the circle", "1 整圈"))).draw(
      in: &frame, row: inside.endRow - 1, area: inside.inset(left: ReachRows.nameColumns), look, on: .panel)
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let reach = scene.reach,
      let rows = ReachRows(reach, in: PaneFrame.inside(area, hasCheck: true), heads: heads(language)),
      let index = rows.method(at: place)
    else { return nil }
    let method = reach.methods[index]
    if let pairs = rows.pairs(at: place) {
      let mean = Numerals.significant(reach.field.mean(rows: index..<(index + 1), columns: pairs), digits: 4)
      return Target(
        reading: "\(method.scaling.name) · i \(Numerals.span(pairs))   " + language("unseen ", "未见 ") + mean,
        pair: pairs.lowerBound)
    }
    guard rows.isNumber(place) else { return nil }
    // The first unseen position is one that can be gone to.
    let (first, crowding) = numbers(method, language)
    return Target(
      reading: "\(method.scaling.name)   \(rows.heads.first) \(first)   \(rows.heads.second) \(crowding)",
      position: method.firstUnseenPosition)
  }

  /// What stands above the numbers at the right.
  private func heads(_ language: Language) -> (first: String, second: String) {
    (language("first unseen", "首个未见"), language("crowding", "拥挤"))
  }

  /// The first unseen position, and how crowded the most crowded pair is.
  private func numbers(_ method: Reach.Method, _ language: Language) -> (first: String, crowding: String) {
    (
      method.firstUnseenPosition.map { Numerals.grouped($0) } ?? language("none", "无"),
      "×" + Numerals.significant(method.crowding.max() ?? 1)
    )
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let reach = scene.reach, !reach.methods.isEmpty else { return Account(obstacle(scene, language)) }
    let (trained, target) = (Numerals.grouped(reach.trainedLength), Numerals.grouped(reach.targetLength))
    let methods = reach.methods.map { method in
      let (first, crowding) = numbers(method, language)
      let isThis = scene.encoding.scalingName == method.scaling.name ? language(" (this one)", "（当前）") : ""
      let share = method.unseenArc.indices.contains(scene.pair) ? method.unseenArc[scene.pair] : 0
      let arc = Numerals.significant(share)
      return language(
        "\(method.scaling.name)\(isThis): first unseen position \(first), crowding \(crowding), unseen share of pair "
          + "\(scene.pair)'s circle \(arc).",
        "\(method.scaling.name)\(isThis)：首个未见位置 \(first)，拥挤 \(crowding)，特征对 \(scene.pair) 的圆周未见部分 \(arc)。")
    }
    return Account(
      all: [
        language(
          "From \(trained) trained tokens to \(target):", "从训练的 \(trained) 个词元到 \(target) 个：")
      ] + methods, check: check(reach))
  }

  private func obstacle(_ scene: Scene, _ language: Language) -> String {
    guard scene.encoding.rotary == nil else {
      return language(
        "With this base and these lengths the extensions have no frequencies: try another with :base 10000.",
        "在此底数与长度下，各扩展没有频率可算：请换一个，例如 :base 10000。")
    }
    return language(
      "Only rotary encoding has extensions; \(scene.encoding.scheme.rawValue) has none.",
      "只有旋转编码有扩展；\(scene.encoding.scheme.rawValue) 没有。")
  }

  private func drawNumbers(
    _ method: Reach.Method, _ isThis: Bool, in frame: inout Frame, row: Int, _ rows: ReachRows, _ inside: Area,
    _ look: Look, _ language: Language
  ) {
    let (first, crowding) = numbers(method, language)
    let end = rows.numbers.column + Screen.columns(of: rows.heads.first)
    let role: Role = method.firstUnseenPosition == nil ? .good : .unseen
    frame.write(
      first, row: row, column: end - Screen.columns(of: first), style: look.style(role, on: .panel), in: inside)
    frame.write(
      crowding, row: row, column: end + 2, style: look.style(isThis ? .accent : .text, on: .panel), in: inside)
  }

  /// The chosen pair above the rows.
  private func drawMark(_ pair: Int, _ rows: ReachRows, in frame: inout Frame, _ inside: Area, _ look: Look) {
    guard let cell = rows.columns.firstIndex(where: { $0.contains(pair) }), cell * rows.cellWidth > 4 || pair == 0
    else { return }
    frame.write(
      pair == 0 ? "i 0" : "\(pair)", row: inside.row, column: rows.cells.column + cell * rows.cellWidth,
      style: look.style(.accent, on: .panel, .bold), in: inside)
  }

  /// Of every first unseen position: the angle before it lies within the trained arc, and its own past it.
  private func check(_ reach: Reach) -> PaneFrame.Check {
    var residual = 0.0
    for method in reach.methods {
      for (pair, first) in method.firstUnseen.enumerated() {
        guard let first else { continue }
        let seen = reach.plain[pair].angle(at: reach.trainedLength - 1)
        let (before, after) = (method.spectrum[pair].angle(at: first - 1), method.spectrum[pair].angle(at: first))
        residual = max(residual, (before - seen) / after, (seen - after) / after)
      }
    }
    return .init(identity: "ω′(first − 1) ≤ ω(L − 1) < ω′·first", residual: residual, limit: 1e-12)
  }
}

extension Look {
  /// An empty stretch of a bar.
  fileprivate var track: Cell { depth >= .palette256 ? blank(on: .bar) : Cell("·", style(.muted, on: .panel)) }
}

extension Encodings.Encoding {
  /// The extension's name, `nil` for an encoding that has none.
  var scalingName: String? { rotary?.scaling.name }
}
