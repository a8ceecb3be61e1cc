import Screen

/// About how wide text is before any font is asked: layouts are then the same on every machine, whatever fonts it has.
enum LetterWidths {
  /// The advances of DejaVu Sans for the signs of ASCII from the blank on, in thousandths of the size; Verdana's are alike.
  private static let ascii = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557,
    863,
    748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
    615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
    337, 636, 838,
  ]

  /// How much wider bold letters are.
  static let boldness = 1.13

  /// The width of a sign in units of the size.
  static func width(of character: Character) -> Double {
    if let code = character.asciiValue, code >= 32, ascii.indices.contains(Int(code) - 32) {
      return Double(ascii[Int(code) - 32]) / 1000
    }
    switch character {
    case "·": return 0.318
    case "−", "×", "÷", "±", "→", "≤", "≥", "≠", "≈", "≡", "∞": return 0.838
    default: return Double(columns(of: String(character))) * (columns(of: String(character)) > 1 ? 0.5 : 0.64)
    }
  }

  /// The width of a line in units of the size.
  static func width(of text: some StringProtocol) -> Double { text.reduce(0) { $0 + width(of: $1) } }
}
