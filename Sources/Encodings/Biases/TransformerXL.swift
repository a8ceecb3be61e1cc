/// Transformer-XL's relative encoding: sinusoids of the distance in two of four score terms.
///
/// R holds one row a distance, sines then cosines, in descending order: klen − 1 … 0. XLNet's R begins one higher and, for
/// attention in both directions, goes on to −qlen + 1.
///
/// Source: Dai et al. 2019, arXiv:1901.02860; Yang et al. 2019, arXiv:1906.08237.
///
///     try TransformerXL(dimension: 8).rowDistances(queries: 3, keys: 4)   // [3, 2, 1, 0]
public struct TransformerXL: Hashable, Sendable {
  /// Which rows R has.
  public enum Rows: String, Hashable, Sendable, CaseIterable {
    /// klen − 1 … 0.
    case transformerXL = "transformer-xl"
    /// klen … −qlen + 1.
    case xlnet
    /// klen … 0: XLNet in one direction.
    case xlnetCausal = "xlnet-causal"
  }

  /// The four terms of a score.
  public struct Terms: Hashable, Sendable {
    /// qᵀk: what the query seeks and the key holds.
    public let contentContent: Double
    /// qᵀr: what the query seeks at this distance.
    public let contentPosition: Double
    /// uᵀk: what is sought of this key by every query.
    public let keyBias: Double
    /// vᵀr: what is sought at this distance by every query.
    public let positionBias: Double
    /// The score before scaling and softmax.
    public var sum: Double { contentContent + contentPosition + keyBias + positionBias }
  }

  /// The sinusoids that R is made of, half-split.
  public let sinusoidal: Sinusoidal
  /// The distance past which rows repeat; nil: none.
  public let clampLength: Int?
  /// Which rows R has.
  public let rows: Rows

  /// Relative sinusoids of a dimension.
  /// - Throws: When the dimension is out of range or the clamp is not positive.
  public init(dimension: Int, clampLength: Int? = nil, rows: Rows = .transformerXL) throws(InvalidParameter) {
    if let clampLength { try InvalidParameter.requirePositive(.clip, clampLength) }
    sinusoidal = try Sinusoidal(dimension: dimension, layout: .halfSplit)
    self.clampLength = clampLength
    self.rows = rows
  }

  /// The distance of each row of R, after clamping.
  /// - Complexity: O(rows).
  public func rowDistances(queries: Int, keys: Int) -> [Int] {
    let first = rows == .transformerXL ? max(keys, 0) - 1 : max(keys, 0)
    let last = rows == .xlnet ? 1 - max(queries, 0) : 0
    return stride(from: first, through: last, by: -1).map(clamped)
  }

  /// The row of R for a distance query − key. Shape (dimension).
  public func row(distance: Int) -> [Double] { sinusoidal.vector(at: clamped(distance)) }

  /// The four terms of the score of a query and a key `distance` apart.
  /// - Parameters:
  ///   - query: q, shape (dimension); the shorter of two vectors decides how many features count.
  ///   - key: k, shape (dimension).
  ///   - u: The learned bias that meets keys.
  ///   - v: The learned bias that meets positions.
  public func terms(query: [Double], key: [Double], distance: Int, u: [Double], v: [Double]) -> Terms {
    let r = row(distance: distance)
    return Terms(
      contentContent: dotProduct(query, key), contentPosition: dotProduct(query, r), keyBias: dotProduct(u, key),
      positionBias: dotProduct(v, r))
  }

  private func clamped(_ distance: Int) -> Int {
    guard let clampLength else { return distance }
    return min(max(distance, -clampLength), clampLength)
  }
}
