public import Screen

extension Figure {
  /// The figure laid out for a width.
  ///
  /// - Parameters:
  ///   - width: In points of 1/72 inch; held to 120 … 50 000.
  ///   - theme: Its colours.
  ///   - pixelsPerInch: Of what is to be made of pixels; nil for vectors, whose heatmaps have pixels of their own.
  public func drawing(width: Double, theme: Theme, pixelsPerInch: Double? = nil) -> FigureDrawing {
    var layout = FigureLayout(figure: self, width: min(max(120, width.isNaN ? 120 : width), 50_000), theme: theme)
    layout.pixelsPerInch = pixelsPerInch
    return layout.drawing()
  }
}

/// Puts title, panels and caption below one another.
struct FigureLayout {
  typealias Box = FigureDrawing.Box

  let figure: Figure
  let width: Double
  let theme: Theme
  var marks: [FigureDrawing.Mark] = []
  var y = 8.0
  /// Of what is to be made of pixels; nil for vectors.
  var pixelsPerInch: Double?

  static let margin = 8.0
  static let tickSize = 7.0
  static let labelSize = 7.5
  static let captionSize = 6.5

  init(figure: Figure, width: Double, theme: Theme) {
    (self.figure, self.width, self.theme) = (figure, width, theme)
  }

  mutating func drawing() -> FigureDrawing {
    let room = (width - 2 * Self.margin) / (10 * LetterWidths.boldness)
    for line in wrapped(figure.title, width: room, of: LetterWidths.width) {
      write(line, x: Self.margin, y: y + 9, size: 10, role: .heading, isBold: true)
      y += 13
    }
    y += 5
    let (left, right) = gutters
    let total = figure.panels.filter { !$0.isTable }.reduce(0) { $0 + max(0.05, $1.share) }
    var plots: [Box] = []
    for panel in figure.panels {
      let height = width * figure.aspect * max(0.05, panel.share) / max(total, 0.05)
      plots.append(draw(panel, left: left, right: right, height: max(panel.leastHeight, height)))
      y += 10
    }
    drawCaption(plots)
    return FigureDrawing(
      width: width, height: (y + Self.margin).rounded(.up), plots: plots, background: theme[.background], marks: marks
    )
  }

  /// Room for the numbers and labels at the sides, the same for all panels so that their axes line up.
  var gutters: (left: Double, right: Double) {
    var (left, right) = (Self.margin, Self.margin + 8)
    for panel in figure.panels {
      guard panel.hasAxes else { continue }
      let ticks = panel.y.ticks(about: 6).map { Self.estimate($0.text, Self.tickSize) }.max() ?? 0
      left = max(left, Self.margin + (panel.y.label.isEmpty ? 0 : 12) + ticks + 6)
      if case .heatmap(let content) = panel.content {
        let numbers = ColorBarLayout.ticks(of: content).map { Self.estimate($0.text, Self.tickSize) }.max() ?? 0
        right = max(right, Self.margin + 10 + 8 + 6 + numbers + (content.label.isEmpty ? 0 : 12))
      }
    }
    let most = width * 0.4
    return (min(left, most), min(right, most))
  }

  private mutating func draw(_ panel: Panel, left: Double, right: Double, height: Double) -> Box {
    if !panel.title.isEmpty {
      let start = panel.hasAxes ? left : Self.margin
      let title = Self.cut(panel.title, to: (width - Self.margin - start) / 1.1, 8)
      write(title, x: start, y: y + 8, size: 8, role: .text, isBold: true)
      y += 13
    }
    func plot() -> Box {
      let whole = Box(x: left, y: y, width: max(20, width - left - right), height: height)
      return panel.units == .equal ? equalUnits(panel, in: whole) : whole
    }
    // The legend stands above its own plot, which may be narrower than the page.
    if case .lines(let lines) = panel.content { drawLegend(lines, left: plot().x, right: width - plot().right) }
    drawLegend(panel.key, left: Self.margin, right: Self.margin)
    let box = plot()
    switch panel.content {
    case .dials(let dials): return draw(dials, height: height)
    case .table(let table): return draw(table)
    case .heatmap(let content):
      // Whole pixels of data cover what of frame and ticks reaches into them.
      drawAxes(panel, box)
      marks.append(.heatmap(content, box, theme[content.kind]))
      drawCells(content, box)
      drawBar(content, beside: box)
    case .lines(let lines):
      drawGround(panel, box)
      for line in lines { draw(line, panel, box) }
      drawAxes(panel, box)
    case .points(let points):
      drawGround(panel, box)
      for point in points { draw(point, panel, box) }
      drawAxes(panel, box)
    }
    return box
  }

