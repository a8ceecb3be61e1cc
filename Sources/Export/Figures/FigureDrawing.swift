import Screen

/// A figure laid out: marks at places measured in points of 1/72 inch from the top left corner.
///
/// Places depend on the figure and its width alone, never on the fonts of a machine.
public struct FigureDrawing: Sendable {
  /// A rectangle.
  public struct Box: Hashable, Sendable {
    /// Left edge, top edge and extent.
    public var x, y, width, height: Double
    /// The right edge.
    public var right: Double { x + width }
    /// The bottom edge.
    public var bottom: Double { y + height }
  }

  /// A line of text.
  struct Text {
    enum Anchor { case start, middle, end }
    let text: String
    /// Where the anchor's end of the baseline is.
    let x, y: Double
    let anchor: Anchor
    let size: Double
    let color: Color
    var isBold = false
    /// Whether it runs upwards.
    var isVertical = false
  }

  /// A line that is drawn.
  struct Stroke {
    let color: Color
    let width: Double
    var dash: Line.Dash = .solid
  }

  /// What is painted, in this order.
  enum Mark {
    case box(Box, Color)
    case path([(x: Double, y: Double)], Stroke, clip: Box?)
    case arc(x: Double, y: Double, radius: Double, from: Double, to: Double, Stroke)
    case heatmap(HeatmapContent, Box, ColorMap)
    case text(Text)
  }

  /// The most values a side of a heatmap embedded among vectors; beyond, means of blocks.
  static let mostValues = 4096

  /// Extent of the whole.
  public let width, height: Double
  /// Where each panel's data are.
  public let plots: [Box]
  let background: Color
  let marks: [Mark]
}
