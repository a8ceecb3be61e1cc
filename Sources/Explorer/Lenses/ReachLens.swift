import Encodings
import Screen

/// Every extension side by side: which pairs leave the arc that training has seen, from which position on, and how crowded
/// neighbours become.
struct ReachLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("reach", "可达范围")
    guard let reach = scene.reach, !reach.methods.isEmpty else {
      return PaneFrame.excuse(title, obstacle(scene, language), in: &frame, area, look, language)
    }
    let pane = PaneFrame(
      heading:
        "\(title)   \(Numerals.grouped(reach.trainedLength)) → \(Numerals.grouped(reach.targetLength))   i \(scene.pair)",
      detail: language("unseen share of each pair's circle", "各对的圆周未见部分"),
      shorterDetails: [language("unseen share of circle", "圆周未见部分"), language("unseen share", "未见部分")],
      check: check(reach, language))
    let inside = pane.draw(in: &frame, area, look, language)
    guard let rows = rows(reach, scene, in: inside, language) else {
      return explain(language("No room for the bars here.", "此处放不下条形图。"), in: &frame, inside, look)
    }
    drawHeads(scene.pair, rows, in: &frame, inside, look, language)
    let field = reach.field
    for index in rows.methods {
      let (method, bar, line) = (reach.methods[index], rows.bar(ofMethod: index), rows.line(ofMethod: index))
      let isThis = scene.encoding.scalingName == method.scaling.name
      let style = look.style(isThis ? .accent : .text, on: .panel, isThis ? .bold : [])
      frame.write(
        shortened(method.scaling.name, columns: ReachRows.nameColumns - 1), row: line, column: inside.column,
        style: style, in: inside)
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
      drawNumbers(method, isThis, in: &frame, row: line, rows, look, language)
    }
    SpotMark(
      area: rows.cells,
      rows: (0..<rows.cells.rows).map {
        let index = rows.methods.lowerBound + $0 / rows.height
        return index..<(index + 1)
      }, columns: rows.columns, cellWidth: rows.cellWidth
    ).draw(scene.spot(in: .reach), in: &frame, look)
    let foot = inside.inset(left: rows.cells.column - inside.column)
    let whole = foot.columns >= 32 ? language("1 of the circle", "1 整圈") : "1"
    ColorBar(bounds: 0...1, kind: .sequential, labels: ("0", "½", whole)).draw(
      in: &frame, row: inside.endRow - 1, area: foot, look, on: .panel)
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let reach = scene.reach,
      let rows = rows(reach, scene, in: PaneFrame.inside(area, hasCheck: true), language),
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
    let ((first, crowding), heads) = (numbers(method, language), heads(language))
    return Target(
      reading: "\(method.scaling.name)   \(heads.first) \(first)   \(heads.crowding) \(crowding)",
      position: method.firstUnseenPosition)
  }

  private func rows(_ reach: Reach, _ scene: Scene, in inside: Area, _ language: Language) -> ReachRows? {
    let current = reach.methods.firstIndex { $0.scaling.name == scene.encoding.scalingName }
    return ReachRows(
      reach, current: current ?? 0, in: inside, heads: heads(language),
      values: reach.methods.map { numbers($0, language) })
  }

  /// What stands above the numbers at the right.
  private func heads(_ language: Language) -> ReachRows.Numbers {
    (language("first unseen", "首个未见"), language("crowding", "拥挤度"))
  }

  /// The first unseen position, and how crowded the most crowded pair is.
  private func numbers(_ method: Reach.Method, _ language: Language) -> ReachRows.Numbers {
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
        "\(method.scaling.name)\(isThis)：首个未见位置 \(first)，拥挤度 \(crowding)，特征对 \(scene.pair) 的圆周未见部分 \(arc)。")
    }
    return Account(
      all: [
        language(
          "From \(trained) trained tokens to \(target):", "从训练长度 \(trained) 到 \(target) 个词元：")
      ] + methods, check: check(reach, language))
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

  /// The numbers of an extension, each at the right of its columns; above a bar with their heads before them.
  private func drawNumbers(
    _ method: Reach.Method, _ isThis: Bool, in frame: inout Frame, row: Int, _ rows: ReachRows, _ look: Look,
    _ language: Language
  ) {
    guard rows.shape != .alone else { return }
    let (values, heads) = (numbers(method, language), heads(language))
    let role: Role = method.firstUnseenPosition == nil ? .good : .unseen
    let parts: [(head: String, value: String, width: Int, ink: Role)] = [
      (heads.first, values.first, rows.widths.first, role),
      (heads.crowding, values.crowding, rows.widths.crowding, isThis ? .accent : .text),
    ]
    var column = rows.numbers.column
    for part in parts {
      if rows.shape == .below {
        column = frame.write(
          part.head + " ", row: row, column: column, style: look.style(.muted, on: .panel), in: rows.numbers)
      }
      let end = column + part.width
      frame.write(
        part.value, row: row, column: end - Screen.columns(of: part.value), style: look.style(part.ink, on: .panel),
        in: rows.numbers)
      column = end + 2
    }
  }

  /// The first pair and the chosen one above the bars, and where numbers stand beside these, what they are.
  private func drawHeads(
    _ pair: Int, _ rows: ReachRows, in frame: inout Frame, _ inside: Area, _ look: Look, _ language: Language
  ) {
    let muted = look.style(.muted, on: .panel)
    if rows.shape == .between {
      let (heads, end) = (heads(language), rows.numbers.column + rows.widths.first)
      frame.write(
        heads.first, row: inside.row, column: end - Screen.columns(of: heads.first), style: muted, in: inside)
      frame.write(
        heads.crowding, row: inside.row, column: rows.numbers.endColumn - Screen.columns(of: heads.crowding),
        style: muted, in: inside)
    }
    let cell = rows.columns.firstIndex { $0.contains(pair) } ?? 0
    let isFirst = cell * rows.cellWidth < 4
    if !isFirst { frame.write("i 0", row: inside.row, column: rows.cells.column, style: muted, in: inside) }
    let label = isFirst ? "i \(pair)" : "\(pair)"
    let column = min(rows.cells.column + cell * rows.cellWidth, rows.cells.endColumn - Screen.columns(of: label))
    frame.write(
      label, row: inside.row, column: isFirst ? rows.cells.column : column,
      style: look.style(.accent, on: .panel, .bold), in: inside)
  }

  /// Of every first unseen position: the angle before it lies within the trained arc, and its own past it.
  private func check(_ reach: Reach, _ language: Language) -> PaneFrame.Check {
    var residual = 0.0
    for method in reach.methods {
      for (pair, first) in method.firstUnseen.enumerated() {
        guard let first else { continue }
        let seen = reach.plain[pair].angle(at: reach.trainedLength - 1)
        let (before, after) = (method.spectrum[pair].angle(at: first - 1), method.spectrum[pair].angle(at: first))
        residual = max(residual, (before - seen) / after, (seen - after) / after)
      }
    }
    return .init(
      identity: "max(0, ω′(first−1) − ω(L−1), ω(L−1) − ω′·first) / ω′·first",
      short: language("excess past ω(L−1)", "超出 ω(L−1) 的量"), residual: residual, limit: 1e-12)
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
