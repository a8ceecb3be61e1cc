/// A matrix of numbers drawn as coloured cells.
///
/// With 256 colours or more every cell holds two values, one above the other, as the two colours of a half block. With
/// fewer, every cell holds one, as a shading glyph: with sixteen colours the side of zero is a colour and the distance
/// from it the shade; in black and white the shade goes from the lowest value to the highest. Of angles the shade is the
/// distance from zero, so that both ends of the range, which are one angle, look alike.
public struct Heatmap: Sendable {
  /// Row-major values; `rows` × `columns`.
  public let values: [Double]
  /// Rows of values: a multiple of `Look.valueRowsPerCell`.
  public let rows: Int
  /// Columns of values: one a cell.
  public let columns: Int
  /// Range of the colour map.
  public let bounds: ClosedRange<Double>
  /// What the values are.
  public let kind: ColorMap.Kind

  /// A heatmap of a matrix; values missing at its end are taken as not a number.
  public init(values: [Double], rows: Int, columns: Int, bounds: ClosedRange<Double>, kind: ColorMap.Kind) {
    (self.rows, self.columns, self.bounds, self.kind) = (max(0, rows), max(0, columns), bounds, kind)
    let missing = self.rows * self.columns - values.count
    self.values = missing > 0 ? values + Array(repeating: .nan, count: missing) : values
  }

  /// Draws into an area, cell by cell from its first; what does not fit is not drawn.
  public func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    let map = look.theme[kind]
    let perCell = look.valueRowsPerCell
    for row in 0..<min(area.rows, rows / perCell) {
      for column in 0..<min(area.columns, columns) {
        let upper = values[row * perCell * columns + column]
        let cell =
          perCell == 2
          ? halfBlock(upper, values[(row * 2 + 1) * columns + column], map)
          : shade(upper, map, look)
        frame.put(cell, row: area.row + row, column: area.column + column)
      }
    }
  }

  private func halfBlock(_ upper: Double, _ lower: Double, _ map: ColorMap) -> Cell {
    Cell("▀", Style(map.color(of: upper, in: bounds), on: map.color(of: lower, in: bounds)))
  }

  private func shade(_ value: Double, _ map: ColorMap, _ look: Look) -> Cell {
    let shades = Self.shades(look)
    let level = ColorMap.level(of: value, in: bounds)
    let top = ColorMap.levelCount - 1
    let fromMiddle = abs(2 * level - top)
    guard look.depth != .mono else {
      return Cell(shades[(kind == .cyclic ? fromMiddle : level) * (shades.count - 1) / top], Style())
    }
    let distance = kind == .sequential ? level : fromMiddle
    // The two ends of a ring are one angle and have one colour.
    guard kind != .cyclic || distance < top else { return Cell(shades[shades.count - 1], Style()) }
    let strongest =
      switch kind {
      case .sequential: top * 3 / 4
      case .diverging: level * 2 < top ? 0 : top
      case .cyclic: level * 2 < top ? top / 4 : top * 3 / 4
      }
    return Cell(shades[distance * (shades.count - 1) / top], Style(map.levels[strongest]))
  }

  /// Glyphs from empty to full.
  static func shades(_ look: Look) -> [Unicode.Scalar] {
    look.asciiOnly ? [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"] : [" ", "░", "▒", "▓", "█"]
  }
}
