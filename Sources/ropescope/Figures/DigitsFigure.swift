#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// Every position as digits in base β, and below them the chosen pair's digit beside its dial.
    func digits() -> Figure? {
      guard let spectrum = scene.encoding.spectrum, let digits = PositionDigits(of: scene.encoding) else {
        return nil
      }
      let rows = positions
      let field = SampledField(
        rowCount: Window.lastPosition + 1, columnCount: digits.count, bounds: 0...digits.radix
      ) { digits.digit(ofPair: $1, position: $0) }
      let columns = (scene.columns ?? 0..<digits.count).clamped(to: 0..<digits.count)
      guard !columns.isEmpty else { return nil }
      var content = HeatmapContent(
        field: field, rows: rows, columns: columns, kind: .sequential, label: language("digit", "数位"))
      if rows.count <= 64 {
        content.cells = rows.map { position in columns.map { digits.text(ofPair: $0, at: position) } }
      }
      let map = Panel(
        x: .cells(pairLabel, columns), y: .cells(positionLabel, rows, isDownward: true), content: .heatmap(content),
        share: 2)
      let radix = Numerals.significant(digits.radix, digits: 6)
      let note = language(
        "β = b^(2/d) = \(radix); digit i = ⌊p / β^i⌋ mod β.", "β = b^(2/d) = \(radix)；数位 i = ⌊p / β^i⌋ mod β。")
      return figure(
        [map, turn(of: spectrum, digits)], aspect: 0.8,
        note: [note, exactness(of: field)].joined(separator: language(" ", "")))
    }

    /// The digit's share of β and the dial's share of a turn, over a few turns.
    private func turn(of spectrum: Spectrum, _ digits: PositionDigits) -> Panel {
      let pair = min(scene.pair, digits.count - 1, spectrum.pairCount - 1)
      let start = scene.window.start
      let span = min(4 * spectrum[pair].wavelength, 4096)
      let shown = start..<min(start + max(8, Int(span)), Window.lastPosition + 1)
      // A digit holds for its position; between two the line stands upright.
      let digit = shown.flatMap { position in
        let share = digits.digit(ofPair: pair, position: position) / digits.radix
        return [(x: Double(position) - 0.5, y: share), (x: Double(position) + 0.5, y: share)]
      }
      var dial: [(x: Double, y: Double)] = []
      for position in shown {
        let turns = spectrum[pair].phase(at: position).radians / (2 * .pi)
        let share = turns < 0 ? turns + 1 : turns
        // Past a whole turn the line begins anew.
        if let last = dial.last, share < last.y { dial.append((x: Double(position), y: .nan)) }
        dial.append((x: Double(position), y: share))
      }
      return Panel(
        title: language("pair \(pair)", "特征对 \(pair)"), x: .cells(positionLabel, shown),
        y: Axis(language("share", "占比"), 0...1.05),
        content: .lines([
          Line(language("digit / β", "数位 / β"), points: digit, ink: .role(.accent)),
          Line(language("dial, in turns", "表盘（圈）"), points: dial, ink: .role(.second), dash: .dashed),
        ]))
    }
  }
#endif
