import Screen

/// Where the dials stand: as large as lets all of them fit, or the smallest, page by page, on the page of the chosen pair:
/// what is in sight stays where it is when it is chosen.
struct DialGrid {
  /// Each pair with its place, fastest first.
  let places: [(pair: Int, area: Area)]

  /// Rows of a dial's circle, from large to small; its columns are twice as many.
  private static let heights = [7, 6, 5, 4, 3]

  init(pairs: Int, selected: Int, area: Area) {
    func fits(_ rows: Int) -> (across: Int, down: Int) {
      (max(1, area.columns / Self.width(rows)), max(1, area.rows / (rows + 1)))
    }
    let rows = Self.heights.first { fits($0).across * fits($0).down >= pairs } ?? min(4, max(1, area.rows - 1))
    let (across, most) = fits(rows)
    let page = Self.linesPerPage(of: (pairs + across - 1) / across, rows: most)
    let firstLine = selected / across / page * page
    let lines = area.rows >= rows + 1 ? page : 0
    // Room left over is spread between the columns, and between the lines of one page among several.
    let down = pairs > across * page ? min(rows + 2, area.rows / page) : rows + 1
    let step = min(Self.width(rows) + 4, area.columns / max(1, min(across, pairs)))
    places = (0..<(lines * across)).compactMap { index in
      let pair = firstLine * across + index
      guard pair < pairs else { return nil }
      let place = Area(
        row: area.row + index / across * down, column: area.column + index % across * step, rows: rows + 1,
        columns: Self.width(rows))
      return place.endColumn <= area.endColumn ? (pair, place) : nil
    }
  }

  /// Lines on a page, so that pages of so many rows at most are about equally full.
  private static func linesPerPage(of lines: Int, rows: Int) -> Int {
    let pages = max(1, (lines + rows - 1) / rows)
    return max(1, (lines + pages - 1) / pages)
  }

  /// Columns of a dial with its label, such as «103 λ10.4k», and a gap.
  private static func width(_ rows: Int) -> Int { max(2 * rows + 2, 11) }
}
