/// How well a few typed letters fit a text: they must all be there in their order. More is better.
///
///     FuzzyFit("yarn", in: "yarn")?.kind           // .whole
///     FuzzyFit("rd", in: "rotary-dim")?.kind       // .beginnings
///     FuzzyFit("theme", in: "the model's own")     // nil: there is one e only
struct FuzzyFit: Comparable {
  /// Ways to fit, the best last.
  enum Kind: Int, Comparable {
    /// The letters stand somewhere in their order.
    case scattered
    /// They stand side by side within a word.
    case within
    /// Every run of them begins a word.
    case beginnings
    /// They stand side by side and begin a word.
    case word
    /// The text begins with them.
    case start
    /// They are all of it.
    case whole

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  let kind: Kind
  /// Among fits of a kind: letters at the beginnings of words and letters that follow one another count more, long texts
  /// less.
  let score: Int

  /// How letters fit a text; `nil` where they do not. Blanks do not matter.
  ///
  /// - Complexity: O(letters · text).
  init?(_ typed: String, in text: String) {
    let wanted = Array(typed.lowercased().filter { !$0.isWhitespace })
    var letters: [Character] = []
    var isStart: [Bool] = []
    var afterWord = true
    for character in text.lowercased() {
      defer { afterWord = !(character.isLetter || character.isNumber) }
      if character.isWhitespace { continue }
      letters.append(character)
      isStart.append(afterWord)
    }
    guard let score = Self.bestScore(wanted, letters, isStart) else { return nil }
    self.score = score * 16 - letters.count
    let places = letters.indices.filter { letters[$0...].starts(with: wanted) }
    if places.contains(0) {
      kind = wanted.count == letters.count ? .whole : .start
    } else if places.contains(where: { isStart[$0] }) {
      kind = .word
    } else if Self.fitBeginnings(wanted, letters, isStart) {
      kind = .beginnings
    } else {
      kind = places.isEmpty ? .scattered : .within
    }
  }

  static func < (left: FuzzyFit, right: FuzzyFit) -> Bool { (left.kind, left.score) < (right.kind, right.score) }

  /// The most that the letters can score, wherever they are found; `nil` where they are not all there.
  private static func bestScore(_ wanted: [Character], _ letters: [Character], _ isStart: [Bool]) -> Int? {
    // Of every place the best score of the letters so far, the last of them there.
    var ends: [Int?] = []
    for (index, letter) in wanted.enumerated() {
      var next = [Int?](repeating: nil, count: letters.count)
      var before: Int?
      for place in letters.indices {
        if letters[place] == letter {
          let adjacent = place > 0 && index > 0 ? ends[place - 1].map { $0 + 4 } : nil
          if let best = [index == 0 ? 0 : before, adjacent].compactMap({ $0 }).max() {
            next[place] = best + 1 + (isStart[place] ? 6 : 0) + (place == 0 ? 6 : 0)
          }
        }
        if index > 0, let here = ends[place] { before = max(before ?? here, here) }
      }
      ends = next
    }
    return wanted.isEmpty ? 0 : ends.compactMap { $0 }.max()
  }

  /// Whether every letter begins a word or follows the one before it.
  private static func fitBeginnings(_ wanted: [Character], _ letters: [Character], _ isStart: [Bool]) -> Bool {
    var ends: Set<Int>?
    for letter in wanted {
      let first = ends?.min()
      ends = Set(
        letters.indices.filter { place in
          letters[place] == letter
            && (isStart[place] && (ends == nil || first.map { $0 < place } ?? false)
              || ends?.contains(place - 1) == true)
        })
    }
    return ends?.isEmpty == false
  }
}

/// Those that fit what was typed, the best first; all in their order when nothing was typed.
func fuzzyMatches<Item>(_ typed: String, among items: [Item], by text: (Item) -> String) -> [Item] {
  guard typed.contains(where: { !$0.isWhitespace }) else { return items }
  let fitting = items.enumerated().compactMap { index, item in
    FuzzyFit(typed, in: text(item)).map { (fit: $0, index: index, item: item) }
  }
  return fitting.sorted { ($0.fit, $1.index) > ($1.fit, $0.index) }.map(\.item)
}
