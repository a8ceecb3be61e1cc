#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// What is added to the score of query and key in one head; without learned numbers, the buckets.
    func bias() -> Figure? {
      guard let (field, isBucket) = scene.biasOrBuckets else { return nil }
      let shown = positions
      let bounds = largest([field], shown, shown) ?? field.bounds
      let label =
        isBucket
        ? language("bucket", "桶") : language("bias of head \(scene.head)", "头 \(scene.head) 的偏置")
      let content = HeatmapContent(
        field: field, rows: shown, columns: shown, bounds: bounds, kind: .sequential,
        label: label)
      let panel = Panel(
        x: .cells(language("key (position)", "键（位置）"), shown),
        y: .cells(language("query (position)", "查询（位置）"), shown, isDownward: true), content: .heatmap(content))
      return figure([panel], aspect: 0.75, means: exactness(of: field))
    }
  }
#endif
