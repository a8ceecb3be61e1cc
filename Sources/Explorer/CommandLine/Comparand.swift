import Encodings
import Screen

/// What a person names to compare with: a source, or options for the encoding shown.
///
///     try Comparand("yarn factor=8")   // .options(…)
///     try Comparand("qwen3-8b")        // .source("qwen3-8b")
public enum Comparand: Hashable, Sendable {
  /// What suggests itself.
  case off
  /// A catalogue name or a path.
  case source(String)
  /// Other options for the encoding shown.
  case options(EncodingOptions)

  /// Reads «off», an extension's name, words of the form key=value, or else a source.
  ///
  /// - Throws: When a key is known and its value is not one.
  public init(_ text: String) throws(CommandParser.Refusal) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, first != "off" else {
      self = .off
      return
    }
    var options = EncodingOptions()
    for (index, word) in words.enumerated() {
      let cut = word.firstIndex(of: "=") ?? word.endIndex
      let key = String(word[..<cut]).lowercased().replacing("_", with: "-")
      if cut == word.endIndex, index == 0, ScalingOptions.standardName(for: word) != nil {
        options.scaling.name = word
      } else if cut != word.endIndex, Self.keys.contains(key) || ScalingOptions.keys.contains(key) {
        try options.set(key, to: String(word[word.index(after: cut)...]))
      } else {
        self = .source(text)
        return
      }
    }
    self = .options(options)
  }

  /// What is compared with, where it need not be opened first.
  var counterpart: Counterpart? {
    if case .options(let options) = self { .options(options) } else { nil }
  }

  /// Keys that are not those of an extension.
  static let keys = [
    "scheme", "dim", "base", "layout", "rotary-dim", "ladder", "length", "heads", "gamma", "scale-base",
  ]
}

extension EncodingOptions {
  fileprivate mutating func set(_ key: String, to text: String) throws(CommandParser.Refusal) {
    let bad = CommandParser.Refusal(
      .badArgument(command: "compare", argument: "\(key)=\(text)", example: "base=500000"))
    func whole() throws(CommandParser.Refusal) -> Int {
      guard let value = NumberParser.whole(text) else { throw bad }
      return value
    }
    switch key {
    case "scheme":
      guard let value = Scheme(rawValue: text) else { throw bad }
      scheme = value
    case "layout":
      guard let value = PairLayout(rawValue: text) else { throw bad }
      layout = value
    case "ladder":
      guard let value = Ladder(rawValue: text) else { throw bad }
      ladder = value
    case "dim": dimension = try whole()
    case "rotary-dim": rotaryDimension = try whole()
    case "length": length = try whole()
    case "heads": schemes.heads = try whole()
    case "gamma", "scale-base":
      guard let value = NumberParser.number(text) else { throw bad }
      if key == "gamma" { schemes.gamma = value } else { schemes.scaleBase = value }
    case "base":
      guard let value = NumberParser.number(text) else { throw bad }
      base = value
    default: try scaling.set(key, to: text, or: bad)
    }
  }
}
