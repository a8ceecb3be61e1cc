import Encodings

extension Config {
  /// What an encoding refused, at the key that holds it.
  func placed(_ refusal: InvalidParameter, base: String, fraction: String?, config: Config) -> CheckpointError {
    let key =
      switch refusal.name {
      case .dimension: config.keyPath(config.spelling(Spelling.headDimension) ?? "head_dim")
      case .rotaryDimension, .rotatedFraction: fraction ?? keyPath("partial_rotary_factor")
      case .base: base
      case .factor: keyPath("factor")
      case .originalLength: keyPath("original_max_position_embeddings")
      case .attentionFactor: keyPath("attention_factor")
      case .betaFast: keyPath("beta_fast")
      case .betaSlow: keyPath("beta_slow")
      case .lowFreqFactor: keyPath("low_freq_factor")
      case .highFreqFactor: keyPath("high_freq_factor")
      case .shortFactor: keyPath("short_factor")
      case .longFactor: keyPath("long_factor")
      case .mscale: keyPath("mscale")
      case .mscaleAllDim: keyPath("mscale_all_dim")
      default: keyPath(refusal.name.rawValue)
      }
    // A factor below 1 is mostly the reciprocal of what was meant.
    let inverted = refusal.name == .factor && refusal.value > 0 && refusal.value < 1 ? 1 / refusal.value : nil
    return CheckpointError(
      path: path, place: .key(key),
      problem: .invalid(refusal, suggestion: inverted.flatMap { $0.isFinite ? $0 : nil }))
  }
}
