#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// The most points of a curve; beyond, means of blocks.
    private static let mostPoints = 2000

    /// Cosine and sine of four pairs over position, fastest first.
    func waves() -> Figure? {
      guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else { return nil }
      let count = spectrum.pairCount
      let pairs = Set([0, count / 3, count * 2 / 3, scene.pair]).sorted()
      let factor = scene.encoding.factorSign
      let bound = max(1, spectrum.attentionFactor) * 1.05
      let panels = pairs.enumerated().map { index, pair in
        let lines = [
          line(spectrum, pair, .cosine, index == 0 ? factor + "cos p·ω" : "", .role(.accent), .solid),
          line(spectrum, pair, .sine, index == 0 ? factor + "sin p·ω" : "", .role(.second), .dashed),
        ]
        let wavelength = Numerals.significant(spectrum[pair].wavelength, digits: 4)
        return Panel(
          title: "i \(pair)   λ \(wavelength)",
          x: .cells(index == pairs.count - 1 ? positionLabel : "", positions), y: Axis("", -bound...bound),
          content: .lines(lines))
      }
      let note = language(
        "A point of a curve that stands for several positions shows their exact mean.", "曲线上代表多个位置的点显示其精确均值。")
      return figure(panels, aspect: 0.62, note: positions.count > Self.mostPoints ? note : "")
    }

    private func line(
      _ spectrum: Spectrum, _ pair: Int, _ component: PhaseField.Component, _ name: String, _ ink: Line.Ink,
      _ dash: Line.Dash
    ) -> Line {
      let count = Window.lastPosition + 1
      let field: any Field =
        scene.encoding.phaseField(component, rowCount: count)
        ?? PhaseField(spectrum: spectrum, component: component, rowCount: count)
      let blocks = Window(start: positions.lowerBound, count: positions.count)
        .blocks(rows: min(positions.count, Self.mostPoints))
      let values = field.means(rows: blocks, columns: [pair..<(pair + 1)])
      let points = zip(blocks, values).map { block, value in
        (x: (Double(block.lowerBound) + Double(block.upperBound - 1)) / 2, y: value)
      }
      return Line(name, points: points, ink: ink, dash: dash)
    }
  }
#endif
