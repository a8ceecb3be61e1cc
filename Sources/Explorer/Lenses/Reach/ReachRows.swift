import Encodings
import Screen

/// Where the extensions stand: a row for each, its name at the left, its pairs as a bar, its numbers at the right.
///
///     i 0         16              first unseen  crowding
///     none       ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀        4 097        ×1
///     yarn       ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀         none        ×4
struct ReachRows {
  /// Columns of the names.
  static let nameColumns = 10

  /// What stands above the numbers.
  let heads: (first: String, second: String)
  /// The cells of all bars, and the blank rows between them.
  let cells: Area
  /// The numbers beside them.
  let numbers: Area
  /// The pairs in each value of a bar; each is drawn `cellWidth` cells wide.
  let columns: [Range<Int>]
  /// Cells that one value takes.
  let cellWidth: Int
  /// Rows from one extension to the next.
  let height: Int
  private let barRows: Int
  private let methodCount: Int

  /// The rows of some extensions; `nil` where there is no room for them.
  init?(_ reach: Reach, in inside: Area, heads: (first: String, second: String)) {
    let pairs = reach.plain.pairCount
    let right = 2 + Screen.columns(of: heads.first) + 2 + Screen.columns(of: heads.second)
    let room = inside.columns - Self.nameColumns - right
    guard room >= 8, inside.rows >= 3, pairs > 0, !reach.methods.isEmpty else { return nil }
    let width = min(pairs, room)
    self.heads = heads
    cellWidth = max(1, room / pairs)
    columns = (0..<width).map { cell in
      let first = pairs * cell / width
      return first..<max(first + 1, pairs * (cell + 1) / width)
    }
    height = max(1, (inside.rows - 2) / reach.methods.count)
    barRows = max(1, min(2, height - (height > 1 ? 1 : 0)))
    // One row is for the heads, the last for the colour bar.
    let rows = min(reach.methods.count * height, inside.rows - 2)
    methodCount = (rows + height - 1) / height
    cells = Area(
      row: inside.row + 1, column: inside.column + Self.nameColumns, rows: rows, columns: width * cellWidth)
    numbers = Area(row: cells.row, column: cells.endColumn + 2, rows: rows, columns: right - 2)
  }

  /// The cells of an extension's bar; `nil` for one that has no room.
  func bar(ofMethod index: Int) -> Area? {
    guard index < methodCount else { return nil }
    return Area(row: cells.row + index * height, column: cells.column, rows: barRows, columns: cells.columns)
  }

  /// The extension whose bar or numbers stand in a cell's row.
  func method(at place: Place) -> Int? {
    guard place.row >= cells.row, place.row < cells.endRow else { return nil }
    let (index, line) = (place.row - cells.row).quotientAndRemainder(dividingBy: height)
    return line < barRows ? index : nil
  }

  /// The pairs drawn at a cell of a bar.
  func pairs(at place: Place) -> Range<Int>? {
    guard cells.contains(row: place.row, column: place.column) else { return nil }
    return columns[(place.column - cells.column) / cellWidth]
  }

  /// Whether numbers stand at a cell: in the first row of an extension.
  func isNumber(_ place: Place) -> Bool {
    numbers.contains(row: place.row, column: place.column) && (place.row - cells.row).isMultiple(of: height)
  }
}
