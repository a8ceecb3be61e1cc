#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// YaRN: NTK-by-parts over pair indices, with an attention factor on cosines and sines.
///
/// The pair that turns β times within L has the index d · ln(L / (2π β)) / (2 ln base). From the pair of `betaFast` (floored)
/// to the pair of `betaSlow` (ceiled) a straight ramp leads from ω to ω / s; both ends are clamped to 0 … d − 1.
///
/// Source: Peng et al. 2023, arXiv:2309.00071; Hugging Face transformers `_compute_yarn_parameters`, which is followed
/// where the paper leaves a choice.
public struct YaRN: Hashable, Sendable {
  /// The factor s, at least 1.
  public let factor: Double
  /// The trained length L, positions.
  public let originalLength: Int
  /// Turns within L from which a pair is left alone.
  public let betaFast: Double
  /// Turns within L to which a pair is interpolated fully.
  public let betaSlow: Double
  /// Whether the ends of the ramp are rounded outward to whole pairs; gpt-oss does not.
  public let truncate: Bool
  /// The attention factor, where it is written; nil: from the factor and the mscale pair.
  public let attentionFactor: Double?
  /// DeepSeek's `mscale`, which counts only together with `mscaleAllDim`.
  public let mscale: Double?
  /// DeepSeek's `mscale_all_dim`.
  public let mscaleAllDim: Double?

  /// Parameters of YaRN; they are checked where they are applied.
  public init(
    factor: Double, originalLength: Int, betaFast: Double = 32, betaSlow: Double = 1, truncate: Bool = true,
    attentionFactor: Double? = nil, mscale: Double? = nil, mscaleAllDim: Double? = nil
  ) {
    self.factor = factor
    self.originalLength = originalLength
    self.betaFast = betaFast
    self.betaSlow = betaSlow
    self.truncate = truncate
    self.attentionFactor = attentionFactor
    self.mscale = mscale
    self.mscaleAllDim = mscaleAllDim
  }

  /// The attention factor that applies: the written one; else the ratio of the two magnitudes when both `mscale` and
  /// `mscaleAllDim` are given and neither is 0; else 0.1 · ln s + 1.
  public var appliedAttentionFactor: Double {
    if let attentionFactor { return attentionFactor }
    if let mscale, let mscaleAllDim, mscale != 0, mscaleAllDim != 0 {
      return Self.magnitude(factor: factor, mscale: mscale) / Self.magnitude(factor: factor, mscale: mscaleAllDim)
    }
    return Self.magnitude(factor: factor, mscale: 1)
  }

  /// What DeepSeek-V2, V3 and Kimi multiply the softmax scale by instead: (0.1 · mscale_all_dim · ln s + 1)²; 1 without it.
  public var softmaxScale: Double {
    let magnitude = Self.magnitude(factor: factor, mscale: mscaleAllDim ?? 0)
    return magnitude * magnitude
  }

  /// The two ends of the ramp as pair indices: pairs up to `low` are left alone, pairs from `high` on are interpolated.
  ///
  /// The base must be more than 1.
  public func ramp(dimension: Int, base: Double) -> (low: Double, high: Double) {
    let (low, high) = exactRamp(dimension: dimension, base: base)
    return (low.high, high.high)
  }

  private func exactRamp(dimension: Int, base: Double) -> (low: DoubleDouble, high: DoubleDouble) {
    func pairThatTurns(_ turns: Double) -> DoubleDouble {
      let share = DoubleDouble(originalLength) / (DoubleDouble(turns) * .twoPi)
      return DoubleDouble(dimension) * .log(share) / (.log(DoubleDouble(base)) * DoubleDouble(2))
    }
    let low = pairThatTurns(betaFast)
    let high = pairThatTurns(betaSlow)
    return (
      max(truncate ? DoubleDouble(low.high.rounded(.down)) : low, .zero),
      min(truncate ? DoubleDouble(high.high.rounded(.up)) : high, DoubleDouble(dimension - 1))
    )
  }

  func spectrum(
    of plain: [InverseFrequency], dimension: Int, base: Double
  ) throws(InvalidParameter) -> Spectrum {
    try InvalidParameter.requireAtLeast(.factor, factor, 1)
    try InvalidParameter.requirePositive(.originalLength, originalLength)
    try InvalidParameter.requirePositive(.betaSlow, betaSlow)
    try InvalidParameter.requirePositive(.betaFast, betaFast)
    try InvalidParameter.require(betaFast >= betaSlow, .betaFast, betaFast, .atLeast(betaSlow))
    try InvalidParameter.require(base > 1, .base, base, .moreThan(1))
    if let attentionFactor { try InvalidParameter.requirePositive(.attentionFactor, attentionFactor) }
    if let mscale { try InvalidParameter.requireFinite(.mscale, mscale) }
    if let mscaleAllDim { try InvalidParameter.requireFinite(.mscaleAllDim, mscaleAllDim) }
    let (low, high) = exactRamp(dimension: dimension, base: base)
    // Equal ends would divide by zero; Hugging Face widens them by a thousandth.
    let width = low == high ? DoubleDouble(0.001) : high - low
    let frequencies = plain.enumerated().map { pair, frequency in
      frequency.interpolated(by: factor, keeping: .one - (DoubleDouble(pair) - low) / width)
    }
    return Spectrum(inverseFrequencies: frequencies, attentionFactor: appliedAttentionFactor)
  }

  /// 0.1 · mscale · ln s + 1 for s > 1, else 1.
  static func magnitude(factor: Double, mscale: Double) -> Double {
    factor > 1 ? 0.1 * mscale * log(factor) + 1 : 1
  }
}
