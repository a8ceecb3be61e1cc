import Encodings
import Screen

/// Cosine and sine of chosen pairs over position: fast pairs beside slow ones, as exact means where a dot holds more than
/// one position.
struct WavesLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let title = language("waves", "波形")
    guard let spectrum = scene.encoding.spectrum, spectrum.pairCount > 0 else {
      let pane = PaneFrame(heading: title, detail: "", check: nil)
      explain(
        language.noFrequencies(scene.encoding.scheme), in: &frame, pane.draw(in: &frame, area, look, language), look)
      return
    }
    let shown = scene.window.positions(rows: FieldGrid.cellRows(in: area) * look.valueRowsPerCell)
    let phase = spectrum[scene.pair].phase(at: scene.position)
    let pane = PaneFrame(
      heading: "\(title)   p \(Numerals.grouped(scene.position)) · i \(scene.pair)   "
        + "cos \(Numerals.fixed(phase.cosine, decimals: 4))  sin \(Numerals.fixed(phase.sine, decimals: 4))",
      detail: language("solid cos · dotted sin", "实线 cos · 点线 sin"),
      check: check(phase))
    let inside = pane.draw(in: &frame, area, look, language)
    let pairs = Self.pairs(around: scene.pair, of: spectrum.pairCount, most: max(1, inside.rows / 6))
    for (index, pair) in pairs.enumerated() {
      let top = inside.rows * index / pairs.count
      let strip = Area(
        row: inside.row + top, column: inside.column, rows: inside.rows * (index + 1) / pairs.count - top,
        columns: inside.columns)
      draw(pair, of: spectrum, scene, shown, isLast: index == pairs.count - 1, in: &frame, strip, look)
    }
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
    let (cosine, sine) = (Numerals.fixed(phase.cosine, decimals: 4), Numerals.fixed(phase.sine, decimals: 4))
    let wavelength = spectrum[scene.pair].wavelength
    let (position, count) = (Numerals.grouped(scene.position), Numerals.significant(Double(shown.count) / wavelength))
    return Account(
      language(
        "At position \(position) the cosine of pair \(scene.pair) is \(cosine) and its sine \(sine).",
        "位置 \(position)：特征对 \(scene.pair) 的余弦为 \(cosine)，正弦为 \(sine)。"),
      language(
        "Its wave is \(Numerals.significant(wavelength, digits: 6)) positions long: \(count) of them in positions "
          + "\(Numerals.span(shown)).",
        "波长为 \(Numerals.significant(wavelength, digits: 6)) 个位置：位置 \(Numerals.span(shown)) 中有 \(count) 个波。"),
      check: check(phase))
  }

  private func draw(
    _ pair: Int, of spectrum: Spectrum, _ scene: Scene, _ shown: Range<Int>, isLast: Bool, in frame: inout Frame,
    _ strip: Area, _ look: Look
  ) {
    let chosen = pair == scene.pair
    let (head, below) = strip.splitRows(1)
    let label = "i \(pair)  λ \(Numerals.short(spectrum[pair].wavelength))"
    frame.write(
      label, row: head.row, column: head.column, style: look.style(chosen ? .accent : .muted, on: .panel), in: head)
    let samples = max(2, min(shown.count, 2 * (strip.columns - 4)))
    func line(_ component: PhaseField.Component, _ ink: Role, gap: Int) -> Plot.Line {
      let field = PhaseField(spectrum: spectrum, component: component, rowCount: Window.lastPosition + 1)
      let blocks = (0..<samples).map { index in
        let first = shown.lowerBound + shown.count * index / samples
        return first..<max(first + 1, shown.lowerBound + shown.count * (index + 1) / samples)
      }
      let values = field.means(rows: blocks, columns: [pair..<(pair + 1)])
      let last = Double(samples - 1)
      return Plot.Line(
        points: values.enumerated().map { (Double($0.offset) / last, $0.element) }, ink: ink, gap: gap)
    }
    let bound = max(1, spectrum.attentionFactor)
    let ticks = Ticks.whole(shown, most: max(2, strip.columns / 12), binary: shown.count >= 64)
    let span = Double(max(1, shown.count - 1))
    Plot(
      lines: [line(.sine, .second, gap: 2), line(.cosine, chosen ? .accent : .trained, gap: 1)],
      bounds: -bound...bound,
      rowLabels: below.rows >= 3
        ? [.init(at: 1, text: "1"), .init(at: 0, text: "0"), .init(at: -1, text: "−1")] : [],
      columnLabels: isLast
        ? ticks.map { .init(at: Double($0 - shown.lowerBound) / span, text: Numerals.grouped($0)) } : [],
      cursor: shown.contains(scene.position) ? Double(scene.position - shown.lowerBound) / span : nil
    ).draw(in: &frame, below, look)
  }

  /// The chosen pair among others spread over all of them, fastest first.
  private static func pairs(around pair: Int, of count: Int, most: Int) -> [Int] {
    guard most > 1, count > 1 else { return [pair] }
    var chosen = Set((0..<(most - 1)).map { $0 * (count - 1) / max(1, most - 2) })
    chosen.insert(pair)
    return chosen.sorted().suffix(most)
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
