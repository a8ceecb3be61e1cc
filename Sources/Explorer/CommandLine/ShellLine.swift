import Screen

/// A line that a shell reads as these words: what needs quotes has them, and what could steer a terminal stands by its bytes.
///
///     shellLine(["ropescope", "my models/config.json"])  // ropescope 'my models/config.json'
public func shellLine(_ words: [String]) -> String {
  words.map { word in
    let isPlain =
      !word.isEmpty && !word.hasPrefix("~")
      && word.unicodeScalars.allSatisfy {
        $0.isASCII
          ? $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_./:=,+@%^-".unicodeScalars.contains($0)
          : $0.properties.isAlphabetic
      }
    if isPlain { return word }
    return visible(word) == word ? "'" + word.replacing("'", with: "'\\''") + "'" : escaped(word)
  }.joined(separator: " ")
}

/// A word in the quotes of bash and zsh that know escapes: `$'a\x1bb'`.
private func escaped(_ word: String) -> String {
  let parts = word.unicodeScalars.map { scalar in
    if scalar == "'" || scalar == "\\" { return "\\" + String(scalar) }
    if visible(String(scalar)) == String(scalar) { return String(scalar) }
    return String(scalar).utf8.map { byte in
      let digits = String(byte, radix: 16)
      return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
  return "$'" + parts.joined() + "'"
}
