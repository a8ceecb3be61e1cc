#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// The least error of a cosine that is told apart.
    private static let leastError = 1e-9

    /// What the number format does to cosines, by position and pair, in powers of ten.
    func precision() -> Figure? {
      guard let lowered = LowPrecision(encoding: scene.encoding, format: scene.format, cast: scene.cast),
        lowered.pairCount > 0
      else { return nil }
      let errors = lowered.errorField(rowCount: Window.lastPosition + 1)
      let field = LogarithmicField(of: errors, floor: Self.leastError)
      let columns = (scene.columns ?? 0..<field.columnCount).clamped(to: 0..<field.columnCount)
      guard !columns.isEmpty else { return nil }
      let powers = [-9, -7, -5, -3, -1].map { Axis.Tick(Double($0), Axis.power(ofTen: $0)) }
      let content = HeatmapContent(
        field: field, rows: positions, columns: columns, kind: .sequential, label: "|Δcos p·ω|", ticks: powers)
      let panel = Panel(
        x: .cells(pairLabel, columns), y: .cells(positionLabel, positions, isDownward: true),
        content: .heatmap(content))
      let format = scene.format.rawValue
      let cast =
        switch scene.cast {
        case .inputs: language("positions and frequencies cast to \(format)", "位置与频率转换为 \(format)")
        case .result: language("cosines cast to \(format)", "余弦转换为 \(format)")
        }
      let note = language("Error of the cosine, \(cast).", "余弦的误差，\(cast)。") + overflow(lowered, columns)
      return figure([panel], aspect: 0.62, note: note, means: exactness(of: field))
    }

    /// That there is no cosine where the format overflows, which the colours cannot say.
    private func overflow(_ lowered: LowPrecision, _ columns: Range<Int>) -> String {
      guard let last = positions.last,
        columns.contains(where: { lowered.cosine(ofPair: $0, position: last).isNaN })
      else { return "" }
      let format = scene.format.rawValue
      return language(
        " Where \(format) overflows there is no cosine (nan); it is drawn as an error of 2, the largest there is.",
        "\(format) 溢出处没有余弦（nan）；画作最大的误差 2。")
    }
  }
#endif
