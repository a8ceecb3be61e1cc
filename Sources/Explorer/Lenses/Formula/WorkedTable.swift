import Encodings
import Screen

/// The values of three tokens below a formula: positions down, components across; the position looked at in the accent.
///
///                 cos 3      sin 3      cos 4
///     p 0 I     1.00000    0.00000    1.00000
///     p 1 love  0.98016    0.19821    0.99500
struct WorkedTable {
  /// Rows of the table, its head among them.
  static let rowCount = 4
  /// Columns of one number, with the gap before it.
  private static let cellWidth = 11

  private let derivation: Derivation
  private let position: Int
  private let positions: [Int]
  private let labels: [String]
  private let area: Area
  private let gutter: Int
  /// How many columns of values there is room for.
  private let count: Int
  private let isWhole: Bool

  init(derivation: Derivation, scene: Scene, language: Language, area: Area) {
    (self.derivation, self.area, position, positions) = (derivation, area, scene.position, scene.workedPositions)
    let sign = FormulaLens.isOfTwo(scene.encoding) ? "q" : "p"
    labels = positions.map { position in
      "\(sign) \(Numerals.grouped(position)) " + (FormulaLens.token(at: position, language) ?? "")
    }
    gutter = (labels.map { Screen.columns(of: $0) }.max() ?? 0) + 1
    count = min(derivation.columns.count, max(0, (area.columns - gutter) / Self.cellWidth))
    let shown = 0..<count
    isWhole = positions.allSatisfy { position in
      shown.allSatisfy { derivation.value(position, $0) == derivation.value(position, $0).rounded() }
    }
  }

  func draw(in frame: inout Frame, _ look: Look) {
    for column in 0..<count {
      write(derivation.columns[column].name, line: 0, column, .muted, in: &frame, look)
      for (index, shown) in positions.enumerated() {
        write(
          value(shown, column), line: 1 + index, column, shown == position ? .accent : .text, in: &frame, look)
      }
    }
    for (index, label) in labels.enumerated() {
      let role: Role = positions[index] == position ? .accent : .muted
      frame.write(
        label, row: area.row + 1 + index, column: area.column, style: look.style(role, on: .panel), in: area)
    }
  }

  /// The value at a cell with its position and its pair or key; over the labels one of these.
  func target(at place: Place) -> Target? {
    guard area.contains(row: place.row, column: place.column) else { return nil }
    let (line, left) = (place.row - area.row - 1, place.column - area.column - gutter)
    let shown = positions.indices.contains(line) ? line : nil
    let column = left >= 0 && left / Self.cellWidth < count ? left / Self.cellWidth : nil
    let label = shown.map { String(labels[$0].reversed().drop { $0 == " " }.reversed()) }
    let name = column.map { derivation.columns[$0].name }
    guard shown != nil && (column != nil || left < 0) || line == -1 && column != nil else { return nil }
    var target = Target(reading: [label, name].compactMap(\.self).joined(separator: " · "))
    target.position = shown.map { positions[$0] }
    if let column {
      (target.pair, target.secondPosition) = (derivation.columns[column].pair, derivation.columns[column].key)
      if let at = target.position { target.reading += "   " + value(at, column) }
    }
    return target
  }

  private func value(_ position: Int, _ column: Int) -> String {
    Numerals.fixed(derivation.value(position, column), decimals: isWhole ? 0 : 5)
  }

  /// A number, at the right of its place.
  private func write(_ text: String, line: Int, _ column: Int, _ role: Role, in frame: inout Frame, _ look: Look) {
    let left = area.column + gutter + column * Self.cellWidth
    frame.write(
      text, row: area.row + line, column: left + max(0, Self.cellWidth - Screen.columns(of: text)),
      style: look.style(role, on: .panel), in: area)
  }
}
