#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// LongRoPE: a divisor for each pair, found by search; short ones up to the trained length, long ones from the next position.
///
/// ω'_i = ω_i / short_i for length ≤ L, ω_i / long_i beyond; the attention factor √(1 + ln s / ln L) holds on both sides.
///
/// Source: Ding et al. 2024, arXiv:2402.13753; Hugging Face transformers `_compute_longrope_parameters`.
public struct LongRoPE: Hashable, Sendable {
  /// Divisors within the trained length. Shape (pairs).
  public let shortFactor: [Double]
  /// Divisors beyond the trained length. Shape (pairs).
  public let longFactor: [Double]
  /// The trained length L, positions.
  public let originalLength: Int
  /// The factor s for the attention factor; nil: maxLength / originalLength.
  public let factor: Double?
  /// The length extended to, positions, which gives the factor where none is written.
  public let maxLength: Int?
  /// The attention factor, where it is written; nil: from the factor.
  public let attentionFactor: Double?

  /// Parameters of LongRoPE; they are checked where they are applied.
  public init(
    shortFactor: [Double], longFactor: [Double], originalLength: Int, factor: Double? = nil, maxLength: Int? = nil,
    attentionFactor: Double? = nil
  ) {
    self.shortFactor = shortFactor
    self.longFactor = longFactor
    self.originalLength = originalLength
    self.factor = factor
    self.maxLength = maxLength
    self.attentionFactor = attentionFactor
  }

  /// The factor s that applies: the written one, or maxLength / originalLength, or nil where neither is known.
  public var stretch: Double? {
    if let factor { return factor }
    guard let maxLength, originalLength > 0 else { return nil }
    return Double(maxLength) / Double(originalLength)
  }

  func spectrum(of plain: [InverseFrequency], length: Int?) throws(InvalidParameter) -> Spectrum {
    try InvalidParameter.requirePositive(.originalLength, originalLength)
    try Self.check(shortFactor, .shortFactor, pairs: plain.count)
    try Self.check(longFactor, .longFactor, pairs: plain.count)
    if let factor { try InvalidParameter.requirePositive(.factor, factor) }
    if let attentionFactor { try InvalidParameter.requirePositive(.attentionFactor, attentionFactor) }
    let divisors = (length ?? 0) > originalLength ? longFactor : shortFactor
    return Spectrum(
      inverseFrequencies: zip(plain, divisors).map { $0.divided(by: $1) },
      attentionFactor: attentionFactor ?? impliedAttentionFactor)
  }

  private var impliedAttentionFactor: Double {
    guard let stretch, stretch > 1, originalLength > 1 else { return 1 }
    return (1 + log(stretch) / log(Double(originalLength))).squareRoot()
  }

  private static func check(
    _ divisors: [Double], _ name: InvalidParameter.Name, pairs: Int
  ) throws(InvalidParameter) {
    try InvalidParameter.require(divisors.count == pairs, name, Double(divisors.count), .count(pairs))
    for divisor in divisors { try InvalidParameter.requirePositive(name, divisor) }
  }
}
