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
  /// The smallest letters beside a point, in points.
  private static let leastLetters = 4.5

  /// A dot with its words at its right, or at its left where they only fit there.
  mutating func draw(_ point: PointContent, _ panel: Panel, _ box: Box) {
    let center = place(point.place, panel, box)
    guard center.x.isFinite, center.y.isFinite else { return }
    // A ring as wide as its radius is a disc.
    let stroke = FigureDrawing.Stroke(color: color(point.ink), width: 2.2)
    marks.append(.arc(x: center.x, y: center.y, radius: 1.1, from: 0, to: 2 * .pi, stroke))
    let (left, right) = (center.x - box.x - 9, box.right - center.x - 9)
    let wide = Self.estimate(point.text, Self.tickSize)
    let isLeft = wide > right && left > right
    let room = isLeft ? left : right
    // Smaller letters first; what is too long even so is cut.
    let size = min(Self.tickSize, max(Self.leastLetters, Self.tickSize * room / max(wide, 1)))
    write(
      Self.cut(point.text, to: room, size), x: center.x + (isLeft ? -5 : 5), y: center.y + 2.5,
      anchor: isLeft ? .end : .start, size: size, role: .text)
  }
}
