/// The extension of Llama 3.1: pairs by wavelength.
///
/// λ < L / high stays; λ > L / low is divided by s; between them ω' = (1 − t) ω / s + t ω with
/// t = (L/λ − low) / (high − low). Where low equals high nothing lies between, and nothing is divided by zero.
///
/// Source: Meta's llama-models, `apply_scaling`; Hugging Face transformers `_compute_llama3_parameters`.
public struct Llama3: Hashable, Sendable {
  /// The factor s, at least 1.
  public let factor: Double
  /// The trained length L, positions.
  public let originalLength: Int
  /// Turns within L below which a pair is divided by the factor.
  public let lowFreqFactor: Double
  /// Turns within L above which a pair is left alone.
  public let highFreqFactor: Double

  /// Parameters of Llama 3.1's extension; they are checked where they are applied.
  public init(factor: Double, originalLength: Int, lowFreqFactor: Double = 1, highFreqFactor: Double = 4) {
    self.factor = factor
    self.originalLength = originalLength
    self.lowFreqFactor = lowFreqFactor
    self.highFreqFactor = highFreqFactor
  }

  func inverseFrequencies(from plain: [InverseFrequency]) throws(InvalidParameter) -> [InverseFrequency] {
    try InvalidParameter.requireAtLeast(.factor, factor, 1)
    try InvalidParameter.requirePositive(.originalLength, originalLength)
    try InvalidParameter.requirePositive(.lowFreqFactor, lowFreqFactor)
    try InvalidParameter.requirePositive(.highFreqFactor, highFreqFactor)
    try InvalidParameter.require(
      lowFreqFactor <= highFreqFactor, .lowFreqFactor, lowFreqFactor, .noMoreThan(.highFreqFactor))
    let low = DoubleDouble(lowFreqFactor)
    let high = DoubleDouble(highFreqFactor)
    return plain.map { frequency in
      let turns = frequency.exactTurns(at: originalLength)
      if turns > high { return frequency }
      if turns < low || low == high { return frequency.divided(by: factor) }
      return frequency.interpolated(by: factor, keeping: (turns - low) / (high - low))
    }
  }
}
