/// A glyph that is drawn by rule, never by a font, so that neighbouring cells meet exactly: blocks, braille, lines.
///
///      0       8       16      Rectangles are measured in sixteenths of the cell, from its top left
///     0┌───────────────┐       corner. A cell is twice as high as wide, so a square is twice as many
///      │   ▛▘  ▝▜      │       sixteenths wide as high. Shades ░▒▓ are the whole cell in a colour
///    16└───────────────┘       between background and foreground.
struct CellShape {
  /// One rectangle of the foreground.
  struct Part: Hashable {
    let left: Int
    let right: Int
    let top: Int
    let bottom: Int
    /// How far the colour is from the background's to the foreground's, 0 … 1.
    var coverage = 1.0
  }

  let parts: [Part]

  /// The shape of a scalar, or nil for one that a font draws.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2580: parts = [Part(left: 0, right: 16, top: 0, bottom: 8)]
    case 0x2581...0x2588: parts = [Part(left: 0, right: 16, top: 16 - 2 * Int(scalar.value - 0x2580), bottom: 16)]
    case 0x2589...0x258F: parts = [Part(left: 0, right: 2 * Int(0x2590 - scalar.value), top: 0, bottom: 16)]
    case 0x2590: parts = [Part(left: 8, right: 16, top: 0, bottom: 16)]
    case 0x2591...0x2593:
      parts = [Part(left: 0, right: 16, top: 0, bottom: 16, coverage: 0.25 * Double(scalar.value - 0x2590))]
    case 0x2594: parts = [Part(left: 0, right: 16, top: 0, bottom: 2)]
    case 0x2595: parts = [Part(left: 14, right: 16, top: 0, bottom: 16)]
    case 0x2596...0x259F: parts = Self.quadrants(Self.quarters[Int(scalar.value - 0x2596)])
    case 0x2800...0x28FF: parts = Self.dots(UInt8(scalar.value - 0x2800))
    default:
      guard let arms = Self.arms[scalar] else { return nil }
      parts = Self.lines(arms)
    }
  }

  /// Bits 1 2 4 8: the quarters top left, top right, bottom left, bottom right of ▖ … ▟.
  private static let quarters = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]

  private static func quadrants(_ bits: Int) -> [Part] {
    (0..<4).filter { bits & (1 << $0) != 0 }.map { quarter in
      let (left, top) = (quarter % 2 * 8, quarter / 2 * 8)
      return Part(left: left, right: left + 8, top: top, bottom: top + 8)
    }
  }

  /// Eight dots, two by four; each a square with as much room about it as it is wide.
  private static func dots(_ pattern: UInt8) -> [Part] {
    let places: [(row: Int, column: Int)] = [
      (0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (3, 0), (3, 1),
    ]
    return places.enumerated().filter { pattern & (1 << UInt8($0.offset)) != 0 }.map { _, place in
      let (left, top) = (place.column * 8 + 2, place.row * 4 + 1)
      return Part(left: left, right: left + 4, top: top, bottom: top + 2)
    }
  }

  /// How heavy the four arms of a line are, from the middle up, right, down and left: 0, 1 light, 2 heavy.
  private typealias Arms = (up: Int, right: Int, down: Int, left: Int)

  private static let arms: [Unicode.Scalar: Arms] = [
    "─": (0, 1, 0, 1), "━": (0, 2, 0, 2), "│": (1, 0, 1, 0), "┃": (2, 0, 2, 0), "┌": (0, 1, 1, 0), "┐": (0, 0, 1, 1),
    "└": (1, 1, 0, 0), "┘": (1, 0, 0, 1), "├": (1, 1, 1, 0), "┤": (1, 0, 1, 1), "┬": (0, 1, 1, 1), "┴": (1, 1, 0, 1),
    "┼": (1, 1, 1, 1), "┏": (0, 2, 2, 0), "┓": (0, 0, 2, 2), "┗": (2, 2, 0, 0), "┛": (2, 0, 0, 2), "╭": (0, 1, 1, 0),
    "╮": (0, 0, 1, 1), "╯": (1, 0, 0, 1), "╰": (1, 1, 0, 0), "╴": (0, 0, 0, 1), "╵": (1, 0, 0, 0), "╶": (0, 1, 0, 0),
    "╷": (0, 0, 1, 0),
  ]

  private static func lines(_ arms: Arms) -> [Part] {
    func across(_ weight: Int) -> (Int, Int) { weight == 2 ? (7, 9) : (8, 9) }
    func down(_ weight: Int) -> (Int, Int) { weight == 2 ? (6, 10) : (7, 9) }
    var parts: [Part] = []
    let (middle, center) = (across(max(arms.left, arms.right)), down(max(arms.up, arms.down)))
    if arms.left > 0 {
      parts.append(Part(left: 0, right: center.1, top: across(arms.left).0, bottom: across(arms.left).1))
    }
    if arms.right > 0 {
      parts.append(Part(left: center.0, right: 16, top: across(arms.right).0, bottom: across(arms.right).1))
    }
    if arms.up > 0 {
      parts.append(Part(left: down(arms.up).0, right: down(arms.up).1, top: 0, bottom: middle.1))
    }
    if arms.down > 0 {
      parts.append(Part(left: down(arms.down).0, right: down(arms.down).1, top: middle.0, bottom: 16))
    }
    return parts
  }
}
