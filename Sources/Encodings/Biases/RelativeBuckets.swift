/// A scheme that sorts pairs of positions into numbered buckets (indices of learned vectors or biases) by key − query.
public protocol RelativeBuckets: Hashable, Sendable {
  /// How many buckets there are; indices run from 0.
  var bucketCount: Int { get }

  /// The bucket of a difference key − query.
  func bucket(ofDifference difference: Int) -> Int
}
