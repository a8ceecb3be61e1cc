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
      var (kind, bounds) = (kind(isTable), field.bounds)
      // Tables have no ends of their own: their colours span what is shown.
      if scene.shownComponent == nil { (kind, bounds) = colours(of: field, rows: rows, columns: columns) }
      let turns = [Axis.Tick(-.pi, "−π"), Axis.Tick(0, "0"), Axis.Tick(.pi, "π")]
      let content = HeatmapContent(
        field: field, rows: rows, columns: columns, bounds: bounds, kind: kind, label: scene.quantity(language),
        ticks: kind == .cyclic ? turns : nil)
      let panel = Panel(
        x: .cells(isTable ? featureLabel : pairLabel, columns),
        y: .cells(positionLabel, rows, isDownward: true), content: .heatmap(content))
      return figure([panel], aspect: 0.62, means: kind == .cyclic ? meanPhasors : exactness(of: field))
    }

    private var meanPhasors: String {
      language(
        "A pixel that holds several angles shows the direction of their mean phasor.", "包含多个角度的像素显示其平均相量的方向。")
    }

    private func kind(_ isTable: Bool) -> ColorMap.Kind {
      guard !isTable else { return .diverging }
      return switch scene.component {
      case .cosine, .sine, .table: .diverging
      case .angle: .cyclic
      case .concentration: .sequential
      }
    }
  }
#endif
