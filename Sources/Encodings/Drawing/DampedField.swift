/// What xPos makes of a query: cosines and sines of p · ω_i that die away as ζ_i^(p / scaleBase), over positions (rows) and
/// pairs or features (columns), with exact block means.
///
/// A key's are those divided by the square of the decay: they grow, and only in a product with a later query do they stay
/// finite. So it is the query's side that is drawn.
///
///     let field = DampedField(xPos: try XPos(rotary: Rotary(dimension: 64)), component: .table, rowCount: 1 << 20)
///     field.mean(rows: 0..<4096, columns: 0..<1)   // exact, at once
public struct DampedField: Field {
  /// What of the wave is shown.
  public enum Component: String, Hashable, Sendable, CaseIterable {
    /// ζ^(p / scaleBase) cos(p ω) times the attention factor, one column a pair.
    case cosine
    /// ζ^(p / scaleBase) sin(p ω) times the attention factor, one column a pair.
    case sine
    /// Where each pair's unit vector (1, 0) is turned and shrunk to, in the encoding's layout.
    case table
  }

  /// One column: a wave, and which part of it is shown; nil: nothing, a feature that passes through.
  private struct Column {
    let wave: DampedWave
    let isCosine: Bool
  }

  /// How many positions there are.
  public let rowCount: Int
  private let columns: [Column?]
  private let amplitude: Double

  /// The query's side of an xPos encoding.
  /// - Complexity: O(features).
  public init(xPos: XPos, component: Component, rowCount: Int) {
    let rotary = xPos.rotary
    self.rowCount = max(rowCount, 0)
    amplitude = rotary.spectrum.attentionFactor
    guard component == .table else {
      columns = xPos.waves.map { Column(wave: $0, isCosine: component == .cosine) }
      return
    }
    var columns = [Column?](repeating: nil, count: rotary.rotaryDimension)
    for (pair, wave) in xPos.waves.enumerated() {
      let (first, second) = rotary.layout.outputFeatures(ofPair: pair, dimension: rotary.rotaryDimension)
      columns[first] = Column(wave: wave, isCosine: true)
      columns[second] = Column(wave: wave, isCosine: false)
    }
    self.columns = columns
  }

  /// One a pair, or one a feature for `table`.
  public var columnCount: Int { columns.count }

  /// ± the attention factor: a query only shrinks.
  public var bounds: ClosedRange<Double> { -amplitude...amplitude }

  /// Always in closed form.
  public var exactness: Exactness { .closedForm }

  /// The value at a row and a column.
  /// - Complexity: O(1).
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column) else { return 0 }
    return mean(rows: row..<row + 1, columns: column..<column + 1)
  }

  /// The mean over a block of positions and columns.
  /// - Complexity: O(columns of the block), whatever the number of rows.
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    means(rows: [rows], columns: [columns]).first ?? 0
  }

  /// The means over all blocks of a window. Shape (rows.count, columns.count), row-major.
  /// - Complexity: O(rows.count · (columns in all blocks)), whatever the number of rows in a block.
  public func means(rows: [Range<Int>], columns blocks: [Range<Int>]) -> [Double] {
    let blocks = blocks.map { $0.clamped(to: columnRange) }
    var sums: [Int: [Complex]] = [:]
    var result: [Double] = []
    result.reserveCapacity(rows.count * blocks.count)
    for row in rows {
      let row = row.clamped(to: rowRange)
      // The mean of a wave over so many positions from 0 is the same wherever they begin.
      let means = sums[row.count] ?? columns.map { $0?.wave.mean(count: max(row.count, 1)) ?? Self.nothing }
      sums[row.count] = means
      for block in blocks {
        let sum = block.reduce(0.0) { sum, column in
          guard let entry = columns[column] else { return sum }
          let mean = entry.wave.value(at: row.lowerBound) * means[column]
          return sum + (entry.isCosine ? mean.real : mean.imaginary)
        }
        result.append(row.isEmpty || block.isEmpty ? 0 : sum / Double(block.count) * amplitude)
      }
    }
    return result
  }

  private static let nothing = Complex(real: 0, imaginary: 0)
}
