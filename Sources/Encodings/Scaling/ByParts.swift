/// NTK-by-parts: pairs that turn often within the trained length stay as they are, pairs that turn seldom are interpolated.
///
/// r = L/λ counts the turns; γ(r) = clamp((r − β_slow) / (β_fast − β_slow), 0, 1); ω' = γ ω + (1 − γ) ω / s.
///
/// Source: bloc97 2023; Peng et al. 2023, arXiv:2309.00071, definition 1, where β_slow is called α and β_fast is β.
public struct ByParts: Hashable, Sendable {
  /// The factor s, at least 1.
  public let factor: Double
  /// The trained length L, positions.
  public let originalLength: Int
  /// Turns within L at which a pair is left alone.
  public let betaFast: Double
  /// Turns within L at which a pair is interpolated fully.
  public let betaSlow: Double

  /// Parameters of NTK-by-parts; they are checked where they are applied.
  public init(factor: Double, originalLength: Int, betaFast: Double = 32, betaSlow: Double = 1) {
    self.factor = factor
    self.originalLength = originalLength
    self.betaFast = betaFast
    self.betaSlow = betaSlow
  }

  func inverseFrequencies(from plain: [InverseFrequency]) throws(InvalidParameter) -> [InverseFrequency] {
    try InvalidParameter.requireAtLeast(.factor, factor, 1)
    try InvalidParameter.requirePositive(.originalLength, originalLength)
    try InvalidParameter.requirePositive(.betaSlow, betaSlow)
    try InvalidParameter.requirePositive(.betaFast, betaFast)
    try InvalidParameter.require(betaFast > betaSlow, .betaFast, betaFast, .greaterThan(.betaSlow))
    let width = DoubleDouble.sum(betaFast, -betaSlow)
    return plain.map { frequency in
      let weight = (frequency.exactTurns(at: originalLength) - DoubleDouble(betaSlow)) / width
      return frequency.interpolated(by: factor, keeping: weight)
    }
  }
}
