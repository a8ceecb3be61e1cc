/// A cell as a terminal of few capabilities shows it: four words, so that two are compared at once.
///
/// Cells that look alike are equal: a half block of one colour is a blank, and the foreground of a blank is nothing.
struct ShownCell: Equatable {
  /// Scalar, mark, foreground, background; the attributes lie in the scalar's high byte.
  private let words: SIMD4<UInt32>

  /// A colour word that means the terminal's own colour.
  static var terminalDefault: UInt32 { 1 << 24 }
  /// A colour word that means that no stroke is drawn.
  static var none: UInt32 { 1 << 25 }
  /// The right half of a wide glyph.
  static var continuation: ShownCell { ShownCell(words: SIMD4(.max, 0, 0, 0)) }
  /// What is not known: it equals nothing that is drawn.
  static var unknown: ShownCell { ShownCell(words: SIMD4(.max, 1, 0, 0)) }
  /// What a screen shows that was just blanked.
  static var blank: ShownCell {
    ShownCell(scalar: 0x20, mark: 0, attributes: 0, foreground: none, background: terminalDefault)
  }

  private init(words: SIMD4<UInt32>) { self.words = words }

  @inline(__always)
  init(scalar: UInt32, mark: UInt32, attributes: UInt8, foreground: UInt32, background: UInt32) {
    words = SIMD4(scalar | UInt32(attributes) << 24, mark, foreground, background)
  }

  var scalar: UInt32 { words[0] & 0xFF_FFFF }
  /// 0 where there is none.
  var mark: UInt32 { words[1] }
  var attributes: UInt8 { UInt8(truncatingIfNeeded: words[0] >> 24) }
  /// 0xRRGGBB or a palette index, `terminalDefault` or `none`.
  var foreground: UInt32 { words[2] }
  /// 0xRRGGBB or a palette index, or `terminalDefault`.
  var background: UInt32 { words[3] }
}

extension ShownCell {
  /// Whether terminals of different ages give the glyph different widths: emoji, and rare marks that some do not know.
  var isDisputed: Bool {
    if words[0] == .max { return false }
    if mark > 0x36F { return true }
    switch scalar {
    case 0...0x2319: return false
    case 0x231A...0x231B, 0x23E9...0x23F3, 0x25FD...0x25FE, 0x2614...0x27BF, 0x2B1B...0x2B55: return true
    default: return scalar >= 0x1F000
    }
  }

  static var upperHalf: UInt32 { 0x2580 }
  static var lowerHalf: UInt32 { 0x2584 }
}
