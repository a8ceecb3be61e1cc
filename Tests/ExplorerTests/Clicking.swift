import Screen
import Testing

@testable import Explorer

extension Exploration {
  /// An exploration whose only pane is a view.
  static func alone(
    _ view: ViewName, _ commands: String..., model: String? = nil, size: Size = Size(rows: 30, columns: 100)
  ) throws -> Exploration {
    var exploration = try sample(model, size: size)
    for line in ["view \(view.rawValue)", "split alone"] + commands { _ = exploration.command(line) }
    _ = try #require(exploration.composition.panes.count == 1 ? exploration : nil)
    return exploration
  }

  /// The cells of a row at which the lens under it says something, with what it says.
  func targets(inRow row: Int) -> [(place: Place, target: Target)] {
    (0..<size.columns).compactMap { column in
      let place = Place(row: row, column: column)
      return target(at: place).map { (place, $0) }
    }
  }

  /// Whether the lens says something of any cell.
  var answers: Bool { (try? cell { _ in true }) != nil }

  /// A cell of which the lens says what is asked for.
  func cell(_ holds: (Target) -> Bool) throws -> Place {
    // Curves and bars are met in the middle of the screen.
    if let place = targets(inRow: size.rows / 2).first(where: { holds($0.target) })?.place { return place }
    // What is several columns wide is found in the first pass.
    for first in [1, 0, 2, 3] {
      for row in 0..<size.rows {
        for column in stride(from: first, to: size.columns, by: 4) {
          let place = Place(row: row, column: column)
          if target(at: place).map(holds) ?? false { return place }
        }
      }
    }
    throw NothingSaysSo()
  }

  /// No cell was found of which the lens says what was asked for.
  struct NothingSaysSo: Error {}

  /// Whether the pointer reads nothing in the heading of the only pane, in its last row, and above and below it.
  var isSilentOutside: Bool {
    let area = composition.panes[0].area
    let rows = [0, area.row, area.endRow - 1, size.rows - 1]
    return rows.allSatisfy { row in
      stride(from: 0, to: size.columns, by: 7).allSatisfy { reads(Place(row: row, column: $0)) == nil }
    }
  }

  /// A button pressed and let go at a cell.
  mutating func click(_ place: Place, _ button: Mouse.Button = .left) {
    for gesture in [Mouse.Gesture.press(button), .release(button)] {
      _ = after(.mouse(Mouse(gesture, row: place.row, column: place.column)))
    }
  }

  /// The button held from one cell to another.
  mutating func drag(_ place: Place, rows: Int = 0, columns: Int = 0) {
    let gestures: [(Mouse.Gesture, Int, Int)] = [
      (.press(.left), 0, 0), (.drag(.left), rows, columns), (.release(.left), rows, columns),
    ]
    for (gesture, down, right) in gestures {
      _ = after(.mouse(Mouse(gesture, row: place.row + down, column: place.column + right)))
    }
  }

  /// The wheel turned at a cell.
  mutating func wheel(_ notches: Int, _ place: Place) {
    _ = after(.mouse(Mouse(.wheel(by: notches), row: place.row, column: place.column)))
  }

  /// What the pointer reads at a cell.
  func reads(_ place: Place) -> String? {
    var hovering = self
    _ = hovering.after(.mouse(Mouse(.move, row: place.row, column: place.column)))
    return hovering.reading
  }
}
