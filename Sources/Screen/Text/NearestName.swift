/// The candidate that a mistyped word stands for, or `nil` when none is near: the shortest that begins with it, else the one
/// that is fewest edits away.
///
/// Edits are insertions, deletions, substitutions and swaps of neighbours; near means at most a third of the word's
/// length, at least 1. A single letter is near nothing.
///
///     nearestName(to: "posi", among: ["pos", "position"])  // "position"
public func nearestName(to word: String, among candidates: [String]) -> String? {
  let typed = Array(word.lowercased())
  guard typed.count > 1 else { return nil }
  let longer = candidates.filter { $0.lowercased().starts(with: typed) }
  if let begun = longer.min(by: { $0.count < $1.count }) { return begun }
  let limit = max(1, typed.count / 3)
  let ranked = candidates.map { ($0, edits(typed, Array($0.lowercased()))) }.filter { $0.1 <= limit }
  return ranked.min { $0.1 < $1.1 }?.0
}

/// Edits between two words (optimal string alignment). Time and memory are the product of their lengths.
private func edits(_ first: [Character], _ second: [Character]) -> Int {
  guard first.count <= 100, second.count <= 100 else { return .max }
  var rows = [Array(0...second.count)]
  for i in 0..<first.count {
    var row = [i + 1]
    for j in 0..<second.count {
      var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (first[i] == second[j] ? 0 : 1))
      if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
        best = min(best, rows[i - 1][j - 1] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[first.count][second.count]
}
