#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// Every pair as a clock at the position, with the second position's hand and the arc that training has seen.
    func dials() -> Figure? {
      guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else { return nil }
      let trained = scene.trainedSpectrum ?? spectrum
      let unseen = (0..<spectrum.pairCount).filter {
        scene.isUnseen(spectrum[$0], trained: trained[$0], at: scene.position)
      }
      let dials = (0..<spectrum.pairCount).map { pair in
        let angles: [(angle: Double, ink: Line.Ink)] =
          (scene.secondPosition == scene.position
            ? [] : [(spectrum[pair].phase(at: scene.secondPosition).radians, .role(.second))])
          + [(spectrum[pair].phase(at: scene.position).radians, .role(unseen.contains(pair) ? .unseen : .accent))]
        let seen = scene.trainedTurns(of: trained[pair]) * 2 * .pi
        return DialContent(
          label: "\(pair)  λ \(Numerals.short(spectrum[pair].wavelength))", seen: seen, hands: angles)
      }
      let (here, there) = (Numerals.grouped(scene.position), Numerals.grouped(scene.secondPosition))
      let hands =
        here == there
        ? language("Hands: position \(here).", "指针：位置 \(here)。")
        : language("Hands: positions \(here) and \(there).", "指针：位置 \(here) 与 \(there)。")
      let note =
        hands
        + language(
          " Solid rim: angles that training has seen. λ: positions a turn.", "实线圆周：训练见过的角度。λ：每圈的位置数。")
        + (unseen.isEmpty
          ? ""
          : language(
            " \(unseen.count == 1 ? "1 hand stands" : "\(unseen.count) hands stand") where training never was.",
            "有 \(unseen.count) 根指针停在训练从未到过的角度。"))
      let panel = Panel(x: Axis("", 0...1), y: Axis("", 0...1), content: .dials(dials))
      return figure([panel], aspect: 0.75, note: note)
    }
  }
#endif
