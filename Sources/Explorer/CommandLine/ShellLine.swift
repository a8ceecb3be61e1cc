/// A line that a shell reads as these words: what needs quotes has them.
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
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }.joined(separator: " ")
}
