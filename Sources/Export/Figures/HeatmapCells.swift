import Encodings
import Screen

extension FigureLayout {
  /// What stands in the cells of a heatmap, where letters fit; cells in which nothing passes show the ground.
  mutating func drawCells(_ content: HeatmapContent, _ box: Box) {
    guard !content.cells.isEmpty, !content.columns.isEmpty, !content.rows.isEmpty else { return }
    let (wide, high) = (
      box.width / Double(content.columns.count), box.height / Double(content.rows.count)
    )
    let longest = content.cells.joined().compactMap { $0.map { Self.estimate($0, 1) } }.max() ?? 1
    let size = min(Self.tickSize, (wide - 2) / max(longest, 1), high * 0.8)
    let map = theme[content.kind]
    for (row, cells) in zip(content.rows, content.cells) {
      for (column, text) in zip(content.columns, cells) {
        let cell = Box(
          x: box.x + Double(column - content.columns.lowerBound) * wide,
          y: box.y + Double(row - content.rows.lowerBound) * high, width: wide, height: high)
        guard let text else {
          marks.append(.box(cell, theme[.panel]))
          continue
        }
        guard size >= 4 else { continue }
        let ground = map.color(of: content.field.value(row: row, column: column), in: content.bounds)
        marks.append(
          .text(
            .init(
              text: visible(text), x: cell.x + wide / 2, y: cell.y + high / 2 + size * 0.36, anchor: .middle,
              size: size, color: ground.ink)))
      }
    }
  }
}
