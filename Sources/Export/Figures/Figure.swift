public import Encodings
public import Screen

/// A figure as a value: panels with axes, a legend and a caption, independent of any window.
///
/// A view's data become one of these; how it is laid out and painted is the same for all.
///
///     Figure(title: "rope", panels: [Panel(x: pairs, y: positions, content: .heatmap(map))], caption: ["d 128"])
public struct Figure: Sendable {
  /// What it shows, in a few words.
  public var title: String
  /// From top to bottom.
  public var panels: [Panel]
  /// Paragraphs below: every parameter, and how exact the picture is.
  public var caption: [String]
  /// Said before the caption where a pixel of a heatmap holds several values; empty for nothing to say.
  public var meansNote = ""
  /// Height of all panels together, as a share of the figure's width.
  public var aspect: Double

  /// A figure.
  public init(title: String, panels: [Panel], caption: [String], aspect: Double = 0.6) {
    (self.title, self.panels, self.caption, self.aspect) = (title, panels, caption, aspect)
  }
}

/// One picture with its axes.
public struct Panel: Sendable {
  /// What is drawn between the axes.
  public enum Content: Sendable {
    /// A field as colours, with its colour bar.
    case heatmap(HeatmapContent)
    /// Curves, with a legend of those that have a name.
    case lines([Line])
    /// Clocks in a grid; axes are not drawn.
    case dials([DialContent])
    /// Places with words beside them.
    case points([PointContent])
    /// Words and numbers in rows and columns, as high as it must be; axes are not drawn.
    case table(TableContent)
  }

  /// Above the panel; empty for none.
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What is drawn.
  public var content: Content
  /// Height among the panels that have axes or clocks.
  public var share: Double
  /// What colours and strokes stand for, above a panel whose content names none; the lines have no points.
  public var key: [Line] = []
  /// How long a unit is across and down.
  public var units = Units.free

  /// How the units of both axes go together.
  public enum Units: Hashable, Sendable {
    /// Each axis fills its side.
    case free
    /// A unit is as long across as it is down: circles are round.
    case equal
  }

  /// A panel.
  public init(title: String = "", x: Axis, y: Axis, content: Content, share: Double = 1) {
    (self.title, self.x, self.y, self.content, self.share) = (title, x, y, content, share)
  }

  /// A panel without axes.
  public init(title: String = "", table: TableContent) {
    self.init(title: title, x: Axis("", 0...1), y: Axis("", 0...1), content: .table(table), share: 0)
  }
}

/// A part of a field as colours. Rows go down.
public struct HeatmapContent: Sendable {
  /// The values.
  public let field: any Field
  /// The rows shown, those of the field's own counting.
  public let rows: Range<Int>
  /// The columns shown.
  public let columns: Range<Int>
  /// Range of the colour map.
  public let bounds: ClosedRange<Double>
  /// What the values are.
  public let kind: ColorMap.Kind
  /// What the colours stand for, beside the colour bar.
  public let label: String
  /// Ticks of the colour bar; nil for round numbers.
  public let ticks: [Axis.Tick]?
  /// What is written into each value's cell where there is room, `nil` for a cell that stays empty. Shape (rows, columns),
  /// those shown; empty for colours alone.
  public var cells: [[String?]] = []

  /// Rows and columns of a field.
  public init(
    field: any Field, rows: Range<Int>, columns: Range<Int>, bounds: ClosedRange<Double>? = nil,
    kind: ColorMap.Kind, label: String, ticks: [Axis.Tick]? = nil
  ) {
    (self.field, self.kind, self.label, self.ticks) = (field, kind, label, ticks)
    self.rows = rows.clamped(to: field.rowRange)
    self.columns = columns.clamped(to: field.columnRange)
    self.bounds = bounds ?? field.bounds
  }
}

/// A curve through points in data coordinates.
public struct Line: Sendable {
  /// How a stroke is broken.
  public enum Dash: Hashable, Sendable {
    case solid, dashed, dotted
    /// One of a series told apart by the lengths of its dashes.
    case series(Int)
  }

  /// Colour of a stroke.
  public enum Ink: Hashable, Sendable {
    /// That of a role.
    case role(Role)
    /// One of a series told apart by hue and lightness.
    case series(Int)
  }

  /// In the legend; empty for a curve that is not named there.
  public var name: String
  /// From left to right; a point that is not finite breaks the curve.
  public var points: [(x: Double, y: Double)]
  /// Its colour.
  public var ink: Ink
  /// How it is broken.
  public var dash: Dash
  /// Its width in points of 1/72 inch.
  public var width: Double
  /// What stands at its last point.
  public var tip = Tip.plain

  /// How a curve ends.
  public enum Tip: Hashable, Sendable {
    /// Where it ends.
    case plain
    /// In an arrow's head, with a sign before it.
    case arrow(String)
  }

  /// A curve.
  public init(_ name: String, points: [(x: Double, y: Double)], ink: Ink, dash: Dash = .solid, width: Double = 1) {
    (self.name, self.points, self.ink, self.dash, self.width) = (name, points, ink, dash, width)
  }
}

/// A clock: rim, the part of it that training has seen, and hands. Angles anticlockwise from the right, in radians.
public struct DialContent: Sendable {
  /// Below the clock.
  public var label: String
  /// Radians from 0 that training has seen; 2π for the whole circle.
  public var seen: Double
  /// Hands from first to last drawn.
  public var hands: [(angle: Double, ink: Line.Ink)]

  /// A clock.
  public init(label: String, seen: Double, hands: [(angle: Double, ink: Line.Ink)]) {
    (self.label, self.seen, self.hands) = (label, seen, hands)
  }
}
