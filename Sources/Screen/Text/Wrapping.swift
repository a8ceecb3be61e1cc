/// Text in lines of at most so many columns: broken at blanks that do not part digits, between wide glyphs, or where it
/// must.
///
/// No line begins with punctuation that closes, and none ends with such as opens, as Chinese is set.
public func wrapped(_ text: String, columns limit: Int) -> [String] {
  wrapped(text, width: Double(limit)) { Double(columns(of: String($0))) }
}

/// The same for letters of different widths.
/// - Parameters:
///   - limit: The most that a line may measure.
///   - measure: The width of a glyph, in the same unit.
public func wrapped(_ text: String, width limit: Double, of measure: (Character) -> Double) -> [String] {
  guard limit > 0 else { return [] }
  var lines: [String] = []
  var line = ""
  var width = 0.0
  /// Where the line may be broken: how much of it stands before.
  var breakAt: String.Index?
  let characters = Array(visible(text))
  for (index, character) in characters.enumerated() {
    let more = measure(character)
    if width + more > limit {
      let rest = breakAt.map { String(line[$0...].drop { $0 == " " }) } ?? ""
      lines.append(breakAt.map { String(line[..<$0]) } ?? line)
      line = rest
      width = line.reduce(0) { $0 + measure($1) }
      breakAt = nil
      if character == " ", line.isEmpty { continue }
    }
    // Blanks also part the digits of a large number by threes, which stays whole.
    let next = characters[(index + 1)...].prefix { $0.isWholeNumber }
    let isInNumber = line.last?.isWholeNumber ?? false && next.count == 3
    // A dot between parts stays with the part before.
    let isBeforeDot = characters.dropFirst(index + 1).first == "·"
    if character == " ", !isInNumber, !isBeforeDot { breakAt = line.endIndex }
    line.append(character)
    width += more
    let mayEnd = columns(of: String(character)) == 2 && !opening.contains(character)
    if mayEnd, index + 1 < characters.count, !closing.contains(characters[index + 1]) { breakAt = line.endIndex }
  }
  return lines + (line.isEmpty ? [] : [line])
}

/// Punctuation that belongs to what stands before it.
private let closing: Set<Character> = [
  "。", "，", "、", "；", "：", "？", "！", "）", "”", "’", "」", "』", "》", "…", ".", ",", ")", ";", ":",
]
/// Punctuation that belongs to what stands after it.
private let opening: Set<Character> = ["（", "“", "‘", "「", "『", "《", "("]
