/// The syllables of Hangul and the conjoining parts that they are made of.
///
/// File names of macOS keep syllables in parts, which some terminals draw as one glyph and others as several.
///
/// Source: The Unicode Standard, section 3.12, «Conjoining Jamo Behavior».
enum Hangul {
  private static let firstSyllable: UInt32 = 0xAC00
  private static let firstInitial: UInt32 = 0x1100
  private static let firstVowel: UInt32 = 0x1161
  /// A syllable without a final counts as one with the final before the first.
  private static let noFinal: UInt32 = 0x11A7
  private static let initials: UInt32 = 19
  private static let vowels: UInt32 = 21
  private static let finals: UInt32 = 28

  /// What two scalars make together: an initial and a vowel a syllable, a syllable without a final and a final another.
  ///
  ///     Hangul.syllable("\u{1112}", "\u{1161}")  // "하"
  ///     Hangul.syllable("하", "\u{11AB}")        // "한"
  static func syllable(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    let (initial, vowel) = (first.value &- firstInitial, second.value &- firstVowel)
    if initial < initials, vowel < vowels {
      return Unicode.Scalar(firstSyllable + (initial * vowels + vowel) * finals)
    }
    let (syllable, final) = (first.value &- firstSyllable, second.value &- noFinal)
    guard syllable < initials * vowels * finals, syllable.isMultiple(of: finals), (1..<finals).contains(final) else {
      return nil
    }
    return Unicode.Scalar(first.value + final)
  }

  /// Whether the scalar is a part that goes on a syllable: it stands nowhere by itself.
  static func isVowelOrFinal(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
  }
}
