import Encodings
import Screen

/// Where the extensions stand: a row for each, its name at the left, its pairs as a bar, its numbers at the right; in a
/// pane that is high and narrow the bar below both, as wide as the pane; in a small one no numbers.
///
///     i 0         16              first unseen  crowding
///     none       ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀        4 097        ×1
///     yarn       ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀         none        ×4
struct ReachRows {
  /// Columns of the names.
  static let nameColumns = 10
  /// The fewest columns of a bar.
  private static let leastColumns = 8

  /// A first unseen position and a crowding, or what stands above them.
  typealias Numbers = (first: String, crowding: String)

  /// How an extension's bar stands to its name and numbers.
  enum Shape { case between, below, alone }

  let shape: Shape
  /// The cells of all bars, and the rows between them.
  let cells: Area
  /// The numbers; without columns where there is no room for them.
  let numbers: Area
  /// Columns of the numbers, their heads included where these stand above them.
  let widths: (first: Int, crowding: Int)
  /// The pairs in each value of a bar; each is drawn `cellWidth` cells wide.
  let columns: [Range<Int>]
  /// Cells that one value takes.
  let cellWidth: Int
  /// Rows from one extension to the next.
  let height: Int
  /// The extensions that have room, the present one among them.
  let methods: Range<Int>
  /// The rows of an extension, from its first, in which its bar stands.
  private let barLines: Range<Int>

  /// The rows of some extensions; `nil` where there is no room for them.
  ///
  /// - Parameters:
  ///   - current: The extension that has to be in sight.
  ///   - values: The numbers of each extension.
  init?(_ reach: Reach, current: Int, in inside: Area, heads: Numbers, values: [Numbers]) {
    let (pairs, count) = (reach.plain.pairCount, reach.methods.count)
    // One row is for the pairs, the last for the colour bar.
    let rows = inside.rows - 2
    guard inside.columns - Self.nameColumns >= Self.leastColumns, rows > 0, pairs > 0, count > 0 else { return nil }
    func width(_ text: (Numbers) -> String) -> Int { values.map { Screen.columns(of: text($0)) }.max() ?? 0 }
    let (first, crowding) = (width(\.first), width(\.crowding))
    let (firstHead, crowdingHead) = (Screen.columns(of: heads.first), Screen.columns(of: heads.crowding))
    let beside = (first: max(first, firstHead), crowding: max(crowding, crowdingHead))
    let between = inside.columns - Self.nameColumns - (2 + beside.first + 2 + beside.crowding)
    // Above a bar each number has its head before it.
    let named = firstHead + 1 + first + 2 + crowdingHead + 1 + crowding
    height = max(1, rows / count)
    if between < pairs, height >= 3, named <= inside.columns - Self.nameColumns {
      (shape, widths, barLines) = (.below, (first, crowding), 1..<(height > 3 ? 3 : 2))
    } else {
      let isAlone = between < Self.leastColumns
      (shape, widths) = (isAlone ? .alone : .between, beside)
      barLines = 0..<max(1, min(2, height - (height > 1 ? 1 : 0)))
    }
    let left = shape == .below ? 0 : Self.nameColumns
    let room = shape == .between ? between : inside.columns - left
    let width = min(pairs, room)
    let cellWidth = max(1, room / pairs)
    self.cellWidth = cellWidth
    columns = (0..<width).map { cell in
      let first = pairs * cell / width
      return first..<max(first + 1, pairs * (cell + 1) / width)
    }
    let shown = min(count, rows / height)
    let start = min(max(0, current - shown / 2), count - shown)
    methods = start..<(start + shown)
    cells = Area(
      row: inside.row + 1, column: inside.column + left, rows: shown * height, columns: width * cellWidth)
    let place: (column: Int, columns: Int) =
      switch shape {
      case .between: (cells.endColumn + 2, beside.first + 2 + beside.crowding)
      case .below: (inside.endColumn - named, named)
      case .alone: (inside.endColumn, 0)
      }
    numbers = Area(row: cells.row, column: place.column, rows: cells.rows, columns: place.columns)
  }

  /// The row of an extension's name and numbers.
  func line(ofMethod index: Int) -> Int { cells.row + (index - methods.lowerBound) * height }

  /// The cells of an extension's bar.
  func bar(ofMethod index: Int) -> Area {
    Area(
      row: line(ofMethod: index) + barLines.lowerBound, column: cells.column, rows: barLines.count,
      columns: cells.columns)
  }

  /// The extension whose name, bar or numbers stand in a cell's row.
  func method(at place: Place) -> Int? {
    guard place.row >= cells.row, place.row < cells.endRow else { return nil }
    let (index, line) = (place.row - cells.row).quotientAndRemainder(dividingBy: height)
    return line < barLines.upperBound ? methods.lowerBound + index : nil
  }

  /// The pairs drawn at a cell of a bar.
  func pairs(at place: Place) -> Range<Int>? {
    guard cells.contains(row: place.row, column: place.column),
      barLines.contains((place.row - cells.row) % height)
    else { return nil }
    return columns[(place.column - cells.column) / cellWidth]
  }

  /// Whether numbers stand at a cell: in the first row of an extension.
  func isNumber(_ place: Place) -> Bool {
    numbers.contains(row: place.row, column: place.column) && (place.row - cells.row).isMultiple(of: height)
  }
}
