public import Screen

/// One cell of an emulated terminal's screen.
public struct EmulatedCell: Hashable, Sendable {
  /// A colour as the program asked for it.
  public enum Paint: Hashable, Sendable {
    /// The terminal's own.
    case terminalDefault
    /// A number of the palette.
    case indexed(UInt8)
    /// 24 bits.
    case direct(Color)
  }

  /// The glyph's scalars; empty where nothing was written, and in the right half of a wide glyph.
  public let text: String
  /// Columns taken: 1 or 2; 0 for the right half of a wide glyph.
  public let width: Int
  /// Colour of the strokes.
  public let foreground: Paint
  /// Colour behind them.
  public let background: Paint
  /// Bold, italic, underline and reverse; the emulator does not know dim.
  public let attributes: Attributes
}
