#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// Every extension side by side: the share of each pair's circle that training has not seen, and how crowded
    /// neighbouring positions become.
    func reach() -> Figure? {
      guard let reach = scene.reach, !reach.methods.isEmpty else { return nil }
      let (pairs, methods) = (0..<reach.plain.pairCount, 0..<reach.methods.count)
      let names = reach.methods.enumerated().map { index, method in
        Axis.Tick(Double(index), method.scaling.name)
      }
      let unseen = Panel(
        x: .cells("", pairs),
        y: Axis("", -0.5...Double(methods.count) - 0.5, isDownward: true, ticks: names),
        content: .heatmap(
          HeatmapContent(
            field: reach.field, rows: methods, columns: pairs, bounds: 0...1, kind: .sequential,
            label: language("unseen share of the circle", "圆周未见部分"))))
      let lines = reach.methods.enumerated().map { index, method in
        Line(
          method.scaling.name, points: method.crowding.enumerated().map { (Double($0.offset), $0.element) },
          ink: .series(index), dash: .series(index))
      }
      let most = reach.methods.flatMap(\.crowding).filter(\.isFinite).max() ?? 1
      let crowding = Panel(
        x: .cells(pairLabel, pairs), y: Axis(language("crowding ω/ω′", "拥挤度 ω/ω′"), 0...most * 1.08),
        content: .lines(lines))
      let note = language(
        "\(Numerals.grouped(reach.trainedLength)) positions before extension, reaching for \(Numerals.grouped(reach.targetLength)).",
        "扩展前 \(Numerals.grouped(reach.trainedLength)) 个位置，目标 \(Numerals.grouped(reach.targetLength)) 个。")
      return figure([unseen, crowding], aspect: 0.72, note: note)
    }
  }
#endif
