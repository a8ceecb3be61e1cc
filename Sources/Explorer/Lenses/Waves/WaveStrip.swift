import Encodings
import Screen

/// The cosine and the sine of one pair over the positions shown: its name, and below it both curves.
///
///     i 5  λ 26.5
///      1 ┤⠉⠢⡀
///     −1 ┤   ⠑⢄
///        0    1 024        ticks: under the last strip alone
struct WaveStrip {
  let pair: Int
  private let wavelength: Double
  /// How many waves each point of the curves holds.
  private let waves: Double
  /// The factor on both waves, «1.277·»; nothing where it is 1.
  private let factor: String
  /// The positions of each point of the curves: their exact mean is drawn.
  private let blocks: [Range<Int>]
  /// Sine and cosine, the cosine on top.
  private let plot: Plot
  private let head: Area
  private let below: Area
  /// Positions from the left edge to the right.
  private let span: Int

  /// - Parameters:
  ///   - shown: The positions from the left edge to the right.
  ///   - hasTicks: Whether positions are named below the curves.
  init(pair: Int, spectrum: Spectrum, scene: Scene, shown: Range<Int>, hasTicks: Bool, area: Area) {
    self.pair = pair
    wavelength = spectrum[pair].wavelength
    (head, below) = area.splitRows(1)
    let count = max(2, min(shown.count, 2 * (area.columns - 4)))
    let blocks = shown.blocks(count)
    func line(_ component: PhaseField.Component, _ ink: Role, _ dash: Plot.Dash) -> Plot.Line {
      let rows = Window.lastPosition + 1
      let field: any Field =
        scene.encoding.phaseField(component, rowCount: rows)
        ?? PhaseField(spectrum: spectrum, component: component, rowCount: rows)
      let values = field.means(rows: blocks, columns: [pair..<(pair + 1)])
      let last = Double(count - 1)
      return Plot.Line(
        points: values.enumerated().map { (Double($0.offset) / last, $0.element) }, ink: ink, dash: dash)
    }
    let bound = spectrum.attentionFactor > 0 ? spectrum.attentionFactor : 1
    let most = Numerals.significant(bound, digits: 4)
    let ticks = hasTicks ? Ticks.whole(shown, most: max(2, area.columns / 12), binary: shown.count >= 64) : []
    let last = Double(max(1, shown.count - 1))
    self.blocks = blocks
    waves = spectrum[pair].turns(at: max(1, shown.count / count))
    factor = scene.encoding.factorSign
    span = shown.count
    plot = Plot(
      lines: [line(.sine, .second, .dotted), line(.cosine, pair == scene.pair ? .accent : .trained, .solid)],
      bounds: -bound...bound,
      rowLabels: below.rows >= 3
        ? [.init(at: bound, text: most), .init(at: 0, text: "0"), .init(at: -bound, text: "−\(most)")] : [],
      columnLabels: ticks.map { .init(at: Double($0 - shown.lowerBound) / last, text: Numerals.grouped($0)) },
      cursor: shown.contains(scene.position) ? Double(scene.position - shown.lowerBound) / last : nil)
  }

  func draw(isChosen: Bool, in frame: inout Frame, _ look: Look, _ language: Language) {
    // Where a dot holds waves, their mean is close to zero: said beside it, since a flat line is what is there.
    let count = Numerals.significant(waves, digits: 2)
    let name = "i \(pair)  λ \(Numerals.short(wavelength))"
    let notes =
      waves > 0.5
      ? [
        language(" · each dot is the mean over \(count) λ", " · 每点为 \(count) λ 上的均值"),
        language(" · dot = \(count) λ", " · 每点 \(count) λ"),
      ] : []
    let note = notes.first { Screen.columns(of: name + $0) <= head.columns } ?? ""
    frame.write(
      name + note, row: head.row, column: head.column,
      style: look.style(isChosen ? .accent : .muted, on: .panel), in: head)
    plot.draw(in: &frame, below, look)
  }

  /// Over the curves the positions under a cell, with what is drawn of them; over the name the pair.
  func target(at place: Place, _ language: Language) -> Target? {
    if head.contains(row: place.row, column: place.column) {
      return Target(reading: "i \(pair)   λ \(Numerals.significant(wavelength, digits: 6))", pair: pair)
    }
    guard let index = plot.index(at: place, of: blocks.count, in: below) else { return nil }
    let held = blocks[index].count
    let (sine, cosine) = (plot.lines[0].points[index].value, plot.lines[1].points[index].value)
    return Target(
      reading: "p \(Numerals.span(blocks[index])) · i \(pair)   "
        + "\(factor)cos \(Numerals.fixed(cosine, decimals: 4))  \(factor)sin \(Numerals.fixed(sine, decimals: 4))"
        + (held > 1
          ? language("   mean of \(Numerals.grouped(held)) positions", "   \(Numerals.grouped(held)) 个位置的均值") : ""),
      position: blocks[index].middle, pair: pair,
      scale: .init(positionsPerColumn: Double(span) / Double(plot.picture(in: below).columns)))
  }
}
