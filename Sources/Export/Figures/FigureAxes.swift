import Screen

extension FigureLayout {
  /// Where a point of the data is.
  func place(_ point: (x: Double, y: Double), _ panel: Panel, _ box: Box) -> (x: Double, y: Double) {
    let across = panel.x.share(of: point.x)
    let down = panel.y.isDownward ? panel.y.share(of: point.y) : 1 - panel.y.share(of: point.y)
    return (box.x + across * box.width, box.y + down * box.height)
  }

  private func ticks(_ panel: Panel, _ box: Box) -> (x: [Axis.Tick], y: [Axis.Tick]) {
    (panel.x.ticks(about: max(2, Int(box.width / 50))), panel.y.ticks(about: max(2, Int(box.height / 22))))
  }

  /// Faint lines at the ticks, behind curves.
  mutating func drawGrid(_ panel: Panel, _ box: Box) {
    let stroke = FigureDrawing.Stroke(color: theme[.panel].mixed(with: theme[.muted], share: 0.25), width: 0.4)
    let (xTicks, yTicks) = ticks(panel, box)
    for tick in xTicks {
      let x = box.x + panel.x.share(of: tick.value) * box.width
      marks.append(.path([(x, box.y), (x, box.bottom)], stroke, clip: box))
    }
    for tick in yTicks {
      let y = place((panel.x.range.lowerBound, tick.value), panel, box).y
      marks.append(.path([(box.x, y), (box.right, y)], stroke, clip: box))
    }
  }

  /// Frame, ticks with their numbers, and labels; moves below them.
  mutating func drawAxes(_ panel: Panel, _ box: Box) {
    let stroke = FigureDrawing.Stroke(color: theme[.muted], width: 0.6)
    let corners = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom), (box.x, box.y)]
    marks.append(.path(corners, stroke, clip: nil))
    let (xTicks, yTicks) = ticks(panel, box)
    var free = -Double.infinity
    for tick in xTicks {
      let x = box.x + panel.x.share(of: tick.value) * box.width
      marks.append(.path([(x, box.bottom), (x, box.bottom + 3)], stroke, clip: nil))
      let half = Self.estimate(tick.text, Self.tickSize) / 2
      guard x - half > free else { continue }
      write(tick.text, x: x, y: box.bottom + 10, anchor: .middle, size: Self.tickSize, role: .text)
      free = x + half + 3
    }
    for tick in yTicks {
      let y = place((panel.x.range.lowerBound, tick.value), panel, box).y
      marks.append(.path([(box.x - 3, y), (box.x, y)], stroke, clip: nil))
      write(tick.text, x: box.x - 5, y: y + 2.5, anchor: .end, size: Self.tickSize, role: .text)
    }
    write(
      panel.y.label, x: Self.margin + 7, y: box.y + box.height / 2, anchor: .middle, size: Self.labelSize,
      role: .text,
      isVertical: true)
    y = box.bottom + 12
    guard !panel.x.label.isEmpty else { return }
    write(panel.x.label, x: box.x + box.width / 2, y: y + 8, anchor: .middle, size: Self.labelSize, role: .text)
    y += 11
  }

  /// The names of curves in a row, or as many rows as they need, above the panel.
  mutating func drawLegend(_ lines: [Line], left: Double, right: Double) {
    let named = lines.filter { !$0.name.isEmpty }
    guard !named.isEmpty else { return }
    var x = left
    for line in named {
      let room = 16 + Self.estimate(line.name, Self.tickSize) + 8
      if x > left, x + room > width - right {
        x = left
        y += 10
      }
      let stroke = FigureDrawing.Stroke(color: color(line.ink), width: max(1, line.width), dash: line.dash)
      marks.append(.path([(x, y + 4.5), (x + 13, y + 4.5)], stroke, clip: nil))
      write(line.name, x: x + 16, y: y + 7, size: Self.tickSize, role: .text)
      x += room
    }
    y += 12
  }

  /// A curve, broken where it is not finite, cut at the panel's edges.
  mutating func draw(_ line: Line, _ panel: Panel, _ box: Box) {
    let stroke = FigureDrawing.Stroke(color: color(line.ink), width: line.width, dash: line.dash)
    for piece in line.points.split(whereSeparator: { !($0.x.isFinite && $0.y.isFinite) }) where piece.count > 1 {
      let places = piece.map { place($0, panel, box) }.filter { $0.x.isFinite && $0.y.isFinite }
      marks.append(.path(places, stroke, clip: box))
    }
  }
}
