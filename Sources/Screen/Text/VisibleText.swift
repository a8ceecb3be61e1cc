/// Text from files, paths and models with everything that could steer a terminal made visible.
///
/// Control characters become their pictures (U+2400 …) or `<U+009B>`; so do format characters that reorder or hide text.
/// The parts of a Hangul syllable become the syllable, for terminals do not agree on how wide they are.
/// Everything that is printed, on the screen or after it, passes here.
///
///     visible("evil\u{1B}[2J")  // "evil␛[2J"
public func visible(_ text: some StringProtocol) -> String {
  // Most text is plain; it need not be taken apart.
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let last = result.last, let syllable = Hangul.syllable(last, scalar) {
      result.removeLast()
      result.append(syllable)
    } else if GlyphWidth.columns(of: scalar) != nil {
      result.append(scalar)
    } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      result.append(picture)
    } else if scalar.value == 0x7F {
      result.append("␡")
    } else {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result.append(
        contentsOf: "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>".unicodeScalars)
    }
  }
  return String(result)
}

/// How many columns a text takes on a frame, its hostile characters made visible.
public func columns(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return visible(text).unicodeScalars.reduce(0) { $0 + (GlyphWidth.columns(of: $1) ?? 0) }
}
