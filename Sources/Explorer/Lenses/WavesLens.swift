import Encodings
import Screen

/// Cosine and sine of chosen pairs over position: fast pairs beside slow ones, as exact means where a dot holds more than
/// one position.
struct WavesLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("waves", "波形")
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else {
      return PaneFrame.excuse(title, language.noFrequencies(scene.encoding.scheme), in: &frame, area, look, language)
    }
    let phase = spectrum[scene.pair].phase(at: scene.position)
    let decay = scene.decay(ofPair: scene.pair, at: scene.position)
    let factor = decay == nil ? scene.encoding.factorSign : ""
    let (cosine, sine) = (phase.cosine * spectrum.attentionFactor, phase.sine * spectrum.attentionFactor)
    let place = "p \(Numerals.grouped(scene.position)) · i \(scene.pair)   "
    let values =
      "\(factor)cos \(Numerals.fixed(cosine, decimals: 4))  \(factor)sin \(Numerals.fixed(sine, decimals: 4))"
    let pane = PaneFrame(
      heading: "\(title)   \(place)\(values)"
        + (decay.map { "  ζ^(p/s) \(Numerals.significant($0, digits: 4))" } ?? ""),
      shorterHeadings: [place + values, values],
      detail: decay == nil
        ? language("solid cos · dotted sin", "实线 cos · 点线 sin")
        : language("solid ζ^(p/s)·cos · dotted ζ^(p/s)·sin", "实线 ζ^(p/s)·cos · 点线 ζ^(p/s)·sin"),
      shorterDetails: [
        decay == nil ? language("dotted sin", "点线 sin") : language("dotted ζ^(p/s)·sin", "点线 ζ^(p/s)·sin")
      ],
      check: check(phase))
    _ = pane.draw(in: &frame, area, look, language)
    for place in places(scene, spectrum, in: area) {
      strip(at: place, scene, spectrum, in: area, look.valueRowsPerCell)
        .draw(isChosen: place.pair == scene.pair, in: &frame, look, language)
    }
  }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  {
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else { return nil }
    let found = places(scene, spectrum, in: area).first { $0.area.contains(row: place.row, column: place.column) }
    return found.flatMap { strip(at: $0, scene, spectrum, in: area, valueRowsPerCell).target(at: place, language) }
  }

  /// The pairs shown, and where the waves of each stand, one below the other; positions are named below the last.
  private func places(
    _ scene: Scene, _ spectrum: Spectrum, in area: Area
  ) -> [(pair: Int, area: Area, isLast: Bool)] {
    let inside = PaneFrame.inside(area, hasCheck: true)
    let pairs = Self.pairs(around: scene.pair, of: spectrum.pairCount, most: max(1, inside.rows / 6))
    return pairs.enumerated().map { index, pair in
      let top = inside.rows * index / pairs.count
      let place = Area(
        row: inside.row + top, column: inside.column, rows: inside.rows * (index + 1) / pairs.count - top,
        columns: inside.columns)
      return (pair, place, index == pairs.count - 1)
    }
  }

  private func strip(
    at place: (pair: Int, area: Area, isLast: Bool), _ scene: Scene, _ spectrum: Spectrum, in area: Area,
    _ valueRowsPerCell: Int
  ) -> WaveStrip {
    let shown = scene.window.positions(rows: FieldGrid.cellRows(in: area) * valueRowsPerCell)
    return WaveStrip(
      pair: place.pair, spectrum: spectrum, scene: scene, shown: shown, hasTicks: place.isLast, area: place.area)
  }

  private func check(_ phase: Phase) -> PaneFrame.Check {
    .init(
      identity: "|cos² + sin² − 1|", residual: abs(phase.cosine * phase.cosine + phase.sine * phase.sine - 1),
      limit: 1e-12)
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else {
      return Account(language.noFrequencies(scene.encoding.scheme))
    }
    let shown = scene.window.positions(rows: FieldGrid.cellRows(in: area) * valueRowsPerCell)
    let phase = spectrum[scene.pair].phase(at: scene.position)
    let (factor, scale) = (scene.encoding.factorSign, spectrum.attentionFactor)
    let cosine = factor + "cos = " + Numerals.fixed(phase.cosine * scale, decimals: 4)
    let sine = factor + "sin = " + Numerals.fixed(phase.sine * scale, decimals: 4)
    let wavelength = spectrum[scene.pair].wavelength
    let (position, count) = (Numerals.grouped(scene.position), Numerals.significant(Double(shown.count) / wavelength))
    return Account(
      language(
        "At position \(position) pair \(scene.pair) has \(cosine) and \(sine).",
        "位置 \(position)：特征对 \(scene.pair) 的 \(cosine)，\(sine)。"),
      language(
        "Its wave is \(Numerals.significant(wavelength, digits: 6)) positions long: \(count) of them in positions "
          + "\(Numerals.span(shown)).",
        "波长为 \(Numerals.significant(wavelength, digits: 6)) 个位置：位置 \(Numerals.span(shown)) 中有 \(count) 个波。"),
      scene.decay(ofPair: scene.pair, at: scene.position).map {
        language(
          "A query's are multiplied by ζ^(p/s) = \(Numerals.significant($0, digits: 4)).",
          "查询的值乘以 ζ^(p/s) = \(Numerals.significant($0, digits: 4))。")
      } ?? "",
      check: check(phase))
  }

  /// The chosen pair among others spread over all of them, fastest first.
  private static func pairs(around pair: Int, of count: Int, most: Int) -> [Int] {
    guard most > 1, count > 1 else { return [pair] }
    var chosen = Set((0..<(most - 1)).map { $0 * (count - 1) / max(1, most - 2) })
    chosen.insert(pair)
    return chosen.sorted()
  }
}

extension Language {
  /// Why a view of frequencies has nothing to show.
  func noFrequencies(_ scheme: Scheme) -> String {
    self(
      "The scheme \(scheme.rawValue) has no frequencies: nothing here waves or turns.",
      "方案 \(scheme.rawValue) 没有频率：这里没有波动或旋转。")
  }
}
