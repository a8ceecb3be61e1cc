/// One cell of a frame: a glyph with its width, decided once, and its style.
public struct Cell: Hashable, Sendable {
  /// How many columns the glyph takes.
  public enum Width: UInt8, Hashable, Sendable {
    /// The right half of the wide glyph in the cell on the left; it has no glyph of its own.
    case continuation = 0
    /// One column.
    case narrow = 1
    /// Two columns: the next cell is its continuation.
    case wide = 2
  }

  /// The glyph's first scalar: printable, never a control character.
  public let scalar: Unicode.Scalar
  /// A mark that combines with the scalar, if there is one.
  public let mark: Unicode.Scalar?
  /// How many columns the glyph takes.
  public let width: Width
  /// Colours and attributes.
  public var style: Style

  /// Whether the whole glyph is one of ASCII, its mark too.
  var isASCII: Bool { scalar.isASCII && mark == nil }

  init(scalar: Unicode.Scalar, mark: Unicode.Scalar? = nil, width: Width, style: Style) {
    self.scalar = scalar
    self.mark = mark
    self.width = width
    self.style = style
  }

  /// A glyph of one column, such as a letter, a half block or a braille pattern.
  public init(_ scalar: Unicode.Scalar, _ style: Style) {
    self.init(scalar: scalar, width: .narrow, style: style)
  }

  /// An empty cell.
  public static func blank(_ style: Style) -> Cell { Cell(" ", style) }
}
