package import Screen

/// How a cell looks, by whichever glyphs that is reached: two cells that a person cannot tell apart are equal.
package struct Appearance: Hashable {
  private let glyph: String
  /// `nil` where no stroke is drawn.
  private let foreground: EmulatedCell.Paint?
  private let background: EmulatedCell.Paint
  private let attributes: Attributes

  /// The appearance of an emulated cell.
  package init(_ cell: EmulatedCell) {
    self.init(cell.text, cell.foreground, cell.background, cell.attributes)
  }

  /// The appearance of a glyph in colours. The emulator does not know dim.
  package init(
    _ text: String, _ foreground: EmulatedCell.Paint, _ background: EmulatedCell.Paint, _ attributes: Attributes
  ) {
    let attributes = attributes.subtracting(.dim)
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
}
