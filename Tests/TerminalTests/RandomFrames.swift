import Screen

/// Frames as programs draw them, and worse: text, wide glyphs, marks, half blocks, every attribute.
struct RandomFrames {
  private var state: UInt64
  private static let colors = [0x000000, 0xFFFFFF, 0x102030, 0x40C0A0, 0xFF8000, 0x808080, 0xEE0011].map {
    Color(hex: $0)
  }
  private static let texts = ["plain text", "位置编码", "é e\u{301} ñ", "▀▄█", "a位b置c", "⠿⣿ ─│", "  ", "x"]

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// A number in 0 ..< bound.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }

  mutating func size() -> Size { Size(rows: 1 + below(12), columns: 1 + below(40)) }

  /// Draws a few more things on a frame.
  mutating func change(_ frame: inout Frame) {
    for _ in 0..<(1 + below(12)) {
      let (row, column) = (below(frame.size.rows), below(frame.size.columns))
      let style = style()
      switch below(4) {
      case 0: frame.write(Self.texts[below(Self.texts.count)], row: row, column: column, style: style)
      case 1:
        let area = Area(row: row, column: column, rows: 1 + below(4), columns: 1 + below(12))
        frame.fill(area, with: Cell(["▀", "▄", " ", "x"][below(4)], style))
      case 2:
        for column in column..<frame.size.columns {
          frame.put(Cell("▀", Style(color(), on: color())), row: row, column: column)
        }
      default: frame.restyle(Area(row: row, column: column, rows: 2, columns: 5)) { $0 = style }
      }
    }
    frame.cursor = below(3) == 0 ? (below(frame.size.rows), below(frame.size.columns)) : nil
  }

  private mutating func color() -> Color {
    let choice = below(Self.colors.count + 2)
    return choice < Self.colors.count ? Self.colors[choice] : .terminalDefault
  }

  private mutating func style() -> Style {
    let attributes = below(3) == 0 ? Attributes(rawValue: UInt8(below(32))) : []
    return Style(color(), on: color(), attributes)
  }
}
