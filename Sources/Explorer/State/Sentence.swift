import Screen

/// The tokens that attention is shown on, and a second sentence to hold beside them: usually the same words in another
/// order.
///
///     try Sentence("the cat chases the mouse / the mouse chases the cat")
///     try Sentence("猫追老鼠")   // 猫 追 老 鼠, and beside it 鼠 老 追 猫
public struct Sentence: Hashable, Sendable {
  /// The most tokens: every one is compared with every other.
  public static let mostTokens = 1024
  /// The most bytes of UTF-8, both sentences together.
  public static let mostBytes = 1 << 16

  /// The tokens. At least one, at most `mostTokens`.
  public let tokens: [String]
  /// The tokens of the second sentence. At least one, at most `mostTokens`.
  public let other: [String]
  /// What was typed, from which the same sentence can be made again.
  public let text: String

  /// Whether both hold the same tokens, each as often.
  public var isReordering: Bool { tokens.count == other.count && tokens.sorted() == other.sorted() }

  /// Why a text is no sentence.
  public enum Problem: Error, Hashable, Sendable {
    /// There is nothing in it.
    case empty
    /// There are more tokens than can be compared.
    case tooManyTokens(Int)
    /// The text is too long to be looked at.
    case tooLong(bytes: Int)
  }

  /// A sentence from what a person typed: one, to be read backwards as well, or two with « / » between them.
  /// - Throws: When either has no token or too many.
  public init(_ text: String) throws(Problem) {
    let bytes = text.utf8.count
    guard bytes <= Self.mostBytes else { throw .tooLong(bytes: bytes) }
    let words = text.split(whereSeparator: \.isWhitespace)
    let cut = words.firstIndex(of: "/")
    let first = Self.tokens(words[..<(cut ?? words.endIndex)])
    let second = cut.map { Self.tokens(words[($0 + 1)...]) } ?? first.reversed()
    guard !first.isEmpty, !second.isEmpty else { throw .empty }
    let most = max(first.count, second.count)
    guard most <= Self.mostTokens else { throw .tooManyTokens(most) }
    (tokens, other, self.text) = (first, second, text)
  }

  /// Two sentences of tokens known to be few.
  private init(_ text: String, _ tokens: String, _ other: String) {
    self.text = text
    self.tokens = Self.tokens(tokens.split(separator: " "))
    self.other = Self.tokens(other.split(separator: " "))
  }

  /// Words are tokens; so is every wide character, for Chinese has no blanks between words.
  private static func tokens(_ words: some Sequence<Substring>) -> [String] {
    words.flatMap { word in
      var tokens: [String] = []
      var isOpen = false
      for character in word {
        let isWide = character.unicodeScalars.first.flatMap(GlyphWidth.columns(of:)) == 2
        if isWide || !isOpen { tokens.append("") }
        isOpen = !isWide
        tokens[tokens.count - 1].append(character)
      }
      return tokens
    }
  }

  /// Pairs of sentences with the same words and another meaning.
  public static let examples: [Sentence] = [
    ("the cat chases the mouse", "the mouse chases the cat"), ("猫追老鼠", "老鼠追猫"),
    ("Ann owes Bob 100 dollars", "Bob owes Ann 100 dollars"), ("我欠他100万", "他欠我100万"),
  ].map { Sentence("\($0) / \($1)", $0, $1) }

  /// The sentence shown to a person who has not chosen one.
  public static func example(in language: Language) -> Sentence { language(examples[0], examples[1]) }
}
