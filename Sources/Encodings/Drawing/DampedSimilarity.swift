/// The score of equal queries and keys under xPos over positions by positions, the later one asking: Σ_i ζ_i^(r / scaleBase)
/// cos(r · ω_i) of their distance r, with exact block means.
///
/// A key after its query is masked where xPos is used, in causal models: its score would grow without bound. So either of
/// two positions is the query of the other, whichever is later, and the picture has one value a distance.
///
///     let field = DampedSimilarity(xPos: try XPos(rotary: Rotary(dimension: 64)), rowCount: 4096, normalised: true)
///     field.value(row: 5, column: 5)   // 1
public struct DampedSimilarity: Field {
  /// How many positions there are.
  public let rowCount: Int
  private let waves: [DampedWave]
  /// The value at distance 0.
  private let largest: Double

  /// The scores of an xPos encoding; divided by their value at distance 0 where `normalised`.
  /// - Complexity: O(pairs).
  public init(xPos: XPos, rowCount: Int, normalised: Bool) {
    // Differences of two positions must fit an Int.
    self.rowCount = min(max(rowCount, 0), 1 << 60)
    waves = xPos.waves
    let factor = xPos.rotary.spectrum.attentionFactor
    largest = normalised ? 1 : Double(waves.count) * factor * factor
  }

  /// As many as positions.
  public var columnCount: Int { rowCount }

  /// ± the value at distance 0.
  public var bounds: ClosedRange<Double> { -largest...largest }

  /// Always in closed form.
  public var exactness: Exactness { .closedForm }

  /// The score of two positions.
  /// - Complexity: O(pairs).
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column), !waves.isEmpty else { return 0 }
    let distance = abs(row - column)
    return waves.reduce(0) { $0 + $1.value(at: distance).real } / Double(waves.count) * largest
  }

  /// The mean over a block of positions.
  /// - Complexity: O(pairs).
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    means(rows: [rows], columns: [columns]).first ?? 0
  }

  /// The means over all blocks of a window.
  ///
  /// A block off the diagonal is e^(w · gap) times the means over its rows and over its columns; one that the diagonal cuts
  /// is that square and what lies beside it.
  /// - Complexity: O(pairs · distances between blocks).
  public func means(rows: [Range<Int>], columns: [Range<Int>]) -> [Double] {
    var sides: [Int: [Complex]] = [:]
    var known: [Gap: Double] = [:]
    func side(_ count: Int) -> [Complex] {
      if let side = sides[count] { return side }
      let side = waves.map { $0.mean(count: count) }
      sides[count] = side
      return side
    }
    func apart(_ gap: Gap) -> Double {
      if let mean = known[gap] { return mean }
      let (first, second) = (side(gap.rows), side(gap.columns))
      let mean = waves.indices.reduce(0) { sum, pair in
        waves[pair].hasDied(at: gap.distance)
          ? sum : sum + (waves[pair].value(at: gap.distance) * first[pair] * second[pair]).real
      }
      known[gap] = mean
      return mean
    }
    /// The sum over the pairs of the mean over a block.
    func sum(_ rows: Range<Int>, _ columns: Range<Int>) -> Double {
      if rows.lowerBound >= columns.upperBound {
        return apart(
          Gap(distance: rows.lowerBound - columns.upperBound + 1, rows: rows.count, columns: columns.count))
      }
      if columns.lowerBound >= rows.upperBound { return sum(columns, rows) }
      let both = rows.clamped(to: columns)
      let diagonal = Gap(distance: -1, rows: both.count, columns: both.count)
      let square = known[diagonal] ?? waves.reduce(0) { $0 + $1.diagonalMean(count: both.count) }
      known[diagonal] = square
      var total = square * Double(both.count) * Double(both.count)
      for row in Self.parts(of: rows, around: both) {
        for column in Self.parts(of: columns, around: both) where row != both || column != both {
          total += sum(row, column) * Double(row.count) * Double(column.count)
        }
      }
      return total / (Double(rows.count) * Double(columns.count))
    }
    let columns = columns.map { $0.clamped(to: rowRange) }
    return rows.flatMap { row in
      let row = row.clamped(to: rowRange)
      return columns.map { column in
        row.isEmpty || column.isEmpty || waves.isEmpty
          ? 0 : sum(row, column) / Double(waves.count) * largest
      }
    }
  }

  /// Two runs of positions and the distance between their nearest ends.
  private struct Gap: Hashable {
    let distance: Int
    let rows: Int
    let columns: Int
  }

  /// What of a range lies before a part of it, the part, and what lies after; none of them empty.
  private static func parts(of range: Range<Int>, around part: Range<Int>) -> [Range<Int>] {
    [range.lowerBound..<part.lowerBound, part, part.upperBound..<range.upperBound].filter { !$0.isEmpty }
  }
}
