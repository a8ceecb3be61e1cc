import Encodings

/// Rotary parameters as Hugging Face transformers holds them after loading.
struct RopeParameters: Decodable {
  let rope_type: String?
  let rope_theta: Double?
  let factor: Double?
  let original_max_position_embeddings: Int?
  let beta_fast: Double?
  let beta_slow: Double?
  let truncate: Bool?
  let attention_factor: Double?
  let mscale: Double?
  let mscale_all_dim: Double?
  let low_freq_factor: Double?
  let high_freq_factor: Double?
  let short_factor: [Double]?
  let long_factor: [Double]?
  let partial_rotary_factor: Double?
  let rotary_dim: Int?

  /// The extension that they name, for a model of `maxLength` positions.
  func scaling(maxLength: Int, shortFactor: [Double] = [], longFactor: [Double] = []) -> Scaling? {
    let original = original_max_position_embeddings ?? maxLength
    let stretch = factor ?? Double(maxLength) / Double(original)
    switch rope_type ?? "default" {
    case "default": return Scaling.none
    case "linear": return .linear(factor: stretch)
    case "dynamic": return .dynamicNTK(factor: stretch, originalLength: maxLength)
    case "yarn":
      return .yarn(
        YaRN(
          factor: stretch, originalLength: original, betaFast: beta_fast ?? 32, betaSlow: beta_slow ?? 1,
          truncate: truncate ?? true, attentionFactor: attention_factor, mscale: mscale,
          mscaleAllDim: mscale_all_dim))
    case "llama3":
      return .llama3(
        Llama3(
          factor: stretch, originalLength: original, lowFreqFactor: low_freq_factor ?? 1,
          highFreqFactor: high_freq_factor ?? 4))
    case "longrope":
      return .longRoPE(
        LongRoPE(
          shortFactor: short_factor ?? shortFactor, longFactor: long_factor ?? longFactor, originalLength: original,
          factor: factor, maxLength: maxLength, attentionFactor: attention_factor))
    case "proportional": return .proportional(rotatedFraction: partial_rotary_factor ?? 1)
    default: return nil
    }
  }
}
