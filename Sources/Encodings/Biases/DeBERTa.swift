#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// DeBERTa's disentangled attention: content to position and position to content, by buckets of query − key.
///
/// With m = buckets / 2, differences within ±m are their own bucket; past them
///
///     bucket(r) = sign(r) · (m + ⌈ln(|r|/m) / ln((maxDistance − 1)/m) · (m − 1)⌉)
///
/// Without buckets (DeBERTa v1) a difference is its own bucket. The index into the learned vectors is bucket + span, clamped.
///
/// Source: He et al. 2020, arXiv:2006.03654; Hugging Face transformers `make_log_bucket_position`.
///
///     try DeBERTa(buckets: 256, maxDistance: 512).contentToPosition(query: 3, key: 1)   // 258
public struct DeBERTa: Hashable, Sendable {
  /// `position_buckets`; nil: none.
  public let buckets: Int?
  /// `max_relative_positions`, or `max_position_embeddings` where that is below 1.
  public let maxDistance: Int

  /// DeBERTa's buckets.
  /// - Parameters:
  ///   - buckets: Even, at least 4; nil: each difference is its own.
  ///   - maxDistance: More than buckets / 2 + 1.
  /// - Throws: When a parameter is out of range.
  public init(buckets: Int? = 256, maxDistance: Int = 512) throws(InvalidParameter) {
    try InvalidParameter.requireDimension(.maxDistance, maxDistance, least: 1)
    if let buckets {
      try InvalidParameter.requireDimension(.buckets, buckets, least: 4)
      try InvalidParameter.require(buckets.isMultiple(of: 2), .buckets, Double(buckets), .even)
      try InvalidParameter.require(
        maxDistance > buckets / 2 + 1, .maxDistance, Double(maxDistance), .moreThan(Double(buckets / 2 + 1)))
    }
    self.buckets = buckets
    self.maxDistance = maxDistance
  }

  /// Half of the learned vectors: `position_buckets`, or the largest distance without buckets.
  public var span: Int { buckets ?? maxDistance }

  /// The signed bucket of query − key.
  public func signedBucket(ofQueryMinusKey difference: Int) -> Int {
    guard let buckets else { return difference }
    let middle = buckets / 2
    guard difference.magnitude > UInt(middle) else { return difference }
    let ratio = log(Double(difference.magnitude) / Double(middle)) / log(Double(maxDistance - 1) / Double(middle))
    let steps = (ratio * Double(middle - 1)).rounded(.up)
    return difference.signum() * (middle + Int(steps))
  }

  /// The index of the position vector that a query's content meets. 0 ..< 2 · span.
  public func contentToPosition(query: Int, key: Int) -> Int {
    index(ofBucket: signedBucket(ofQueryMinusKey: query &- key))
  }

  /// The index of the position vector that a key's content meets. 0 ..< 2 · span.
  public func positionToContent(query: Int, key: Int) -> Int {
    index(ofBucket: 0 &- signedBucket(ofQueryMinusKey: key &- query))
  }

  private func index(ofBucket bucket: Int) -> Int { min(max(bucket, -span), span - 1) + span }
}

extension DeBERTa: RelativeBuckets {
  /// 2 · span learned vectors.
  public var bucketCount: Int { 2 * span }

  /// The content-to-position index of key − query.
  public func bucket(ofDifference difference: Int) -> Int {
    contentToPosition(query: 0, key: difference)
  }
}
