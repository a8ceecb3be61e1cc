import Encodings
import Screen

/// How alike the encoding makes two positions: PE(p)·PE(q) or its cosine as a field; for rotary encoding the score of equal
/// queries and keys, with its decay over distance below.
struct SimilarityLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("similarity", "相似度")
    let count = scene.encoding.positionCount ?? Window.lastPosition + 1
    guard let field = scene.encoding.similarity(rowCount: count, normalised: scene.measure == .cosine) else {
      return PaneFrame.excuse(title, obstacle(scene, language), in: &frame, area, look, language)
    }
    let hasDecay = hasDecay(scene, in: area)
    let (top, bottom) = split(area, hasDecay: hasDecay)
    let (grid, shown) = grid(scene, in: top, count, look.valueRowsPerCell)
    let (p, q) = (scene.position, scene.secondPosition)
    let value = value(of: field, scene, count)
    let place = "\(value)   p \(Numerals.grouped(p)) · q \(Numerals.grouped(q))"
    let pane = PaneFrame(
      heading:
        "\(title)   \(sign(scene)) = \(place)",
      shorterHeadings: ["\(title)   \(place)", place, value],
      detail: grid.cellSize(language) ?? "", shorterDetails: grid.shortCellSizes(language),
      check: check(scene, field, count))
    let inside = pane.draw(in: &frame, top, look, language)
    guard !grid.rows.isEmpty || count > scene.window.start else {
      return explain(language.pastTheTable(rows: count), in: &frame, inside, look)
    }
    guard inside.rows >= 3, grid.valueRows > 0 else { return }
    let mark = FieldGrid.Mark(row: p, columns: [q], columnLabel: Numerals.grouped(q))
    let means = grid.means(of: field)
    let (kind, bounds) = Self.shade(means, of: field)
    grid.draw(means, kind, bounds: bounds, in: &frame, look)
    grid.drawLabels(mark, FieldGrid.Axes(row: "p", column: "q"), in: &frame, inside, look)
    grid.drawCrosshair(mark, in: &frame, look)
    grid.drawSpot(scene.spot(in: .similarity), in: &frame, look)
    ColorBar(bounds: bounds, kind: kind).draw(
      in: &frame, row: inside.endRow - 1, area: inside.inset(left: grid.gutter), look, on: .panel)
    if hasDecay, let training = scene.training {
      LossPlot(training: training).draw(in: &frame, bottom, look, language)
    } else if hasDecay, let decay = Decay(encoding: scene.encoding) {
      DecayPlot(decay: decay, scene: scene, span: shown.count).draw(in: &frame, bottom, look, language)
    }
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    let count = scene.encoding.positionCount ?? Window.lastPosition + 1
    let top = split(area, hasDecay: hasDecay(scene, in: area)).top
    let grid = grid(scene, in: top, count, valueRowsPerCell).grid
    guard let field = scene.encoding.similarity(rowCount: count, normalised: scene.measure == .cosine),
      let (rows, columns) = grid.block(at: place)
    else { return nil }
    let mean = Numerals.fixed(field.mean(rows: rows, columns: columns), decimals: 4)
    return Target(
      reading: "p \(Numerals.span(rows)) · q \(Numerals.span(columns))   "
        + language.mean(mean, of: rows, columns), position: rows.middle, secondPosition: columns.middle,
      scale: .init(positionsPerRow: grid.scale.rows))
  }

  func snugColumns(_ scene: Scene, in area: Area, valueRowsPerCell: Int) -> Int {
    let count = scene.encoding.positionCount ?? Window.lastPosition + 1
    guard scene.encoding.similarity(rowCount: count, normalised: scene.measure == .cosine) != nil else {
      return area.columns
    }
    let top = split(area, hasDecay: hasDecay(scene, in: area)).top
    return grid(scene, in: top, count, valueRowsPerCell).grid.snugColumns
  }

  /// Colours from zero both ways, or where nothing in sight is below zero from the least to the most.
  private static func shade(_ means: [Double], of field: any Field) -> (ColorMap.Kind, ClosedRange<Double>) {
    guard let least = means.min(), let most = means.max(), least >= 0, least < most else {
      return (.diverging, field.bounds)
    }
    return (.sequential, least...most)
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    let count = scene.encoding.positionCount ?? Window.lastPosition + 1
    guard let field = scene.encoding.similarity(rowCount: count, normalised: scene.measure == .cosine) else {
      return Account(obstacle(scene, language))
    }
    let (p, q) = (scene.position, scene.secondPosition)
    let distance = Numerals.grouped(abs(p - q))
    let itself = p < count ? Self.text(field.value(row: p, column: p)) : "—"
    return Account(
      language(
        "\(sign(scene)) is \(value(of: field, scene, count)) for positions p = \(Numerals.grouped(p)) and q = "
          + "\(Numerals.grouped(q)), \(distance) apart; of p with itself it is \(itself).",
        "位置 p = \(Numerals.grouped(p)) 与 q = \(Numerals.grouped(q)) 相距 \(distance)，\(sign(scene)) 为 "
          + "\(value(of: field, scene, count))；p 与自身为 \(itself)。"), check: check(scene, field, count))
  }

  /// What is measured.
  private func sign(_ scene: Scene) -> String {
    scene.encoding.similaritySign(scene.measure)
  }

  /// The value of the two positions, as far as the table goes.
  private func value(of field: any Field, _ scene: Scene, _ count: Int) -> String {
    let (p, q) = (scene.position, scene.secondPosition)
    return p < count && q < count ? Self.text(field.value(row: p, column: q)) : "—"
  }

  /// Four places after the point; of numbers that are large in themselves, none that say nothing.
  private static func text(_ value: Double) -> String {
    abs(value) < 1e5 ? Numerals.fixed(value, decimals: 4) : Numerals.significant(value, digits: 10)
  }

  private func hasDecay(_ scene: Scene, in area: Area) -> Bool {
    area.rows >= 26 && (scene.training != nil || scene.encoding.spectrum?.pairCount ?? 0 > 0)
  }

  private func split(_ area: Area, hasDecay: Bool) -> (top: Area, bottom: Area) {
    area.splitRows(hasDecay ? area.rows * 2 / 3 : area.rows)
  }

  private func grid(
    _ scene: Scene, in top: Area, _ count: Int, _ valueRowsPerCell: Int
  ) -> (grid: FieldGrid, shown: Range<Int>) {
    let rows = FieldGrid.rows(
      of: scene, cells: FieldGrid.cellRows(in: top), rowCount: count, valueRowsPerCell: valueRowsPerCell)
    let shown = (rows.first?.lowerBound ?? 0)..<max(1, rows.last?.upperBound ?? 1)
    return (FieldGrid(rows: rows, columns: shown, pane: top, valueRowsPerCell: valueRowsPerCell), shown)
  }

  private func obstacle(_ scene: Scene, _ language: Language) -> String {
    if case .learned = scene.encoding {
      return language.valuesInCheckpoint
    }
    return language(
      "The scheme \(scene.encoding.scheme.rawValue) has no vectors to compare; the bias view shows what it adds.",
      "方案 \(scene.encoding.scheme.rawValue) 没有可比较的向量；bias 视图显示它所加的偏置。")
  }

  /// The field's closed form at the mark against the sum over the vectors themselves.
  private func check(_ scene: Scene, _ field: any Field, _ count: Int) -> PaneFrame.Check? {
    let (p, q) = (scene.position, scene.secondPosition)
    guard p < count, q < count, let first = vector(scene, max(p, q), of: scene.encoding.placedQuery),
      let second = vector(scene, min(p, q), of: scene.encoding.placedKey)
    else { return nil }
    // xPos measures against the score at distance 0.
    let factor = scene.encoding.spectrum?.attentionFactor ?? 1
    let norms =
      scene.encoding.scheme == .xpos
      ? Double(scene.pairCount) * factor * factor : (dot(first, first) * dot(second, second)).squareRoot()
    let product = dot(first, second)
    let wanted = scene.measure == .cosine ? (norms > 0 ? product / norms : 0) : product
    let scale = max(1, abs(wanted))
    let (one, other) = (scene.encoding.vectorSign(of: "p"), scene.encoding.vectorSign(of: "q"))
    let sum = "Σⱼ \(one)ⱼ \(other)ⱼ"
    let lengths = scene.measure == .cosine ? " / |\(one)| |\(other)|" : ""
    return .init(
      identity: "|\(sign(scene)) − \(sum)\(lengths)|",
      short: scene.measure == .cosine ? "|cos(a, b) − Σⱼ aⱼ bⱼ / |a| |b||" : "|a·b − Σⱼ aⱼ bⱼ|",
      residual: abs(field.value(row: p, column: q) - wanted) / scale, limit: 1e-6)
  }

  /// The position vector; for rotary encoding what becomes of (1, 0, 1, 0, …) as a query or a key.
  private func vector(
    _ scene: Scene, _ position: Int, of placed: (_ vector: [Double], _ position: Int, _ centre: Int) -> [Double]
  ) -> [Double]? {
    guard let rotary = scene.rotary else { return (try? scene.encoding.vector(at: position)) ?? nil }
    var features = [Double](repeating: 0, count: rotary.dimension)
    for pair in 0..<rotary.spectrum.pairCount { features[rotary.features(ofPair: pair).first] = 1 }
    return placed(features, position, min(scene.position, scene.secondPosition))
  }
}

