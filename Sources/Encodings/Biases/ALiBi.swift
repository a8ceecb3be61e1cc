#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// ALiBi: attention with linear biases, a penalty that grows with distance, steeper or flatter by head.
///
/// Slope of head h (from 1) of n, a power of two: 2^(−8h/n). For another n: the slopes of the next lower power of two, then
/// every second slope of the next higher one, in that order.
///
/// Source: Press et al. 2021, arXiv:2108.12409.
///
///     try ALiBi(heads: 8).slopes   // [1/2, 1/4, … 1/256]
public struct ALiBi: Hashable, Sendable {
  /// What the slope is multiplied by. After a causal softmax the first four agree, which bidirectionally they do not.
  public enum Form: Hashable, Sendable {
    /// −slope · |query − key|: the paper, and the only form for attention in both directions.
    case distance
    /// +slope · key: Bloom, counted over tokens that are not padding.
    case keyPosition
    /// slope · (key − (length − 1)): MPT.
    case lastKey(length: Int)
    /// Bloom's form with slopes, keys and products rounded to bfloat16: Falcon. Keys 256 and 257 get the same bias.
    case keyPositionInBFloat16
  }

  /// How many heads there are.
  public let heads: Int
  /// What the slope is multiplied by.
  public let form: Form
  /// The exponent of the last head's slope; 8 in the paper, `alibi_bias_max` in MPT.
  public let maxExponent: Double
  /// One slope a head, not negative. Shape (heads).
  public let slopes: [Double]

  /// Biases for a number of heads.
  /// - Throws: When a parameter is out of range; at most 65,536 heads.
  public init(heads: Int, form: Form = .distance, maxExponent: Double = 8) throws(InvalidParameter) {
    try InvalidParameter.requirePositive(.heads, heads)
    try InvalidParameter.require(heads <= 65_536, .heads, Double(heads), .atMost(65_536))
    try InvalidParameter.requirePositive(.exponent, maxExponent)
    if case .lastKey(let length) = form { try InvalidParameter.requirePositive(.length, length) }
    self.heads = heads
    self.form = form
    self.maxExponent = maxExponent
    var power = 1
    while power * 2 <= heads { power *= 2 }
    let lower = (1...power).map { exp2(-maxExponent * Double($0) / Double(power)) }
    let between = (0..<heads - power).map { exp2(-maxExponent * Double(2 * $0 + 1) / Double(2 * power)) }
    let slopes = lower + between
    self.slopes = form == .keyPositionInBFloat16 ? slopes.map(FloatFormat.bfloat16.rounded) : slopes
  }
}

extension ALiBi: PositionBias {
  /// The bias added to the score of a query and a key in a head (from 0).
  public func bias(query: Int, key: Int, head: Int) -> Double {
    guard slopes.indices.contains(head) else { return 0 }
    let slope = slopes[head]
    switch form {
    case .distance: return -slope * abs(Double(query) - Double(key))
    case .keyPosition: return slope * Double(key)
    case .lastKey(let length): return slope * (Double(key) - Double(length - 1))
    case .keyPositionInBFloat16:
      return FloatFormat.bfloat16.rounded(slope * FloatFormat.bfloat16.rounded(Double(key)))
    }
  }
}
