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
          label: "\(pair)  λ \(Self.threeDigits(spectrum[pair].wavelength))", seen: seen, hands: angles)
      }
      let rim = language(" Solid rim: angles that training has seen.", "实线圆周：训练见过的角度。")
      let strange = language(
        " \(unseen.count == 1 ? "1 hand stands" : "\(unseen.count) hands stand") where training never was.",
        "有 \(unseen.count) 根指针停在训练从未到过的角度。")
      let note =
        language(
          "Below each dial: its pair, and λ, the positions a turn, where there is room.",
          "表盘之下：特征对；有余地时还有 λ（每圈的位置数）。")
        + (scene.trainedLength == nil ? "" : rim) + (unseen.isEmpty ? "" : strange)
      var panel = Panel(x: Axis("", 0...1), y: Axis("", 0...1), content: .dials(dials))
      panel.key = key(unseen: unseen.count, of: spectrum.pairCount)
      return figure([panel], aspect: 0.75, note: note)
    }

    /// Three digits, whatever the length: «6.28», «1.59k», «9.02M».
    static func threeDigits(_ value: Double) -> String {
      var (scaled, suffixes) = (value, ["", "k", "M", "G", "T"][...])
      while scaled >= 999.5, suffixes.count > 1 { (scaled, suffixes) = (scaled / 1000, suffixes.dropFirst()) }
      return Numerals.significant(scaled) + (suffixes.first ?? "")
    }

    /// Which hand is of which position.
    private func key(unseen: Int, of count: Int) -> [Line] {
      func hand(_ name: String, _ role: Role) -> Line { Line(name, points: [], ink: .role(role), width: 1.2) }
      func position(_ position: Int) -> String {
        language("position \(Numerals.grouped(position))", "位置 \(Numerals.grouped(position))")
      }
      let here = position(scene.position)
      return (unseen < count ? [hand(here, .accent)] : [])
        + (unseen > 0 ? [hand(here + language(", unseen angle", "，未见角度"), .unseen)] : [])
        + (scene.secondPosition == scene.position ? [] : [hand(position(scene.secondPosition), .second)])
    }
  }
#endif
