/// The lines typed into the command line, the latest last, each once: those of earlier runs and those of this one.
public struct CommandHistory: Hashable, Sendable {
  /// How many lines are remembered.
  public static let limit = 500
  /// The longest line that is remembered, in characters.
  static let longestLine = 4096

  /// All lines.
  public private(set) var lines: [String] = []
  /// Those typed in this run, which others that run at the same time do not know of.
  public private(set) var fresh: [String] = []

  /// Nothing typed.
  public init() {}

  /// The lines of an earlier run, one a line. What could not have been typed is left out, so that a broken file is no
  /// more than a shorter history.
  public init(text: String) {
    for line in text.split(whereSeparator: \.isNewline).map(String.init).suffix(2 * Self.limit) {
      lines.remember(line)
    }
  }

  /// Remembers a line. An older one that reads the same is forgotten.
  public mutating func remember(_ line: String) {
    lines.remember(line)
    fresh.remember(line)
  }

  /// What to keep for the next run: what others have kept in the meantime, and the lines of this run after it.
  ///
  /// - Parameter text: What is kept now.
  public func kept(over text: String) -> String {
    var all = CommandHistory(text: text)
    for line in fresh { all.lines.remember(line) }
    return all.lines.map { $0 + "\n" }.joined()
  }
}

extension [String] {
  /// Puts a line last; the first of too many are forgotten.
  fileprivate mutating func remember(_ line: String) {
    let isTyped = line.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0 != "\u{FFFD}"
    }
    guard isTyped, line.contains(where: { !$0.isWhitespace }), line.count <= CommandHistory.longestLine else {
      return
    }
    removeAll { $0 == line }
    append(line)
    if count > CommandHistory.limit { removeFirst() }
  }
}
