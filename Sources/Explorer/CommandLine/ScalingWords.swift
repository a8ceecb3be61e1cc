import Encodings
import Screen

extension ScalingOptions {
  /// Reads an extension's name, numbers by key, or both; blanks or commas part them.
  ///
  ///     try ScalingOptions("yarn factor=8 original=4096")
  ///
  /// - Throws: When a key is unknown, its value is not one, or there are two names.
  public init(_ text: String) throws(CommandParser.Refusal) {
    self.init()
    let bad = CommandParser.Refusal(
      .badArgument(command: "scaling", argument: text, example: "yarn factor=8 original=4096"))
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init) {
      guard let cut = word.firstIndex(of: "=") else {
        guard name == nil else { throw bad }
        name = word
        continue
      }
      try set(String(word[..<cut]), to: String(word[word.index(after: cut)...]), or: bad)
    }
  }

  /// The keys that may be typed, and their other spellings.
  static let keys = [
    "factor", "original", "original-length", "beta-fast", "beta-slow", "attention-factor", "low-freq-factor",
    "high-freq-factor", "truncate",
  ]

  mutating func set(
    _ key: String, to text: String, or bad: CommandParser.Refusal
  ) throws(CommandParser.Refusal) {
    let key = key.lowercased().replacing("_", with: "-")
    if key == "truncate" {
      guard let value = ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false][text] else {
        throw bad
      }
      truncate = value
      return
    }
    guard let value = NumberParser.number(text) else { throw bad }
    switch key {
    case "factor": factor = value
    case "original", "original-length":
      guard let length = NumberParser.whole(text) else { throw bad }
      originalLength = length
    case "beta-fast": betaFast = value
    case "beta-slow": betaSlow = value
    case "attention-factor": attentionFactor = value
    case "low-freq-factor": lowFreqFactor = value
    case "high-freq-factor": highFreqFactor = value
    default:
      throw CommandParser.Refusal(
        .unknownName(kind: .parameter, name: key, nearest: nearestName(to: key, among: Self.keys), known: Self.keys))
    }
  }
}
