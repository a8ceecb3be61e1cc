#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// Wavelength by pair on a logarithmic axis: this encoding over every extension, with the lengths as lines.
    func spectrum() -> Figure? {
      guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 1 else { return nil }
      let reach = scene.reach
      var lines = (reach?.methods ?? []).enumerated().map { index, method in
        wavelengths(of: method.spectrum, method.scaling.name, .series(index), .series(index), width: 0.9)
      }
      lines.append(
        wavelengths(of: spectrum, language("this encoding", "当前编码"), .role(.accent), .solid, width: 1.6))
      let last = Double(spectrum.pairCount - 1)
      let lengths = [
        (reach?.trainedLength, language("trained length", "训练长度"), Role.good),
        (reach?.targetLength, language("target length", "目标长度"), Role.unseen),
      ]
      for (length, name, role) in lengths {
        guard let length, length > 0 else { continue }
        lines.append(
          Line(
            "\(name) \(Numerals.grouped(length))", points: [(-0.5, Double(length)), (last + 0.5, Double(length))],
            ink: .role(role), dash: .dotted))
      }
      let values = lines.flatMap(\.points).map(\.y).filter { $0.isFinite && $0 > 0 }
      guard let least = values.min(), let most = values.max(), least < most else { return nil }
      let panel = Panel(
        x: .cells(pairLabel, 0..<spectrum.pairCount),
        y: Axis(language("wavelength (positions)", "波长（位置数）"), least * 0.8...most * 1.25, scale: .logarithmic),
        content: .lines(lines))
      return figure([panel], aspect: 0.55)
    }

    private func wavelengths(
      of spectrum: Spectrum, _ name: String, _ ink: Line.Ink, _ dash: Line.Dash, width: Double
    ) -> Line {
      let points = spectrum.inverseFrequencies.enumerated().map { (x: Double($0.offset), y: $0.element.wavelength) }
      return Line(name, points: points, ink: ink, dash: dash, width: width)
    }
  }
#endif