extension Encoding {
  /// What a measure of similarity is called: «PE(p)·PE(q)».
  package func similaritySign(_ measure: Scene.Measure) -> String {
    let (one, other) = (vectorSign(of: "p"), vectorSign(of: "q"))
    return measure == .cosine ? "cos(\(one), \(other))" : "\(one)·\(other)"
  }
}

/// The score of equal query and key over their distance, and RoFormer's mean |Sᵢ| as a share of what it is at distance 0.
private struct DecayPlot {
  let decay: Decay
  let scene: Scene
  let span: Int

  func draw(in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let distance = abs(scene.position - scene.secondPosition)
    let (score, mean) = (decay.score(atDistance: distance), decay.bound(atDistance: distance))
    let title = language("decay", "衰减")
    let place = "   |p−q| \(Numerals.grouped(distance))"
    let scored = "   " + language("score", "得分") + " \(Numerals.fixed(score, decimals: 4))"
    let pane = PaneFrame(
      heading: title + place + scored + "   " + language("mean |Sᵢ|", "|Sᵢ| 均值")
        + " \(Numerals.fixed(mean, decimals: 2))",
      shorterHeadings: [title + place + scored, title + scored],
      detail: language("solid: score of q = k · dotted: mean |Sᵢ| / its first", "实线：q = k 的得分 · 点线：|Sᵢ| 均值 / 首值"),
      shorterDetails: [
        language("solid: score · dotted: mean |Sᵢ|", "实线：得分 · 点线：|Sᵢ| 均值"),
        language("dotted: mean |Sᵢ|", "点线：|Sᵢ| 均值"),
      ],
      check: check(score, language))
    let inside = pane.draw(in: &frame, area, look, language)
    let samples = max(2, min(span, 2 * max(2, inside.columns - 4)))
    let last = Double(samples - 1)
    let distances = (0..<samples).map { (span - 1) * $0 / (samples - 1) }
    func points(_ values: [Double]) -> [(share: Double, value: Double)] {
      values.enumerated().map { (Double($0.offset) / last, $0.element) }
    }
    let (scores, bounds) = (decay.scores(at: distances), decay.bounds(at: distances))
    let first = decay.bound(atDistance: 0)
    let relative = bounds.values.map { first > 0 ? $0 / first : 0 }
    Plot(
      lines: [
        .init(points: points(relative), ink: .unseen, dash: .dotted),
        .init(points: points(scores.values), ink: .trained),
      ], bounds: min(-0.25, scores.bounds.lowerBound)...1,
      rowLabels: [.init(at: 0, text: "0"), .init(at: 1, text: "1")],
      columnLabels: Ticks.whole(0..<span, most: max(2, inside.columns / 12), binary: span >= 64).map {
        .init(at: Double($0) / Double(max(1, span - 1)), text: Numerals.grouped($0))
      }, cursor: distance < span ? Double(distance) / Double(max(1, span - 1)) : nil
    ).draw(in: &frame, inside, look)
  }

  /// The score by distance against the one by both positions: cos p·ω cos q·ω + sin p·ω sin q·ω, pair by pair.
  private func check(_ score: Double, _ language: Language) -> PaneFrame.Check {
    let distance = abs(scene.position - scene.secondPosition)
    let sum = decay.spectrum.inverseFrequencies.enumerated().reduce(0.0) { sum, pair in
      let (p, q) = (pair.element.phase(at: scene.position), pair.element.phase(at: scene.secondPosition))
      return sum + (p.cosine * q.cosine + p.sine * q.sine) * decay.scale(ofPair: pair.offset, atDistance: distance)
    }
    return .init(
      identity: "|Σ cos (p−q)ω − Σ (cos pω cos qω + sin pω sin qω)| / n",
      short: language("|score(p−q) − score(p, q)|", "|得分(p−q) − 得分(p, q)|"),
      residual: abs(score - sum / Double(decay.spectrum.pairCount)), limit: 1e-12)
  }
}
