/// A picture's bytes, and the glyphs that no font on this machine has.
public struct Picture: Hashable, Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// Scalars shown as empty boxes, each once, ascending.
  public let missing: [Unicode.Scalar]

  /// A file with no glyph missing.
  public init(bytes: [UInt8], missing: [Unicode.Scalar] = []) { (self.bytes, self.missing) = (bytes, missing) }

  /// A file of text, in UTF-8.
  public init(text: String) { self.init(bytes: Array(text.utf8)) }
}

/// Why a picture could not be drawn.
public enum PictureProblem: Error, Hashable, Sendable {
  /// More pixels than can be drawn.
  case tooLarge(width: Int, height: Int)
  /// The drawing library gave up; its own words.
  case library(String)
}
