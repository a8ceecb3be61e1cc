import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FigureLayout {
  /// The head of an arrow at the end of a path, and a sign beyond it.
  mutating func drawArrow(
    along path: [(x: Double, y: Double)], _ sign: String, _ stroke: FigureDrawing.Stroke, _ color: Color
  ) {
    guard let tip = path.last, let before = path.dropLast().last else { return }
    let length = hypot(tip.x - before.x, tip.y - before.y)
    guard length > 0 else { return }
    let (across, down) = ((tip.x - before.x) / length, (tip.y - before.y) / length)
    let size = min(5, length / 2)
    let barbs = [1.0, -1].map { side in
      (
        x: tip.x - size * across - side * size * 0.45 * down,
        y: tip.y - size * down + side * size * 0.45 * across
      )
    }
    marks.append(.path([barbs[0], tip, barbs[1]], .init(color: stroke.color, width: stroke.width), clip: nil))
    guard !sign.isEmpty else { return }
    // A longer sign stands further out, as far as it reaches back.
    let beyond = 4.5 + Self.estimate(sign, Self.labelSize) / 2
    marks.append(
      .text(
        .init(
          text: visible(sign), x: tip.x + beyond * across, y: tip.y + 7 * down + 2.8, anchor: .middle,
          size: Self.labelSize, color: color, isBold: true)))
  }
}
