import Screen
import Terminal
import TerminalHarness

extension Appearance {
  /// What a terminal of this depth should show of a cell.
  init(_ cell: Cell, depth: ColorDepth) {
    if cell.width == .continuation {
      self.init("", .terminalDefault, .terminalDefault, [])
      return
    }
    var text = String(cell.scalar)
    if let mark = cell.mark { text.unicodeScalars.append(mark) }
    self.init(
      text, Self.paint(cell.style.foreground, depth), Self.paint(cell.style.background, depth), cell.style.attributes)
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
    var palette = NearestColors(size: size)
    return .indexed(palette.index(of: color))
  }
}
