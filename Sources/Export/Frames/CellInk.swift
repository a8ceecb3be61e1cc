public import Screen

/// The colours that a picture has where a terminal would have its own.
public struct DefaultColors: Hashable, Sendable {
  /// Of glyphs.
  public let foreground: Color
  /// Behind them.
  public let background: Color

  /// These two.
  public init(foreground: Color, background: Color) {
    (self.foreground, self.background) = (foreground, background)
  }

  /// A theme's text on its background.
  public init(_ theme: Theme) { self.init(foreground: theme[.text], background: theme[.background]) }
}

/// How a cell is drawn where no terminal interprets its style: two colours that are certain, and three attributes.
struct CellInk: Hashable {
  let foreground: Color
  let background: Color
  let isBold: Bool
  let isItalic: Bool
  let isUnderlined: Bool

  init(_ style: Style, _ defaults: DefaultColors) {
    var front = style.foreground.isTerminalDefault ? defaults.foreground : style.foreground
    var back = style.background.isTerminalDefault ? defaults.background : style.background
    if style.attributes.contains(.reverse) { swap(&front, &back) }
    if style.attributes.contains(.dim) { front = front.mixed(with: back, share: 0.4) }
    (foreground, background) = (front, back)
    isBold = style.attributes.contains(.bold)
    isItalic = style.attributes.contains(.italic)
    isUnderlined = style.attributes.contains(.underline)
  }
}
