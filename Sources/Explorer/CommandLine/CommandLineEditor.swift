import Screen

/// One line of typed text with a cursor, and the lines typed before.
public struct CommandLineEditor: Hashable, Sendable {
  /// The text after the colon: the characters of a string, so that none of them joins its neighbour when they become one.
  public private(set) var text: [Character] = []
  /// The cursor stands before this character.
  public private(set) var cursor = 0
  /// What may stand at the cursor.
  var completion: Completion?
  /// The line that was typed before older ones were looked at, and how far back one is.
  private var recalled: (draft: [Character], age: Int)?

  /// Two lines are the same when they look the same.
  public static func == (left: CommandLineEditor, right: CommandLineEditor) -> Bool {
    left.text == right.text && left.cursor == right.cursor && left.completion == right.completion
  }

  /// Hashes what is seen.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(cursor)
    hasher.combine(completion)
  }

  /// An empty line.
  public init() {}

  /// The path at the cursor where files may stand and none are offered yet, or the only one offered is a folder that is
  /// to be looked into.
  var pathToComplete: String? {
    guard let completion, completion.takesPath, completion.start <= cursor else { return nil }
    let path = String(text[completion.start..<cursor])
    let isOpenFolder = completion.candidates.count == 1 && completion.chosen != nil && path.hasSuffix("/")
    return completion.candidates.isEmpty || isOpenFolder ? path : nil
  }

  /// Whether the only command that fits stands at the end of the line and takes something: what it takes is to be listed.
  var wantsArgument: Bool {
    guard let completion, completion.candidates.count == 1, completion.chosen != nil, cursor == text.count,
      text.prefix(completion.start).allSatisfy(\.isWhitespace)
    else { return false }
    return Command.named(String(text[completion.start...]))?.example.isEmpty == false
  }

  /// What came of a key.
  enum Outcome: Hashable { case editing, finished(String), cancelled }

  /// Takes one key.
  mutating func type(_ key: Key) -> Outcome {
    defer { join() }
    switch (key.code, key.modifiers) {
    case (.enter, _): return .finished(String(text))
    case (.escape, _), (.character("c"), .control), (.character("g"), .control): return .cancelled
    case (.backspace, _), (.character("h"), .control):
      guard !text.isEmpty else { return .cancelled }
      if cursor > 0 {
        cursor -= 1
        text.remove(at: cursor)
      }
    case (.delete, _): if cursor < text.count { text.remove(at: cursor) }
    case (.left, .control), (.left, .alt), (.character("b"), .alt): cursor = startOfWord
    case (.right, .control), (.right, .alt), (.character("f"), .alt): cursor = endOfWord
    case (.left, _), (.character("b"), .control): cursor = max(0, cursor - 1)
    case (.right, _), (.character("f"), .control): cursor = min(text.count, cursor + 1)
    case (.home, _), (.character("a"), .control): cursor = 0
    case (.end, _), (.character("e"), .control): cursor = text.count
    case (.character("u"), .control):
      text.removeFirst(cursor)
      cursor = 0
    case (.character("k"), .control): text.removeLast(text.count - cursor)
    case (.character("w"), .control): deleteWord()
    case (.character(let scalar), let held) where !held.contains(.control) && !held.contains(.alt):
      insert(String(Character(scalar)))
    default: break
    }
    return .editing
  }

  /// So many scalars are typed at most. Characters have no end: a letter takes any number of marks.
  static let longest = 4096

  /// Inserts text at the cursor; line breaks become spaces.
  mutating func insert(_ added: String) {
    let room = max(0, Self.longest - text.reduce(0) { $0 + $1.unicodeScalars.count })
    let characters = String(added.unicodeScalars.prefix(room)).map { $0.isNewline ? " " : $0 }
    text.insert(contentsOf: characters, at: cursor)
    cursor += characters.count
    join()
  }

  /// Puts the next candidate in the place of the word at the cursor.
  mutating func complete(by steps: Int) {
    guard var completion, !completion.candidates.isEmpty, completion.start <= cursor else { return }
    let count = completion.candidates.count
    let next = completion.chosen?.stepped(by: steps, among: count) ?? (steps > 0 ? 0 : count - 1)
    completion.chosen = next
    let word = Array(completion.candidates[next].word)
    text.replaceSubrange(completion.start..<cursor, with: word)
    cursor = completion.start + word.count
    self.completion = completion
    join()
  }

  /// Takes an older line (steps < 0) or a newer one; past the newest, what was being typed.
  mutating func recall(_ steps: Int, from history: [String]) {
    let (draft, age) = recalled ?? (text, 0)
    let next = age - steps
    guard next >= 0, next <= history.count else { return }
    recalled = (draft, next)
    text = next == 0 ? draft : Array(history[history.count - next])
    cursor = text.count
  }

  /// Makes one character of those that have come to stand side by side and belong together: a letter and an accent, the
  /// halves of a flag. The cursor stands after what it split.
  private mutating func join() {
    let whole = String(text)
    guard whole.count != text.count else { return }
    cursor = min(String(text.prefix(cursor)).count, whole.count)
    text = Array(whole)
  }

  private mutating func deleteWord() {
    let start = startOfWord
    text.removeSubrange(start..<cursor)
    cursor = start
  }

  /// Where the word before the cursor begins.
  private var startOfWord: Int {
    var start = cursor
    while start > 0, text[start - 1] == " " { start -= 1 }
    while start > 0, text[start - 1] != " " { start -= 1 }
    return start
  }

  /// Where the word after the cursor ends.
  private var endOfWord: Int {
    var end = cursor
    while end < text.count, text[end] == " " { end += 1 }
    while end < text.count, text[end] != " " { end += 1 }
    return end
  }
}
