import Screen
import Terminal
import TerminalHarness

/// How a cell looks, by whichever glyphs that is reached: two cells that a person cannot tell apart are equal.
struct Look: Hashable {
  let glyph: String
  /// `nil` where no stroke is drawn.
  let foreground: EmulatedCell.Paint?
  let background: EmulatedCell.Paint
  let attributes: Attributes

  init(_ cell: EmulatedCell) {
    self.init(cell.text, cell.foreground, cell.background, cell.attributes)
  }

  /// What a terminal of this depth should show of a cell. The emulator does not know dim.
  init(_ cell: Cell, depth: ColorDepth) {
    if cell.width == .continuation {
      self.init("", .terminalDefault, .terminalDefault, [])
      return
    }
    var text = String(cell.scalar)
    if let mark = cell.mark { text.unicodeScalars.append(mark) }
    self.init(
      text, Self.paint(cell.style.foreground, depth), Self.paint(cell.style.background, depth),
      cell.style.attributes.subtracting(.dim))
  }

  private init(
    _ text: String, _ foreground: EmulatedCell.Paint, _ background: EmulatedCell.Paint, _ attributes: Attributes
  ) {
    self.attributes = attributes
    let isSolid = foreground != .terminalDefault && background != .terminalDefault
    switch text {
    case "", " ":
      (glyph, self.foreground, self.background) = (" ", attributes.isEmpty ? nil : foreground, background)
    case "▀" where isSolid && foreground == background && attributes.isEmpty,
      "▄" where isSolid && foreground == background && attributes.isEmpty:
      (glyph, self.foreground, self.background) = (" ", nil, background)
    case "▄" where isSolid && attributes.isEmpty:
      (glyph, self.foreground, self.background) = ("▀", background, foreground)
    default:
      (glyph, self.foreground, self.background) = (text, foreground, background)
    }
  }

  private static func paint(_ color: Color, _ depth: ColorDepth) -> EmulatedCell.Paint {
    if color.isTerminalDefault { return .terminalDefault }
    switch depth {
    case .mono: return .terminalDefault
    case .palette16: return indexed(color, 16)
    case .palette256: return indexed(color, 256)
    case .truecolor: return .direct(color)
    }
  }

  private static func indexed(_ color: Color, _ size: Int) -> EmulatedCell.Paint {
    var palette = Palette(size: size)
    return .indexed(palette.index(of: color))
  }
}
