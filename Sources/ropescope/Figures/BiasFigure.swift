#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// What is added to the score of query and key in one head; without learned numbers, the buckets.
    func bias() -> Figure? {
      let count = Window.lastPosition + 1
      let values = scene.encoding.biasField(head: scene.head, rowCount: count, columnCount: count)
      guard let field = values ?? scene.encoding.bucketField(rowCount: count, columnCount: count) else { return nil }
      let shown = positions
      let corners = [shown.lowerBound, shown.upperBound - 1, (shown.lowerBound + shown.upperBound) / 2]
      let sampled = corners.flatMap { row in corners.map { field.value(row: row, column: $0) } }.filter(\.isFinite)
      let bounds = (sampled.min() ?? 0)...(sampled.max() ?? 0)
      let label =
        values == nil
        ? language("bucket", "桶") : language("bias of head \(scene.head)", "头 \(scene.head) 的偏置")
      let content = HeatmapContent(
        field: field, rows: shown, columns: shown, bounds: bounds.isEmpty ? field.bounds : bounds, kind: .sequential,
        label: label)
      let panel = Panel(
        x: .cells(language("key (position)", "键（位置）"), shown),
        y: .cells(language("query (position)", "查询（位置）"), shown, isDownward: true), content: .heatmap(content))
      return figure([panel], aspect: 0.75, note: exactness(of: field))
    }
  }
#endif
