#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// How alike two positions are made, and for frequencies the decay over distance with RoFormer's bound.
    func similarity() -> Figure? {
      let count = scene.encoding.positionCount ?? Window.lastPosition + 1
      guard let field = scene.encoding.similarity(rowCount: count, normalised: scene.measure == .cosine) else {
        return nil
      }
      let shown = positions.clamped(to: 0..<count)
      guard !shown.isEmpty else { return nil }
      // Waves have ends of their own; of others the colours span what is shown.
      let (kind, bounds) =
        scene.shownComponent == nil
        ? colours(of: field, rows: shown, columns: shown) : (.diverging, field.bounds.aboutZero)
      let content = HeatmapContent(
        field: field, rows: shown, columns: shown, bounds: bounds, kind: kind,
        label: scene.encoding.similaritySign(scene.measure))
      var panels = [
        Panel(
          x: .cells(language("position q", "位置 q"), shown), y: .cells(positionLabel, shown, isDownward: true),
          content: .heatmap(content), share: 2)
      ]
      var note = ""
      if let decay = Decay(encoding: scene.encoding), decay.spectrum.pairCount > 0, shown.count > 1 {
        let distances = Self.distances(to: shown.count)
        panels.append(panel(of: decay, distances))
        note = self.note(on: distances)
      }
      return figure(panels, aspect: panels.count > 1 ? 1.1 : 0.75, note: note, means: exactness(of: field))
    }

    /// How many distances a curve can draw one by one, and how many of a block are looked at.
    private static let (mostDistances, mostOfABlock) = (1000, 128)

    /// The distances of each stroke of a curve: one, or of a block as many as are looked at.
    private static func distances(to span: Int) -> [(block: Range<Int>, looked: [Int])] {
      let blocks = (0..<span).blocks(span <= mostDistances ? span : mostDistances / 2)
      return blocks.map { block in (block, block.blocks(min(block.count, mostOfABlock)).map(\.lowerBound)) }
    }

    /// What a stroke of the curves stands for, where it is of several distances.
    private func note(on distances: [(block: Range<Int>, looked: [Int])]) -> String {
      guard let longest = distances.max(by: { $0.block.count < $1.block.count }), longest.block.count > 1 else {
        return ""
      }
      let count = Numerals.grouped(longest.block.count)
      guard longest.looked.count < longest.block.count else {
        return language(
          "Below, a stroke stands for up to \(count) distances, from the least of their values to the greatest.",
          "下图每一竖笔代表至多 \(count) 个距离，从其最小值到最大值。")
      }
      let looked = Numerals.grouped(longest.looked.count)
      return language(
        "Below, a stroke stands for up to \(count) distances, from the least to the greatest value of \(looked) of them.",
        "下图每一竖笔代表至多 \(count) 个距离，取其中 \(looked) 个的最小值到最大值。")
    }

    private func panel(of decay: Decay, _ distances: [(block: Range<Int>, looked: [Int])]) -> Panel {
      let widest = max(decay.bound(atDistance: 0), .leastNormalMagnitude)
      /// Through the value of each distance; through the least and the greatest of a block.
      func points(_ value: (Int) -> Double) -> [(x: Double, y: Double)] {
        distances.flatMap { block, looked -> [(x: Double, y: Double)] in
          let curve = Curve(at: looked, value)
          guard block.count > 1 else { return curve.values.map { (Double(block.lowerBound), $0) } }
          let middle = (Double(block.lowerBound) + Double(block.upperBound - 1)) / 2
          // Up or down as the values go, so that strokes join.
          let isRising = (curve.values.first ?? 0) <= (curve.values.last ?? 0)
          let ends = [curve.bounds.lowerBound, curve.bounds.upperBound]
          return (isRising ? ends : ends.reversed()).map { (middle, $0) }
        }
      }
      // Dashes would break the strokes that stand for blocks.
      let isOfBlocks = distances.contains { $0.block.count > 1 }
      let scores = points(decay.score(atDistance:))
      let least = scores.map(\.y).min() ?? 0
      return Panel(
        x: .cells(language("distance |p − q|", "距离 |p − q|"), 0..<(distances.last?.block.upperBound ?? 1)),
        y: Axis(language("share of distance 0", "与距离 0 处之比"), min(0, least) - 0.05...1.05),
        content: .lines([
          Line(
            language("mean |Sᵢ| (RoFormer, figure 2)", "|Sᵢ| 均值（RoFormer 图 2）"),
            points: points { decay.bound(atDistance: $0) / widest }, ink: .role(.unseen),
            dash: isOfBlocks ? .solid : .dashed, width: isOfBlocks ? 0.7 : 1),
          Line(
            language("score of q = k", "q = k 的得分"), points: scores, ink: .role(.trained),
            width: isOfBlocks ? 0.7 : 1),
        ]))
    }
  }
#endif
