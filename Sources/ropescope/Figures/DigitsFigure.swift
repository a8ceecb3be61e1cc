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
      let pair = min(scene.pair, digits.count - 1, spectrum.pairCount - 1)
      let below = turns(of: spectrum[pair], digit: pair, radix: digits.radix)
      let first = language(
        " Below: the first \(Numerals.grouped(below.count)) of these positions.",
        "下图：这些位置中的前 \(Numerals.grouped(below.count)) 个。")
      return figure(
        [map, turn(of: spectrum[pair], pair, digits, over: below)], aspect: 0.8,
        note: note + (below.count < rows.count ? first : ""), means: exactness(of: field))
    }

    /// The positions shown, as far as a few rounds of the digit and of the dial need them and every turn can be drawn.
    private func turns(of frequency: InverseFrequency, digit pair: Int, radix: Double) -> Range<Int> {
      // Digit i comes round after β^(i+1) positions: β dials' radians.
      let (turn, round) = (frequency.wavelength, radix * frequency.wavelength / (2 * .pi))
      let wished = min(4 * max(turn, round), Double(Self.mostSteps) * max(1, min(turn, round) / 16))
      let count = wished.isFinite ? max(8, Int(min(wished, 0x1p40))) : positions.count
      return positions.prefix(count)
    }

    /// The most positions at which the lower panel is computed.
    private static let mostSteps = 2000

    /// The digit's share of β and the dial's share of a turn.
    private func turn(
      of frequency: InverseFrequency, _ pair: Int, _ digits: PositionDigits, over shown: Range<Int>
    ) -> Panel {
      let blocks = shown.blocks(min(shown.count, Self.mostSteps))
      // A digit holds for its position; between two the line stands upright.
      let digit = blocks.flatMap { block in
        let share = digits.digit(ofPair: pair, position: block.lowerBound) / digits.radix
        return [(x: Double(block.lowerBound) - 0.5, y: share), (x: Double(block.upperBound) - 0.5, y: share)]
      }
      var dial: [(x: Double, y: Double)] = []
      for position in blocks.map(\.lowerBound) {
        let turns = frequency.phase(at: position).radians / (2 * .pi)
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
