import Encodings
import Screen

/// Wavelength by pair of two encodings over each other, on a logarithmic axis.
struct SpectrumOverlay {
  let first: Spectrum
  let second: Spectrum
  let pair: Int

  func draw(in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    guard !area.isEmpty else { return }
    let (head, below) = area.splitRows(1)
    let (one, other) = (first[pair].wavelength, second[pair].wavelength)
    let title = language("wavelengths, positions", "波长（位置数）")
    let curves: [PlotLegend.Entry] = [
      ("A λ \(Numerals.significant(one, digits: 5))", .accent, .solid),
      ("B λ \(Numerals.significant(other, digits: 5))", .second, .dashed),
      ("A/B \(Numerals.significant(one / other, digits: 5))", .text, nil),
    ]
    // Where room is short the title goes first; which curve is whose stays.
    let forms = [
      [("\(title)   i \(pair)", .muted, nil)] + curves, [("i \(pair)", .muted, nil)] + curves,
      Array(curves.prefix(2)),
    ].map(PlotLegend.init)
    (forms.first { $0.columns <= head.columns } ?? forms[2]).draw(in: &frame, head, look)
    plot(rows: below.rows, columns: below.columns)?.draw(in: &frame, below, look)
  }

  /// The pair at a cell, with both wavelengths.
  func target(at place: Place, in area: Area) -> Target? {
    let below = area.splitRows(1).bottom
    guard let plot = plot(rows: below.rows, columns: below.columns),
      let pair = plot.index(at: place, of: max(first.pairCount, second.pairCount), in: below)
    else { return nil }
    func wavelength(_ spectrum: Spectrum) -> String {
      pair < spectrum.pairCount ? Numerals.significant(spectrum[pair].wavelength, digits: 5) : "—"
    }
    return Target(
      reading: "i \(pair)   A λ \(wavelength(first))   B λ \(wavelength(second))",
      pair: pair < first.pairCount ? pair : nil)
  }

  /// Both curves, in so many rows and columns; `nil` where no pair turns.
  private func plot(rows: Int, columns: Int) -> Plot? {
    let count = max(first.pairCount, second.pairCount)
    let last = Double(max(1, count - 1))
    let lines = [
      WavelengthPlot.line(second, pairs: count, .second, .dashed),
      WavelengthPlot.line(first, pairs: count, .accent),
    ]
    let values = lines.flatMap(\.points).map(\.value)
    guard let least = values.min(), let most = values.max() else { return nil }
    let bounds = min(0, least.rounded(.down))...max(1, most.rounded(.up))
    let step = ((bounds.upperBound - bounds.lowerBound) / Double(max(1, rows / 2))).rounded(.up)
    return Plot(
      lines: lines, bounds: bounds,
      rowLabels: WavelengthPlot.rowLabels(bounds, every: step),
      columnLabels: WavelengthPlot.columnLabels(pairs: count, columns: columns), cursor: Double(pair) / last)
  }
}
