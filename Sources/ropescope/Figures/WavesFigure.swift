#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// The most points of a curve, and the fewest to a turn that show how far a wave swings.
    private static let (mostPoints, fewestOfATurn) = (2000, 16)
    /// So many turns are shown of a pair that no positions were chosen for.
    private static let usualTurns = 4.0
    /// Up to so many positions each is marked with a dot.
    private static let mostDots = 64
    /// Strokes of a hatched band.
    private static let strokes = 150

    /// Cosine and sine of four pairs over position, fastest first: over the positions chosen, else each over a few turns of
    /// its own.
    func waves() -> Figure? {
      guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else { return nil }
      let count = spectrum.pairCount
      let pairs = Set([0, count / 3, count * 2 / 3, scene.pair]).sorted()
      let shown = pairs.map { scene.window.count == nil ? turns(of: spectrum[$0]) : positions }
      let isHatched = zip(pairs, shown).map { Self.isTooFast(spectrum[$0], over: $1) }
      let panels = pairs.indices.map { index in
        let (pair, positions) = (pairs[index], shown[index])
        let wavelength = grouped(spectrum[pair].wavelength)
        return Panel(
          title: "i \(pair)   λ \(wavelength)",
          x: .cells(index == pairs.count - 1 ? positionLabel : "", positions), y: Axis("", -bound...bound),
          content: .lines(
            isHatched[index]
              ? band(pair, positions, isNamed: !isHatched[..<index].contains(true))
              : curves(spectrum, pair, positions, isNamed: isHatched[..<index].allSatisfy(\.self))))
      }
      return figure(panels, aspect: 0.62, note: note(isHatched.contains(true)))
    }

    /// From the greatest cosine down to the least.
    private var bound: Double { max(1, scene.encoding.spectrum?.attentionFactor ?? 1) * 1.05 }

    private func note(_ isHatched: Bool) -> String {
      let turns = Int(Self.usualTurns)
      let own = language(
        "Each pair that turns is shown over \(turns) turns of its own.", "每个转动的特征对各显示其自身的 \(turns) 圈。")
      let hatched = language(
        "Hatched: turns too close to be drawn; between its edges cosine and sine swing from end to end.",
        "竖线区：圈数过密，无法逐一画出；余弦与正弦在其上下边之间来回摆动。")
      return [scene.window.count == nil ? own : "", isHatched ? hatched : ""].filter { !$0.isEmpty }
        .joined(separator: language(" ", ""))
    }

    /// A few turns of a pair; of one that stands still, as many positions as usual.
    private func turns(of frequency: InverseFrequency) -> Range<Int> {
      let start = scene.window.start
      let wished = Self.usualTurns * frequency.wavelength
      guard wished.isFinite else { return positions }
      return start..<min(start + max(8, Int(min(wished, 0x1p40))), Window.lastPosition + 1)
    }

    /// Whether a pair turns too often over positions for a curve to follow.
    private static func isTooFast(_ frequency: InverseFrequency, over positions: Range<Int>) -> Bool {
      positions.count > mostPoints
        && frequency.wavelength < Double(fewestOfATurn) * Double(positions.count) / Double(mostPoints)
    }

    /// Cosine and sine through values at positions: every one, or as many as a curve can have.
    private func curves(_ spectrum: Spectrum, _ pair: Int, _ positions: Range<Int>, isNamed: Bool) -> [Line] {
      let factor = scene.encoding.factorSign
      let places = positions.blocks(min(positions.count, Self.mostPoints)).map(\.lowerBound)
      let waves: [(component: PhaseField.Component, name: String, ink: Line.Ink, dash: Line.Dash)] = [
        (.cosine, factor + "cos p·ω", .role(.accent), .solid), (.sine, factor + "sin p·ω", .role(.second), .dashed),
      ]
      return waves.flatMap { wave -> [Line] in
        let field = field(wave.component, spectrum)
        let points = places.map { (x: Double($0), y: field.value(row: $0, column: pair)) }
        let curve = Line(isNamed ? wave.name : "", points: points, ink: wave.ink, dash: wave.dash)
        guard places.count <= Self.mostDots else { return [curve] }
        let apart = points.flatMap { [$0, (x: $0.x, y: .nan)] }
        return [curve, Line("", points: apart, ink: wave.ink)]
      }
    }

    /// What a wave fills where its turns cannot be told apart: strokes from end to end, and its edges.
    private func band(_ pair: Int, _ positions: Range<Int>, isNamed: Bool) -> [Line] {
      let reach = { (position: Int) in
        scene.encoding.spectrum.map { $0.attentionFactor * (scene.decay(ofPair: pair, at: position) ?? 1) } ?? 1
      }
      let places = positions.blocks(min(positions.count, Self.strokes)).map(\.lowerBound) + [positions.upperBound - 1]
      let factor = scene.encoding.factorSign
      let name = isNamed ? language("\(factor)cos, \(factor)sin, too close", "\(factor)cos、\(factor)sin，过密") : ""
      let strokes = places.dropLast().flatMap { place -> [(x: Double, y: Double)] in
        let (x, height) = (Double(place), reach(place))
        return [(x, -height), (x, height), (x, .nan)]
      }
      let edges = [1.0, -1].map { side in
        Line("", points: places.map { (Double($0), side * reach($0)) }, ink: .role(.accent))
      }
      return [Line(name, points: strokes, ink: .role(.accent), width: 0.5)] + edges
    }

    private func field(_ component: PhaseField.Component, _ spectrum: Spectrum) -> any Field {
      let count = Window.lastPosition + 1
      return scene.encoding.phaseField(component, rowCount: count)
        ?? PhaseField(spectrum: spectrum, component: component, rowCount: count)
    }
  }
#endif
