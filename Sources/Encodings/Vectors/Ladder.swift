/// The ladder of inverse frequencies that a sinusoidal encoding climbs down.
///
/// Both start at ω₀ = 1. The two are up to 2.0 apart in the table they make.
public enum Ladder: String, Hashable, Sendable, CaseIterable {
  /// ω_i = base^(−2i/d): the paper, Marian, Transformer-XL, and rotary encoding.
  case paper
  /// ω_i = base^(−i/(⌊d/2⌋ − 1)), which ends exactly at 1/base: fairseq, tensor2tensor, Whisper. Undefined for d < 4.
  case endpoint

  /// The first `pairs` inverse frequencies of a table of `dimension` columns.
  ///
  /// For `endpoint` the dimension must be at least 4.
  ///
  /// Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.5 (`paper`); tensor2tensor `get_timing_signal_1d`.
  func inverseFrequencies(pairs: Int, dimension: Int, base: Double) -> [InverseFrequency] {
    let steps =
      switch self {
      case .paper: DoubleDouble(dimension) / DoubleDouble(2)
      case .endpoint: DoubleDouble(max(dimension / 2 - 1, 1))
      }
    let step = DoubleDouble.log(DoubleDouble(base)) / steps
    return DoubleDouble.exps(ofMultiplesOf: -step, count: pairs).map(InverseFrequency.init(exact:))
  }
}
