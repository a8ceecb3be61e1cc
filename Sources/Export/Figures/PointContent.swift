import Screen

/// A place in data coordinates with words beside it.
public struct PointContent: Sendable {
  /// Where.
  public let place: (x: Double, y: Double)
  /// What stands beside the point.
  public let text: String
  /// Colour of the point.
  public let ink: Line.Ink

  /// A point.
  public init(_ text: String, at place: (x: Double, y: Double), ink: Line.Ink) {
    (self.text, self.place, self.ink) = (text, place, ink)
  }
}

extension FigureLayout {
  /// A dot with its words at its right, or at its left where they only fit there.
  mutating func draw(_ point: PointContent, _ panel: Panel, _ box: Box) {
    let center = place(point.place, panel, box)
    guard center.x.isFinite, center.y.isFinite else { return }
    // A ring as wide as its radius is a disc.
    let stroke = FigureDrawing.Stroke(color: color(point.ink), width: 2.2)
    marks.append(.arc(x: center.x, y: center.y, radius: 1.1, from: 0, to: 2 * .pi, stroke))
    let (left, right) = (center.x - box.x - 7, box.right - center.x - 7)
    let isLeft = Self.estimate(point.text, Self.tickSize) > right && left > right
    write(
      Self.cut(point.text, to: isLeft ? left : right, Self.tickSize), x: center.x + (isLeft ? -5 : 5),
      y: center.y + 2.5, anchor: isLeft ? .end : .start, size: Self.tickSize, role: .text)
  }
}