  /// The largest box in the middle of another in which units are as long across as down.
  private func equalUnits(_ panel: Panel, in box: Box) -> Box {
    // Half a span, for the ends of an axis may be further apart than any number is large.
    func half(_ axis: Axis) -> Double { axis.range.upperBound / 2 - axis.range.lowerBound / 2 }
    let unit = min(box.width / half(panel.x), box.height / half(panel.y))
    let (wide, high) = (unit * half(panel.x), unit * half(panel.y))
    return Box(x: box.x + (box.width - wide) / 2, y: box.y, width: wide, height: high)
  }

  private mutating func drawCaption(_ plots: [Box]) {
    let room = (width - 2 * Self.margin) / Self.captionSize
    let means = holdsSeveral(plots) && !figure.meansNote.isEmpty ? [figure.meansNote] : []
    for paragraph in means + figure.caption {
      for line in wrapped(paragraph, width: room, of: LetterWidths.width) {
        y += Self.captionSize * 1.35
        write(line, x: Self.margin, y: y, size: Self.captionSize, role: .muted)
      }
    }
  }

  /// Whether a pixel of a heatmap stands for more than one value.
  private func holdsSeveral(_ plots: [Box]) -> Bool {
    zip(figure.panels, plots).contains { panel, plot in
      guard case .heatmap(let content) = panel.content else { return false }
      func most(_ start: Double, _ end: Double) -> Int {
        guard let scale = pixelsPerInch.map({ $0 / 72 }) else { return FigureDrawing.mostValues }
        return max(1, Int((end * scale).rounded()) - Int((start * scale).rounded()))
      }
      return content.rows.count > most(plot.y, plot.bottom) || content.columns.count > most(plot.x, plot.right)
    }
  }

  mutating func write(
    _ text: String, x: Double, y: Double, anchor: FigureDrawing.Text.Anchor = .start, size: Double, role: Role,
    isBold: Bool = false, isVertical: Bool = false
  ) {
    guard !text.isEmpty else { return }
    marks.append(
      .text(
        .init(
          text: visible(text), x: x, y: y, anchor: anchor, size: size, color: theme[role], isBold: isBold,
          isVertical: isVertical)))
  }

  /// About how wide a text is.
  static func estimate(_ text: String, _ size: Double) -> Double { LetterWidths.width(of: text) * size }

  /// As much of a text as fits a width.
  static func cut(_ text: String, to width: Double, _ size: Double) -> String {
    guard estimate(text, size) > width else { return text }
    var kept = text
    while !kept.isEmpty, estimate(kept + "…", size) > width { kept.removeLast() }
    return kept + "…"
  }

  /// The colour of a curve.
  func color(_ ink: Line.Ink) -> Color {
    switch ink {
    case .role(let role): return theme[role]
    case .series(let index) where isOfGreys:
      return theme[.text].mixed(with: theme[.panel], share: 0.15 * Double(index & 3))
    case .series(let index):
      let series = theme.appearance == .dark ? Self.lightSeries : Self.darkSeries
      return Color(hex: series[((index % series.count) + series.count) % series.count])
    }
  }

  /// Whether the theme has no colours; its series are told apart by their dashes.
  private var isOfGreys: Bool {
    Role.allCases.map { theme[$0] }.allSatisfy { $0.red == $0.green && $0.green == $0.blue }
  }

  /// Told apart without colour vision: Okabe and Ito 2008, https://jfly.uni-koeln.de/color/; the lighter ones darkened
  /// for a light ground, the darker ones lightened for a dark one.
  private static let darkSeries: [UInt32] = [
    0x0072B2, 0xC04F00, 0x00805C, 0xA8558A, 0xA87400, 0x2E86BE, 0x6B6B00, 0x444444,
  ]
  private static let lightSeries: [UInt32] = [
    0x56B4E9, 0xE69F00, 0x2FC79A, 0xE08FC0, 0xF0E442, 0x8FA8FF, 0xFF8A5C, 0xC8C8C8,
  ]
}

extension Panel {
  /// Whether it is words and numbers, whose height follows from them.
  fileprivate var isTable: Bool { if case .table = content { true } else { false } }

  /// Points, each on a line of its own, need room for their words.
  fileprivate var leastHeight: Double {
    if case .points(let points) = content { Double(points.count) * (FigureLayout.tickSize + 2) } else { 24 }
  }

  /// Whether axes are drawn around it.
  fileprivate var hasAxes: Bool {
    switch content {
    case .dials, .table: false
    case .heatmap, .lines, .points: true
    }
  }
}
