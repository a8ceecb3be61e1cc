/// How to draw: a theme, and what the screen can show of it.
public struct Look: Hashable, Sendable {
  /// The colours.
  public let theme: Theme
  /// How many of them the screen can show.
  public let depth: ColorDepth
  /// Whether only the 95 printable characters of ASCII may be drawn for pictures and signs.
  public let asciiOnly: Bool

  /// A way to draw.
  public init(theme: Theme, depth: ColorDepth = .truecolor, asciiOnly: Bool = false) {
    (self.theme, self.depth, self.asciiOnly) = (theme, depth, asciiOnly)
  }

  /// The style of a role on a background. Below 256 colours the background is the terminal's own, and bars are reversed: they
  /// are of one colour then, and what stands out in them is bold or underlined, as without colours.
  public func style(_ role: Role, on background: Role = .background, _ attributes: Attributes = []) -> Style {
    switch depth {
    case .truecolor, .palette256: return Style(theme[role], on: theme[background], attributes)
    case .palette16 where background != .bar:
      return Style(
        role == .text || role == .heading ? .terminalDefault : theme[role], on: .terminalDefault, attributes)
    case .palette16, .mono:
      var all = attributes
      switch role {
      case .accent, .heading, .error, .unseen: all.insert(.bold)
      default: break
      }
      if role == .second || role == .error { all.insert(.underline) }
      if background == .bar { all.insert(.reverse) }
      return Style(.terminalDefault, on: .terminalDefault, all)
    }
  }

  /// An empty cell on a background.
  public func blank(on background: Role = .background) -> Cell { .blank(style(.text, on: background)) }

  /// How many rows of values one row of a heatmap's cells holds: 2 with half blocks, else 1.
  public var valueRowsPerCell: Int { Self.valueRowsPerCell(depth: depth, asciiOnly: asciiOnly) }

  /// How many rows of values one row of a heatmap's cells holds on a screen that can show so much.
  public static func valueRowsPerCell(depth: ColorDepth, asciiOnly: Bool) -> Int {
    depth >= .palette256 && !asciiOnly ? 2 : 1
  }
}
