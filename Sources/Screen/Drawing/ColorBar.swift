/// The legend of a colour map: its colours in a row, with the numbers they stand for.
public struct ColorBar: Sendable {
  /// Range of the colour map.
  public let bounds: ClosedRange<Double>
  /// What the values are.
  public let kind: ColorMap.Kind
  /// Labels of the lowest value, the middle and the highest.
  public let labels: (low: String, middle: String, high: String)

  /// A legend whose labels are the bounds' own numbers, followed by a unit.
  public init(bounds: ClosedRange<Double>, kind: ColorMap.Kind, unit: String = "") {
    func label(_ value: Double) -> String { Numerals.significant(value) + (unit.isEmpty ? "" : " " + unit) }
    let middle = (bounds.lowerBound + bounds.upperBound) / 2
    self.init(bounds: bounds, kind: kind, labels: (label(bounds.lowerBound), label(middle), label(bounds.upperBound)))
  }

  /// A legend with labels of its own, such as «−π», «0» and «π».
  public init(
    bounds: ClosedRange<Double>, kind: ColorMap.Kind, labels: (low: String, middle: String, high: String)
  ) {
    (self.bounds, self.kind, self.labels) = (bounds, kind, labels)
  }

  /// Draws the legend in one row and returns the column after it. Narrow rooms get a shorter bar, then no bar; a range of
  /// one value is that number alone.
  @discardableResult
  public func draw(in frame: inout Frame, row: Int, area: Area, _ look: Look, on background: Role = .background)
    -> Int
  {
    let style = look.style(.muted, on: background)
    guard bounds.lowerBound < bounds.upperBound else {
      return frame.write(labels.low, row: row, column: area.column, style: style, in: area)
    }
    let text = Screen.columns(of: labels.low + labels.middle + labels.high)
    let width = min(32, area.columns - text - 8) / 2 * 2
    var column = frame.write(labels.low + " ", row: row, column: area.column, style: style, in: area)
    if width >= 8 {
      column = swatch(in: &frame, row: row, column: column, width: width / 2, from: 0, area: area, look)
      column = frame.write(" \(labels.middle) ", row: row, column: column, style: style, in: area)
      column = swatch(in: &frame, row: row, column: column, width: width / 2, from: 0.5, area: area, look)
    } else {
      column = frame.write("… \(labels.middle) … ", row: row, column: column, style: style, in: area)
    }
    return frame.write(
      shortened(" " + labels.high, columns: area.endColumn - column), row: row, column: column, style: style, in: area
    )
  }

  /// Half of the map, from `start` of its range to half a range further.
  private func swatch(
    in frame: inout Frame, row: Int, column: Int, width: Int, from start: Double, area: Area, _ look: Look
  ) -> Int {
    let span = bounds.upperBound - bounds.lowerBound
    let values = (0..<width).map { step in
      bounds.lowerBound + span * (start + 0.5 * (Double(step) + 0.5) / Double(width))
    }
    let rows = look.valueRowsPerCell
    Heatmap(
      values: Array(repeating: values, count: rows).flatMap(\.self), rows: rows, columns: width, bounds: bounds,
      kind: kind
    ).draw(in: &frame, Area(row: row, column: column, rows: 1, columns: min(width, area.endColumn - column)), look)
    return column + width
  }
}
