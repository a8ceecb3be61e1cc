/// The scalings by the names that configs use.
enum ScalingName: String, CaseIterable {
  case none = "default"
  case linear, dynamic, ntk, yarn, longrope, llama3, proportional
  case byParts = "by-parts"

  /// Reads a name in any spelling that was published.
  static func reading(_ name: String) -> ScalingName? {
    switch name.lowercased() {
    case "", "none", "mrope", "default": ScalingName.none
    case "su": .longrope
    case "pi": .linear
    case "ntk-aware", "ntk_aware": .ntk
    case "ntk-by-parts", "ntk_by_parts", "by_parts": .byParts
    case "deepseek_yarn": .yarn
    case let other: ScalingName(rawValue: other)
    }
  }

  /// Keys that some scaling reads, or that belong beside it.
  static let knownKeys = [
    "rope_type", "type", "rope_theta", "factor", "original_max_position_embeddings", "attention_factor", "beta_fast",
    "beta_slow", "mscale", "mscale_all_dim", "truncate", "short_factor", "long_factor", "low_freq_factor",
    "high_freq_factor", "partial_rotary_factor", "mrope_section", "mrope_interleaved", "llama_4_scaling_beta",
    "alpha",
    "short_mscale", "long_mscale", "max_position_embeddings", "xdrope_section",
  ]

  /// Keys without which a scaling cannot be computed.
  var requiredKeys: [String] {
    switch self {
    case .none, .proportional, .yarn: []
    case .linear, .dynamic, .ntk, .byParts: ["factor"]
    case .longrope: ["short_factor", "long_factor"]
    case .llama3: ["factor", "low_freq_factor", "high_freq_factor"]
    }
  }
}
