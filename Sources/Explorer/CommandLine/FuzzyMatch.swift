/// How well a few typed letters fit a text: they must all be there in their order. Larger is better; `nil` for no fit.
///
/// Letters at the beginnings of words and letters that follow one another count more, long texts less.
///
///     fuzzyScore("yn", in: "yarn")  // fits
///     fuzzyScore("ny", in: "yarn")  // nil
func fuzzyScore(_ typed: String, in text: String) -> Int? {
  var score = 0
  var rest = Array(typed.lowercased().filter { !$0.isWhitespace })[...]
  var (isAfterMatch, isAtStart) = (false, true)
  for (index, character) in text.lowercased().enumerated() {
    guard let wanted = rest.first else { break }
    if character == wanted {
      score += 1 + (isAfterMatch ? 4 : 0) + (isAtStart ? 6 : 0) + (index == 0 ? 6 : 0)
      rest = rest.dropFirst()
      isAfterMatch = true
    } else {
      isAfterMatch = false
    }
    isAtStart = !(character.isLetter || character.isNumber)
  }
  return rest.isEmpty ? score * 16 - text.count : nil
}

/// Those that fit what was typed, the best first; all in their order when nothing was typed.
func fuzzyMatches<Item>(_ typed: String, among items: [Item], by text: (Item) -> String) -> [Item] {
  guard typed.contains(where: { !$0.isWhitespace }) else { return items }
  let scored = items.enumerated().compactMap { index, item in
    fuzzyScore(typed, in: text(item)).map { (score: $0, index: index, item: item) }
  }
  return scored.sorted { ($0.score, $1.index) > ($1.score, $0.index) }.map(\.item)
}
