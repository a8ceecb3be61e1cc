import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FigureLayout {
  /// The smallest clock and the smallest letters of its name, in points.
  private static let (leastDial, leastLetters) = (20.0, 4.5)

  /// Clocks in as many columns as make them largest; returns the grid's box and moves below it.
  mutating func draw(_ dials: [DialContent], height: Double) -> Box {
    let room = width - 2 * Self.margin
    func rows(_ columns: Int) -> Int { (dials.count + columns - 1) / columns }
    func side(_ columns: Int) -> Double {
      min(room / Double(columns), height / Double(max(1, rows(columns))) - 10)
    }
    let largest = (1...max(1, dials.count)).max { side($0) < side($1) } ?? 1
    // Where so many would be too small to read, the picture grows down.
    let columns = side(largest) >= Self.leastDial ? largest : max(1, Int(room / Self.leastDial))
    let size = max(Self.leastDial, side(columns))
    let step = room / Double(columns)
    // Names that stand beside one another are as small as the longest of them needs; too small, they are numbers alone.
    func letters(_ names: [Substring]) -> Double {
      min(7, size / 4, (step - 3) / max(1, names.map { Self.estimate(String($0), 1) }.max() ?? 1))
    }
    var names = dials.map { $0.label[...] }
    if letters(names) < Self.leastLetters { names = names.map { $0.prefix { $0 != " " } } }
    let letterSize = letters(names)
    let top = y
    for (index, dial) in dials.enumerated() {
      let center = (
        x: Self.margin + (Double(index % columns) + 0.5) * step,
        y: top + Double(index / columns) * (size + 10) + size / 2
      )
      draw(dial, at: center, radius: size * 0.45)
      write(
        String(names[index]), x: center.x, y: center.y + size / 2 + 6, anchor: .middle, size: letterSize, role: .text)
    }
    y = top + Double(rows(columns)) * (size + 10)
    return Box(x: Self.margin, y: top, width: room, height: y - top)
  }

  private mutating func draw(_ dial: DialContent, at center: (x: Double, y: Double), radius: Double) {
    let seen = min(max(dial.seen, 0), 2 * Double.pi)
    let (rim, rest) = (color(.role(.trained)), color(.role(.muted)))
    if seen < 2 * .pi {
      marks.append(
        .arc(
          x: center.x, y: center.y, radius: radius, from: seen, to: 2 * .pi,
          .init(color: rest, width: 0.6, dash: .dotted)))
    }
    if seen > 0 {
      marks.append(
        .arc(x: center.x, y: center.y, radius: radius, from: 0, to: seen, .init(color: rim, width: 0.9)))
    }
    for hand in dial.hands where hand.angle.isFinite {
      let tip = (center.x + radius * 0.92 * cos(hand.angle), center.y - radius * 0.92 * sin(hand.angle))
      marks.append(.path([(center.x, center.y), tip], .init(color: color(hand.ink), width: 1.2), clip: nil))
    }
  }
}
