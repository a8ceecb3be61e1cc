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
      let content = HeatmapContent(
        field: field, rows: shown, columns: shown, kind: .diverging,
        label: scene.encoding.similaritySign(scene.measure))
      var panels = [
        Panel(
          x: .cells(language("position q", "位置 q"), shown), y: .cells(positionLabel, shown, isDownward: true),
          content: .heatmap(content), share: 2)
      ]
      if let decay = Decay(encoding: scene.encoding), decay.spectrum.pairCount > 0, shown.count > 1 {
        panels.append(panel(of: decay, span: shown.count))
      }
      return figure(panels, aspect: panels.count > 1 ? 1.1 : 0.75, note: exactness(of: field))
    }

    private func panel(of decay: Decay, span: Int) -> Panel {
      let samples = min(span, 1000)
      let distances = (0..<samples).map { (span - 1) * $0 / max(1, samples - 1) }
      let widest = max(decay.bound(atDistance: 0), .leastNormalMagnitude)
      func points(_ curve: Curve, over divisor: Double) -> [(x: Double, y: Double)] {
        zip(curve.positions, curve.values).map { (Double($0), $1 / divisor) }
      }
      let (scores, bounds) = (decay.scores(at: distances), decay.bounds(at: distances))
      return Panel(
        x: .cells(language("distance |p − q|", "距离 |p − q|"), 0..<span),
        y: Axis(language("share of distance 0", "与距离 0 处之比"), min(0, scores.bounds.lowerBound) - 0.05...1.05),
        content: .lines([
          Line(
            language("mean |Sᵢ| (RoFormer, figure 2)", "|Sᵢ| 均值（RoFormer 图 2）"),
            points: points(bounds, over: widest), ink: .role(.unseen),
            dash: .dashed),
          Line(
            language("score of q = k", "q = k 的得分"), points: points(scores, over: 1), ink: .role(.trained)),
        ]))
    }
  }
#endif
