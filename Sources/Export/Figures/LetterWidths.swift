import Screen

/// How wide a line of DejaVu Sans is, letter by letter, for places where a guess by the number of letters would leave room
/// unused or cut a word that fits.
enum LetterWidths {
  /// The width of a text, in the unit of its size, with a little to spare: small letters are set wider on a screen.
  static func width(of text: String, size: Double) -> Double {
    1.05 * size / 100 * text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// As much of a text as fits a width.
  static func cut(_ text: String, to most: Double, size: Double) -> String {
    guard width(of: text, size: size) > most else { return text }
    var kept = text
    while !kept.isEmpty, width(of: kept + "…", size: size) > most { kept.removeLast() }
    return kept + "…"
  }

  /// In hundredths of the size. Letters that are not in the table are taken for wide ones of their kind.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    let index = Int(scalar.value) - 32
    if hundredths.indices.contains(index) { return Double(hundredths[index]) }
    if scalar == "·" { return 32 }
    return 65 * Double(GlyphWidth.columns(of: scalar) ?? 1)
  }

  /// Advances of U+0020 … U+007E in DejaVu Sans 2.37.
  private static let hundredths = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63,
    58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69,
    61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58,
    28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
  ]
}
