/// Relative position representations: clip(key − query) picks one of a few learned vectors.
///
///     index(i, j) = clip(j − i, −left, right) + left
///
/// Shaw et al. clip alike on both sides, which makes 2k + 1 vectors; wav2vec2-bert sees 64 to the left and 8 to the right;
/// SpeechT5 counts query − key and clips to −k … k − 1, which makes 2k.
///
/// Source: Shaw et al. 2018, arXiv:1803.02155, equation 4.
///
///     try Shaw(clip: 2).bucket(ofDifference: -7)   // 0
public struct Shaw: Hashable, Sendable {
  /// Which difference is counted upward.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    case keyMinusQuery, queryMinusKey
  }

  /// How far the counted difference may go below zero.
  public let left: Int
  /// How far the counted difference may go above zero.
  public let right: Int
  /// Which difference is counted upward.
  public let direction: Direction

  /// Clips alike on both sides, as the paper does.
  /// - Throws: When k is negative or too large.
  public init(clip k: Int) throws(InvalidParameter) { try self.init(left: k, right: k) }

  /// Clips differently on both sides.
  /// - Throws: When a side is negative or too large.
  public init(left: Int, right: Int, direction: Direction = .keyMinusQuery) throws(InvalidParameter) {
    for side in [left, right] {
      try InvalidParameter.require(side >= 0, .clip, Double(side), .notNegative)
      try InvalidParameter.require(side <= largestDimension, .clip, Double(side), .atMost(Double(largestDimension)))
    }
    self.left = left
    self.right = right
    self.direction = direction
  }
}

extension Shaw: RelativeBuckets {
  /// left + right + 1 vectors.
  public var bucketCount: Int { left + right + 1 }

  /// The index of the vector for key − query.
  public func bucket(ofDifference difference: Int) -> Int {
    let counted = direction == .keyMinusQuery ? difference : 0 &- max(difference, -Int.max)
    return min(max(counted, -left), right) + left
  }
}
