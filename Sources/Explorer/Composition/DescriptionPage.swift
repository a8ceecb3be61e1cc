import Screen

/// What the screen shows, in sentences, over the panes: one paragraph a sentence.
struct DescriptionPage {
  let exploration: Exploration

  /// The lines of the page.
  private var lines: [String] {
    exploration.description.flatMap { wrapped($0, columns: max(1, exploration.size.columns - 4)) + [""] }
  }

  func draw(in frame: inout Frame, _ area: Area, firstLine: Int, _ look: Look) {
    frame.fill(area, with: look.blank(on: .panel))
    let inside = area.inset(left: 1, right: 1)
    for (row, line) in lines.dropFirst(max(0, firstLine)).prefix(inside.rows).enumerated() {
      frame.write(
        line, row: inside.row + row, column: inside.column, style: look.style(.text, on: .panel), in: inside)
    }
  }

  /// A first line held so that the page does not scroll past its end.
  func held(_ line: Int) -> Int { max(0, min(line, lines.count - max(1, exploration.size.rows - 2))) }
}
