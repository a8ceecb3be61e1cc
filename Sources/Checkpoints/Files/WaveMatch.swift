import Encodings

/// Whether a table is computed from sines and cosines, and which.
struct WaveMatch: Hashable {
  let ladder: Ladder
  let layout: PairLayout
  /// Which row is position 0.
  let firstRow: Int
  /// The largest difference from the exact values, over the rows that were compared.
  let largestDifference: Double

  /// Rows that are compared, spread over the table: enough that no learned table passes.
  private static let comparedRows = 64

  /// The waves that a table holds; nil where it is a learned one.
  ///
  /// Software computes angles in float32, which is off by 1.1e-4 at 512 columns and up to 6e-8 · row beyond, and then
  /// rounds to the file's format; what is farther off than twice that is not a table of waves.
  init?(_ table: PositionTable) {
    let tolerance = 2 * max(2e-4, 1.2e-7 * Double(table.rows)) + 2 * table.rounding
    var best: WaveMatch?
    for ladder in Ladder.allCases {
      for layout in [PairLayout.halfSplit, .interleaved] {
        guard let waves = try? Sinusoidal(dimension: table.columns, layout: layout, ladder: ladder) else { continue }
        for firstRow in [0, 2, 1] where firstRow < table.rows {
          guard let difference = Self.difference(table, waves, firstRow, tolerance) else { continue }
          if difference < best?.largestDifference ?? .infinity {
            best = WaveMatch(ladder: ladder, layout: layout, firstRow: firstRow, largestDifference: difference)
          }
        }
      }
    }
    guard let best else { return nil }
    self = best
  }

  private init(ladder: Ladder, layout: PairLayout, firstRow: Int, largestDifference: Double) {
    self.ladder = ladder
    self.layout = layout
    self.firstRow = firstRow
    self.largestDifference = largestDifference
  }

  /// The largest difference; nil as soon as one is beyond the tolerance.
  private static func difference(
    _ table: PositionTable, _ waves: Sinusoidal, _ firstRow: Int, _ tolerance: Double
  ) -> Double? {
    let positions = table.rows - firstRow
    let step = max(1, positions / comparedRows)
    var largest = 0.0
    for position in stride(from: 0, to: positions, by: step) {
      guard let row = table.row(position + firstRow) else { return nil }
      for (stored, exact) in zip(row, waves.vector(at: position)) {
        largest = max(largest, abs(stored - exact))
        if largest > tolerance { return nil }
      }
    }
    return positions >= 4 ? largest : nil
  }
}
