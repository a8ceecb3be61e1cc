public import Screen

/// Words and numbers in rows and columns. A last column that is too long is broken into lines.
///
///     TableContent(
///       columns: [.start, .end], rows: [["ω", "0.5"].map { TableContent.Cell($0) }])
public struct TableContent: Sendable {
  /// Where the texts of a column stand.
  public enum Side: Hashable, Sendable {
    /// At its left, as words do.
    case start
    /// At its right, as numbers do.
    case end
  }

  /// One text.
  public struct Cell: Hashable, Sendable {
    /// What stands there.
    public let text: String
    /// Its colour.
    public let role: Role
    /// Whether it stands out.
    public let isBold: Bool

    /// A cell.
    public init(_ text: String, _ role: Role = .text, isBold: Bool = false) {
      (self.text, self.role, self.isBold) = (text, role, isBold)
    }
  }

  /// One side for each column.
  public let columns: [Side]
  /// Shape (rows, columns); a row that is shorter ends early, an empty one parts what stands above and below.
  public let rows: [[Cell]]

  /// A table.
  public init(columns: [Side], rows: [[Cell]]) { (self.columns, self.rows) = (columns, rows) }
}

extension FigureLayout {
  /// Room between two columns and height of a line, as shares of the letters' size.
  private static let (columnGap, lineHeight) = (1.6, 1.45)
  /// The narrowest column into which words are broken, in units of the letters' size.
  private static let leastColumn = 5.0
  /// The smallest letters that a table is set in before its last column is broken.
  private static let leastSize = 5.0
  /// The smallest digits of a table of numbers, for which columns are left out.
  private static let leastNumbers = 6.0

  /// Draws a table from the left margin and moves below it.
  mutating func draw(_ table: TableContent) -> Box {
    let room = width - 2 * Self.margin
    let table = withoutColumnsPastTheRoom(table)
    let natural = naturalWidths(of: table)
    let firm = natural.dropLast().reduce(0) { $0 + $1 + Self.columnGap }
    let whole = room / max(firm + (natural.last ?? 0), 1)
    // Smaller letters first; prose, which they do not help, is broken into lines beside the other columns.
    let breaks = whole < Self.leastSize && table.columns.last == .start
    let size = min(Self.labelSize, breaks ? room * 0.75 / max(firm, 1) : whole)
    let top = y
    for row in table.rows {
      guard !row.isEmpty else {
        y += size * 0.6
        continue
      }
      y += write(row, of: table, widths: natural.map { $0 * size }, size: size)
    }
    y += 4
    return Box(x: Self.margin, y: top, width: room, height: y - top)
  }

  /// A table of numbers alone without the last columns, where all of them would be too small to read; «…» stands for them.
  private func withoutColumnsPastTheRoom(_ table: TableContent) -> TableContent {
    guard table.columns.allSatisfy({ $0 == .end }) else { return table }
    func width(_ table: TableContent) -> Double {
      naturalWidths(of: table).reduce(0) { $0 + $1 + Self.columnGap } - Self.columnGap
    }
    let most = (self.width - 2 * Self.margin) / Self.leastNumbers
    guard width(table) > most else { return table }
    var kept = table.columns.count - 1
    func cut() -> TableContent {
      let rows = table.rows.enumerated().map { index, row in
        Array(row.prefix(kept)) + (index == 0 && row.count > kept ? [TableContent.Cell("…", .muted)] : [])
      }
      return TableContent(columns: Array(table.columns.prefix(kept)) + [.end], rows: rows)
    }
    while kept > 2, width(cut()) > most { kept -= 1 }
    return cut()
  }

  /// Writes one row; returns its height.
  private mutating func write(
    _ row: [TableContent.Cell], of table: TableContent, widths: [Double], size: Double
  ) -> Double {
    var x = Self.margin
    var lineCount = 1
    for (column, (cell, side)) in zip(row, table.columns).enumerated() {
      let weight = cell.isBold
      switch side {
      case .end:
        write(
          cell.text, x: x + widths[column], y: y + size, anchor: .end, size: size, role: cell.role, isBold: weight)
      case .start:
        let isLast = column == table.columns.count - 1 || row.count == 1
        let room = max(Self.leastColumn, (width - Self.margin - x) / size)
        let lines = isLast ? wrapped(cell.text, width: room, of: LetterWidths.width) : [cell.text]
        for (index, line) in lines.enumerated() {
          write(
            line, x: x, y: y + size + Double(index) * size * Self.lineHeight, size: size, role: cell.role,
            isBold: weight)
        }
        lineCount = max(lineCount, lines.count)
      }
      x += widths[column] + Self.columnGap * size
    }
    return Double(lineCount) * size * Self.lineHeight
  }

  /// How wide each column would like to be, for letters of size 1.
  private func naturalWidths(of table: TableContent) -> [Double] {
    table.columns.indices.map { column in
      table.rows.map { row in
        // A text alone in its row may run on over the columns beside it.
        let isAlone = row.count == 1 && table.columns.count > 1 && table.columns.first == .start
        guard column < row.count, !isAlone else { return 0 }
        return LetterWidths.width(of: row[column].text) * (row[column].isBold ? LetterWidths.boldness : 1)
      }.max() ?? 0
    }
  }
}
