import Screen

/// Words that may be chosen, one in a row above the status line, with what they mean; the chosen one stays in sight.
struct SuggestionList {
  let rows: [(word: String, meaning: String)]
  let chosen: Int?

  /// At most so much of the window is covered.
  private static let share = 3

  func draw(in frame: inout Frame, above status: Area, leastRow: Int, _ look: Look) {
    let room = min(rows.count, max(3, frame.size.rows / Self.share), status.row - leastRow)
    guard room > 0 else { return }
    let first = max(0, min((chosen ?? 0) - room / 2, rows.count - room))
    let shown = rows[first..<(first + room)]
    let wordColumns = min(
      status.columns / 2, (shown.map { columns(of: visible($0.word)) }.max() ?? 0) + 2)
    for (index, row) in shown.enumerated() {
      let line = Area(row: status.row - room + index, column: 0, rows: 1, columns: status.columns)
      let isChosen = first + index == chosen
      frame.fill(line, with: look.blank(on: isChosen ? .panel : .bar))
      let ground: Role = isChosen ? .panel : .bar
      frame.write(
        (isChosen ? "› " : "  ") + shortened(row.word, columns: wordColumns), row: line.row, column: 0,
        style: look.style(isChosen ? .accent : .text, on: ground, isChosen ? .bold : []),
        in: Area(row: line.row, column: 0, rows: 1, columns: wordColumns + 2))
      frame.write(
        visible(row.meaning), row: line.row, column: wordColumns + 3, style: look.style(.muted, on: ground), in: line)
    }
    guard rows.count > room else { return }
    let count = " \((chosen ?? 0) + 1) / \(rows.count) "
    frame.write(
      count, row: status.row - 1, column: status.columns - columns(of: count), style: look.style(.muted, on: .bar))
  }
}
