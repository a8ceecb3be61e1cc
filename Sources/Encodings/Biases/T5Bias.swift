#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// T5's relative position bias: one learned number a head and bucket of distances.
///
/// Half of the buckets hold one distance each, the rest grow logarithmically up to `maxDistance`, and the last holds all
/// beyond. In both directions the upper half of the buckets is for keys after the query.
///
///     bucket(a) = m + ⌊ln(a/m) / ln(maxDistance/m) · (n − m)⌋ for a ≥ m = n/2, at most n − 1
///
/// The quotient of logarithms is of ratios: a difference of logarithms moves distance 64 for (32, 256, one direction).
///
/// Source: Raffel et al. 2019, arXiv:1910.10683; Hugging Face transformers `_relative_position_bucket`.
///
///     try T5Bias(buckets: 32, maxDistance: 128, bidirectional: true).bucket(ofDifference: 1)   // 17
public struct T5Bias: Hashable, Sendable {
  /// How many buckets there are, both directions together.
  public let bucketCount: Int
  /// The distance from which all share the last bucket.
  public let maxDistance: Int
  /// Whether keys after the query have buckets of their own; if not, they share bucket 0.
  public let bidirectional: Bool
  /// The learned biases, shape (heads, buckets); empty where none were given.
  public let biases: [[Double]]

  /// T5's buckets, and its biases where they are known.
  /// - Parameters:
  ///   - buckets: At least 4 in both directions, at least 2 in one.
  ///   - maxDistance: More than the distances that have a bucket each.
  ///   - biases: Shape (heads, buckets), finite.
  /// - Throws: When a parameter is out of range.
  public init(
    buckets: Int = 32, maxDistance: Int = 128, bidirectional: Bool = true, biases: [[Double]] = []
  ) throws(InvalidParameter) {
    try InvalidParameter.requireDimension(.buckets, buckets, least: bidirectional ? 4 : 2)
    let exact = (bidirectional ? buckets / 2 : buckets) / 2
    try InvalidParameter.require(maxDistance > exact, .maxDistance, Double(maxDistance), .moreThan(Double(exact)))
    for row in biases {
      try InvalidParameter.require(row.count == buckets, .bias, Double(row.count), .count(buckets))
      for value in row { try InvalidParameter.requireFinite(.bias, value) }
    }
    bucketCount = buckets
    self.maxDistance = maxDistance
    self.bidirectional = bidirectional
    self.biases = biases
  }
}

extension T5Bias: RelativeBuckets {
  /// The bucket of key − query.
  public func bucket(ofDifference difference: Int) -> Int {
    let buckets = bidirectional ? bucketCount / 2 : bucketCount
    let offset = bidirectional && difference > 0 ? buckets : 0
    let distance = bidirectional ? difference.magnitude : difference < 0 ? difference.magnitude : 0
    let exact = buckets / 2
    if distance < UInt(exact) { return offset + Int(distance) }
    let ratio = log(Double(distance) / Double(exact)) / log(Double(maxDistance) / Double(exact))
    let step = min(ratio * Double(buckets - exact), Double(buckets - 1 - exact))
    return offset + exact + Int(step)
  }
}

extension T5Bias: PositionBias {
  /// How many heads have learned biases.
  public var heads: Int { biases.count }

  /// The learned bias of the bucket of key − query; 0 where none was given.
  public func bias(query: Int, key: Int, head: Int) -> Double {
    guard biases.indices.contains(head) else { return 0 }
    return biases[head][bucket(ofDifference: key &- query)]
  }
}
