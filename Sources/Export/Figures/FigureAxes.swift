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

  /// The ground of a panel, and faint lines at the ticks, behind curves.
  mutating func drawGround(_ panel: Panel, _ box: Box) {
    marks.append(.box(box, theme[.panel]))
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

  /// The stroke of frames and ticks.
  var frameStroke: FigureDrawing.Stroke { FigureDrawing.Stroke(color: theme[.muted], width: 0.6) }

  /// A frame that stands outside, for on the edge it would cover half a pixel of data.
  mutating func drawFrame(around box: Box) {
    let half = frameStroke.width / 2
    let (left, right, top, bottom) = (box.x - half, box.right + half, box.y - half, box.bottom + half)
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    marks.append(.path(corners, frameStroke, clip: nil))
  }

  /// Frame, ticks with their numbers, and labels; moves below them.
  mutating func drawAxes(_ panel: Panel, _ box: Box) {
    let stroke = frameStroke
    drawFrame(around: box)
    drawHorizontalTicks(panel, box, stroke)
    drawVerticalTicks(panel, box, stroke)
    write(
      panel.y.label, x: box.x - gutters.left + Self.margin + 7, y: box.y + box.height / 2, anchor: .middle,
      size: Self.labelSize, role: .text,
      isVertical: true)
    guard !panel.x.label.isEmpty else { return }
    write(panel.x.label, x: box.x + box.width / 2, y: y + 8, anchor: .middle, size: Self.labelSize, role: .text)
    y += 11
  }

  /// Numbers that would run together are left out; names run upwards instead, for each of them tells something.
  private mutating func drawHorizontalTicks(_ panel: Panel, _ box: Box, _ stroke: FigureDrawing.Stroke) {
    let ticks = ticks(panel, box).x
    let marked = ticks.map { tick in
      (
        tick: tick, x: box.x + panel.x.share(of: tick.value) * box.width,
        width: Self.estimate(tick.text, Self.tickSize)
      )
    }
    let isTight = zip(marked, marked.dropFirst()).contains { one, next in
      next.x - one.x < (one.width + next.width) / 2 + 3
    }
    let isUpwards = isTight && panel.x.ticks != nil
    func shown(_ text: String) -> String { isUpwards ? Self.cut(text, to: width * 0.25, Self.tickSize) : text }
    var free = -Double.infinity
    for (tick, x, width) in marked {
      marks.append(.path([(x, box.bottom), (x, box.bottom + 3)], stroke, clip: nil))
      let half = (isUpwards ? Self.tickSize : width) / 2
      guard x - half > free else { continue }
      write(
        shown(tick.text), x: isUpwards ? x + 2.5 : x, y: box.bottom + (isUpwards ? 5 : 10),
        anchor: isUpwards ? .end : .middle, size: Self.tickSize, role: .text, isVertical: isUpwards)
      free = x + half + (isUpwards ? 0 : 3)
    }
    y =
      box.bottom
      + (isUpwards ? 8 + (marked.map { Self.estimate(shown($0.tick.text), Self.tickSize) }.max() ?? 0) : 12)
  }

  /// What would stand on the line before is left out.
  private mutating func drawVerticalTicks(_ panel: Panel, _ box: Box, _ stroke: FigureDrawing.Stroke) {
    let room = box.x - 5 - Self.margin - (panel.y.label.isEmpty ? 0 : 12)
    var last = Double.infinity
    for tick in ticks(panel, box).y {
      let y = place((panel.x.range.lowerBound, tick.value), panel, box).y
      marks.append(.path([(box.x - 3, y), (box.x, y)], stroke, clip: nil))
      guard abs(y - last) >= Self.tickSize * 0.95 else { continue }
      let text = Self.cut(tick.text, to: room, Self.tickSize)
      write(text, x: box.x - 5, y: y + 2.5, anchor: .end, size: Self.tickSize, role: .text)
      last = y
    }
  }

  /// The names of curves in a row, or as many rows as they need, above the panel.
  mutating func drawLegend(_ lines: [Line], left: Double, right: Double) {
    let named = lines.filter { !$0.name.isEmpty }
    guard !named.isEmpty else { return }
    var x = left
    for line in named {
      let name = Self.cut(line.name, to: width - Self.margin - left - 16, Self.tickSize)
      let room = 16 + Self.estimate(name, Self.tickSize) + 8
      if x > left, x + room - 8 > width - right {
        x = left
        y += 10
      }
      let stroke = FigureDrawing.Stroke(color: color(line.ink), width: max(1, line.width), dash: line.dash)
      marks.append(.path([(x, y + 4.5), (x + 13, y + 4.5)], stroke, clip: nil))
      write(name, x: x + 16, y: y + 7, size: Self.tickSize, role: .text)
      x += room
    }
    y += 12
  }

  /// A curve, broken where it is not finite, cut at the panel's edges.
  mutating func draw(_ line: Line, _ panel: Panel, _ box: Box) {
    let stroke = FigureDrawing.Stroke(color: color(line.ink), width: line.width, dash: line.dash)
    for piece in line.points.split(whereSeparator: { !($0.x.isFinite && $0.y.isFinite) }) {
      let places = piece.map { place($0, panel, box) }.filter { $0.x.isFinite && $0.y.isFinite }
      if places.count == 1, let only = places.first {
        // A curve of one point is a dot: a ring as wide as its radius is a disc.
        let ring = FigureDrawing.Stroke(color: color(line.ink), width: 2)
        marks.append(.arc(x: only.x, y: only.y, radius: 1, from: 0, to: 2 * .pi, ring))
        continue
      }
      marks.append(.path(places, stroke, clip: box))
      if case .arrow(let sign) = line.tip { drawArrow(along: places, sign, stroke, color(line.ink)) }
    }
  }
}
