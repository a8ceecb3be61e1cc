/// The sinusoidal encoding of "Attention Is All You Need": sines and cosines of p · ω_i as a vector for each position.
///
///     interleaved   PE[p, 2i] = sin(p · ω_i)    PE[p, 2i + 1]   = cos(p · ω_i)
///     half-split    PE[p, i]  = sin(p · ω_i)    PE[p, i + ⌈d/2⌉] = cos(p · ω_i)
///
/// Odd d: on the paper's ladder the last frequency has a sine and no cosine (Marian); on the endpoint ladder the last column
/// is padding, zero (fairseq).
///
/// Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.5.
///
///     try Sinusoidal(dimension: 4).vector(at: 1)   // [0.841…, 0.540…, 0.00999…, 0.99995]
public struct Sinusoidal: Hashable, Sendable {
  /// The dimension d: how many columns a row of the table has.
  public let dimension: Int
  /// The base of the ladder.
  public let base: Double
  /// How sines and cosines are ordered. A table has no input order: `interleavedInHalfSplitOut` means `halfSplit` here.
  public let layout: PairLayout
  /// The ladder of frequencies.
  public let ladder: Ladder
  /// One inverse frequency a sine column; the attention factor is 1.
  public let spectrum: Spectrum

  /// A sinusoidal encoding.
  /// - Parameters:
  ///   - dimension: d, at least 1; at least 4 on the endpoint ladder.
  ///   - base: More than 0.
  /// - Throws: `InvalidParameter` naming the first parameter outside its range.
  /// - Complexity: O(dimension).
  public init(
    dimension: Int, base: Double = 10_000, layout: PairLayout = .interleaved, ladder: Ladder = .paper
  ) throws(InvalidParameter) {
    try InvalidParameter.requireDimension(.dimension, dimension, least: ladder == .paper ? 1 : 4)
    try InvalidParameter.requirePositive(.base, base)
    let pairs = ladder == .paper ? (dimension + 1) / 2 : dimension / 2
    self.dimension = dimension
    self.base = base
    self.layout = layout
    self.ladder = ladder
    spectrum = Spectrum(
      inverseFrequencies: ladder.inverseFrequencies(pairs: pairs, dimension: dimension, base: base))
  }

  /// What a column holds: the pair and whether its cosine or its sine; nil for a padding column or one that is not there.
  public func component(_ column: Int) -> (pair: Int, isCosine: Bool)? {
    guard 0 <= column, column < min(dimension, 2 * spectrum.pairCount) else { return nil }
    if layout == .interleaved { return (column / 2, !column.isMultiple(of: 2)) }
    return column < spectrum.pairCount ? (column, false) : (column - spectrum.pairCount, true)
  }

  /// The row of the table for a position. Shape (dimension).
  /// - Complexity: O(dimension).
  public func vector(at position: Int) -> [Double] {
    (0..<dimension).map { column in
      guard let (pair, isCosine) = component(column) else { return 0 }
      let phase = spectrum[pair].phase(at: position)
      return isCosine ? phase.cosine : phase.sine
    }
  }
}
