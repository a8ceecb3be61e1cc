import Encodings
import Screen

/// How a field's values become colours: the map, its range, and what stands beside the bar.
struct FieldShade {
  let kind: ColorMap.Kind
  let bounds: ClosedRange<Double>
  let bar: ColorBar

  /// The share of cells that the range of a learned table holds: a few outliers would leave all others in the middle.
  private static let shareInRange = 0.98

  /// The colours of a field.
  ///
  /// - Parameters:
  ///   - component: What of a phase is shown; `nil` for a field that holds no phases.
  ///   - shown: The means in sight.
  init(of field: any Field, component: PhaseField.Component?, shown: [Double]) {
    switch component {
    case .angle:
      (kind, bounds) = (.cyclic, field.bounds)
      bar = ColorBar(bounds: bounds, kind: kind, labels: ("−π", "0", "π rad"))
    case .concentration:
      (kind, bounds) = (.sequential, field.bounds)
      bar = ColorBar(bounds: bounds, kind: kind)
    case .cosine, .sine, .table:
      (kind, bounds) = (.diverging, field.bounds)
      bar = ColorBar(bounds: bounds, kind: kind)
    case nil where field.bounds.lowerBound < 0:
      kind = .diverging
      let sizes = shown.filter(\.isFinite).map(abs).sorted()
      let most = sizes.last ?? 0
      let usual = sizes.isEmpty ? 0 : sizes[Int(Double(sizes.count - 1) * Self.shareInRange)]
      let reach = usual > 0 ? usual : most > 0 ? most : 1
      bounds = -reach...reach
      let number = Numerals.significant(reach, digits: 3)
      bar = ColorBar(
        bounds: bounds, kind: kind,
        labels: most > reach ? ("≤−\(number)", "0", "≥\(number)") : ("−\(number)", "0", number))
    case nil:
      kind = .sequential
      bounds = ClosedRange(of: shown) ?? field.bounds
      bar = ColorBar(bounds: bounds, kind: kind)
    }
  }
}
