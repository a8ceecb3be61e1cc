/// Command lines as a person would type them.
enum CommandLineSpelling {
  /// The words of this process's command line that made a picture: those that make it again, whatever file it goes to.
  ///
  /// The file's name and the leave to overwrite it are left out; the language is written out, for elsewhere the locale
  /// may be another.
  static func picture(_ words: [String], language: String) -> String {
    var kept: [String] = []
    var rest = words.dropFirst()[...]
    var namesLanguage = false
    while let word = rest.popFirst() {
      if word == "-o" || word == "--output" {
        _ = rest.popFirst()
      } else if word == "--force" || word.hasPrefix("--output=") || (word.hasPrefix("-o") && word.count > 2) {
        continue
      } else {
        namesLanguage = namesLanguage || word == "--lang" || word.hasPrefix("--lang=")
        kept.append(word)
      }
    }
    return typed(["ropescope"] + kept + (namesLanguage ? [] : ["--lang", language]))
  }

  /// Words with quotes where a shell would otherwise change them.
  static func typed(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x7F || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./:=,+@%^".unicodeScalars.contains(scalar)
    }
    guard !plain || word.isEmpty else { return word }
    return "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
