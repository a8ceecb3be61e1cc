import Screen

/// Where the dials stand: as large as lets all of them fit, or the smallest with the chosen pair in sight.
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
    let (across, down) = fits(rows)
    let firstLine =
      pairs <= across * down ? 0 : max(0, min(selected / across - down / 2, (pairs - 1) / across - down + 1))
    let lines = area.rows >= rows + 1 ? down : 0
    // Room left over is spread between the columns.
    let step = min(Self.width(rows) + 4, area.columns / max(1, min(across, pairs)))
    places = (0..<(lines * across)).compactMap { index in
      let pair = firstLine * across + index
      guard pair < pairs else { return nil }
      let place = Area(
        row: area.row + index / across * (rows + 1), column: area.column + index % across * step, rows: rows + 1,
        columns: Self.width(rows))
      return place.endColumn <= area.endColumn ? (pair, place) : nil
    }
  }

  /// Columns of a dial with its label, such as «103 λ10.4k», and a gap.
  private static func width(_ rows: Int) -> Int { max(2 * rows + 2, 11) }
}
