#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// Position by pair or feature, at the data's own resolution.
    func heatmap() -> Figure? {
      guard let field = scene.field, field.columnCount > 0 else { return nil }
      let isTable = scene.shownComponent ?? .table == .table
      let rows = positions.clamped(to: 0..<field.rowCount)
      let columns = (scene.columns ?? 0..<field.columnCount).clamped(to: 0..<field.columnCount)
      guard !rows.isEmpty, !columns.isEmpty else { return nil }
      var (kind, sign) = look(isTable)
      var bounds = field.bounds
      if scene.shownComponent == nil {
        // Tables have no ends of their own: their colours span what is shown.
        let blocks = (rows.blocks(min(rows.count, 512)), columns.blocks(min(columns.count, 512)))
        bounds = ClosedRange(of: field.means(rows: blocks.0, columns: blocks.1)) ?? bounds
        if bounds.lowerBound < 0 { bounds = bounds.aboutZero } else { kind = .sequential }
      }
      let turns = [Axis.Tick(-.pi, "−π"), Axis.Tick(0, "0"), Axis.Tick(.pi, "π")]
      let content = HeatmapContent(
        field: field, rows: rows, columns: columns, bounds: bounds, kind: kind, label: sign,
        ticks: kind == .cyclic ? turns : nil)
      let panel = Panel(
        x: .cells(isTable ? language("feature j", "特征 j") : pairLabel, columns),
        y: .cells(positionLabel, rows, isDownward: true), content: .heatmap(content))
      return figure([panel], aspect: 0.62, note: isTable || kind != .cyclic ? exactness(of: field) : meanPhasors)
    }

    private var meanPhasors: String {
      language(
        "A pixel that holds several angles shows the direction of their mean phasor.", "包含多个角度的像素显示其平均相量的方向。")
    }

    private func look(_ isTable: Bool) -> (ColorMap.Kind, String) {
      let (factor, table) = (scene.encoding.factorSign, scene.encoding.vectorSign(of: "p"))
      guard !isTable else { return (.diverging, factor + table) }
      return switch scene.component {
      case .cosine: (.diverging, factor + "cos p·ω")
      case .sine: (.diverging, factor + "sin p·ω")
      case .table: (.diverging, factor + table)
      case .angle: (.cyclic, language("p·ω mod 2π (rad)", "p·ω mod 2π（弧度）"))
      case .concentration: (.sequential, language("length of the mean phasor", "平均相量长度"))
      }
    }
  }
#endif
