/// Text in lines of at most so many columns: broken at blanks, after wide glyphs, or where it must.
public func wrapped(_ text: String, columns limit: Int) -> [String] {
  guard limit > 0 else { return [] }
  var lines: [String] = []
  var line = ""
  var width = 0
  /// Where the line may be broken: how much of it stands before.
  var breakAt: String.Index?
  for character in visible(text) {
    let more = columns(of: String(character))
    if width + more > limit {
      let rest = breakAt.map { String(line[$0...].drop { $0 == " " }) } ?? ""
      lines.append(breakAt.map { String(line[..<$0]) } ?? line)
      line = rest
      width = columns(of: line)
      breakAt = nil
      if character == " ", line.isEmpty { continue }
    }
    if character == " " { breakAt = line.endIndex }
    line.append(character)
    width += more
    if more == 2 { breakAt = line.endIndex }
  }
  return lines + (line.isEmpty ? [] : [line])
}
