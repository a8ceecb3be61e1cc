import Encodings
import Screen

/// The colour bar beside a heatmap.
enum ColorBarLayout {
  /// The numbers beside it.
  static func ticks(of content: HeatmapContent) -> [Axis.Tick] {
    if let ticks = content.ticks { return ticks }
    let (low, high) = (content.bounds.lowerBound, content.bounds.upperBound)
    // One value is one colour with one number.
    guard low < high else { return [Axis.Tick(low, Numerals.significant(low))] }
    return Axis("", content.bounds).ticks(about: 5)
  }

  /// All levels of the map from the top, as a heatmap of one column.
  static func levels(of content: HeatmapContent) -> HeatmapContent {
    let count = ColorMap.fineLevelCount
    let (low, high) = (content.bounds.lowerBound, content.bounds.upperBound)
    let values = (0..<count).map { level in
      let share = Double(level) / Double(count - 1)
      return high * (1 - share) + low * share
    }
    return HeatmapContent(
      field: TableField(values: values, columnCount: 1), rows: 0..<count, columns: 0..<1, bounds: content.bounds,
      kind: content.kind, label: "")
  }
}

extension FigureLayout {
  mutating func drawBar(_ content: HeatmapContent, beside plot: Box) {
    let bar = Box(x: plot.right + 10, y: plot.y, width: 8, height: plot.height)
    drawFrame(around: bar)
    let axis = Axis("", content.bounds)
    for tick in ColorBarLayout.ticks(of: content) {
      let y = bar.bottom - axis.share(of: tick.value) * bar.height
      marks.append(.path([(bar.right, y), (bar.right + 2.5, y)], frameStroke, clip: nil))
      write(tick.text, x: bar.right + 4.5, y: y + 2.5, size: Self.tickSize, role: .text)
    }
    marks.append(.heatmap(ColorBarLayout.levels(of: content), bar, theme[content.kind]))
    write(
      content.label, x: width - Self.margin, y: bar.y + bar.height / 2, anchor: .middle, size: Self.labelSize,
      role: .text, isVertical: true)
  }
}
