import Encodings

/// What should be known of a rotary model beyond its spectrum.
extension RotaryReader {
  /// More unknown keys than anyone reads.
  private static let mostKeys = 16

  mutating func noteLayout() {
    if let familyName {
      note(.layoutFromFamily(layout, family: familyName), config.keyPath("model_type"))
      if family.isRemote { note(.remoteCode(family: familyName), config.keyPath("model_type")) }
    } else {
      note(.layoutAssumed(family: try? config.text("model_type")), config.keyPath("model_type"))
    }
    if (try? config.text("position_embedding_type")) == "absolute" {
      note(.misleadingKey(value: "absolute"), config.keyPath("position_embedding_type"))
    }
  }

  mutating func noteUnknownKeys(_ parameters: Config) {
    let unknown = parameters.members.keys.filter { !ScalingName.knownKeys.contains($0) }
    for key in unknown.sorted().prefix(Self.mostKeys) {
      note(
        .unknownKey(key, nearest: Spelling.nearest(to: key, among: ScalingName.knownKeys)), parameters.keyPath(key))
    }
  }

  /// Keys beside the parameters that are almost, and not quite, ones that matter: nothing reads them, and the family's
  /// values hold silently.
  mutating func noteMisspelledKeys() {
    let known = [
      "rope_theta", "rope_scaling", "rope_parameters", "partial_rotary_factor", "max_position_embeddings",
      "original_max_position_embeddings", "rotary_emb_base", "rope_local_base_freq",
    ]
    let misspelled = config.members.keys.compactMap { key in
      known.contains(key) ? nil : known.first { isNear(key, $0) }.map { (key: key, near: $0) }
    }
    for (key, near) in misspelled.sorted(by: { $0.key < $1.key }).prefix(Self.mostKeys) {
      note(.unknownKey(key, nearest: near), config.keyPath(key))
    }
  }

  /// Two letters off at most; most keys are told apart by their length alone.
  private func isNear(_ key: String, _ known: String) -> Bool {
    abs(key.utf8.count - known.utf8.count) <= 2 && Spelling.distance(key, known) <= 2
  }

  /// The key that says which layers see no position.
  var withoutKey: String? {
    let keys = [
      "no_rope_layers", "no_rope_layer_interval", "layer_types", "sliding_window_pattern", "layer_rope_theta",
    ]
    return config.spelling(keys).map(config.keyPath)
  }

  mutating func noteQueryScaling() throws(CheckpointError) {
    for parameters in [try? config.object("rope_parameters"), try? config.object("rope_scaling")] {
      guard let parameters, let beta = try parameters.number("llama_4_scaling_beta") else { continue }
      let stated = try parameters.count("original_max_position_embeddings")
      let longest = try maxLength()
      guard let length = stated ?? longest else { continue }
      note(
        .queriesScaledByPosition(.ministral3(beta: beta, originalLength: Double(length))),
        parameters.keyPath("llama_4_scaling_beta"))
    }
    if case .some(let tuning) = config["attn_temperature_tuning"], tuning != .bool(false), tuning != .number(0) {
      let beta = try config.number("attn_scale") ?? 0.1
      let length = try config.count("floor_scale") ?? 8_192
      let key = config.keyPath("attn_temperature_tuning")
      note(.queriesScaledByPosition(.llama4(scale: beta, floorScale: Double(length))), key)
      if case .number = tuning { note(.refused(by: "transformers 5.23"), key) }
    }
    let longest = try maxLength()
    guard let length = try config.count("seq_length") ?? longest else { return }
    if try config.flag("use_logn_attn") == true {
      note(.queriesScaledByPosition(.qwen(length: Double(length))), config.keyPath("use_logn_attn"))
    }
    if try config.flag("use_dynamic_ntk") == true {
      note(.changesWithLength(originalLength: length), config.keyPath("use_dynamic_ntk"))
    }
  }

  /// bfloat16 holds whole numbers up to 256, float16 up to 2048: later positions merge unless angles are wider.
  mutating func notePrecision(_ groups: [LayerGroup]) throws(CheckpointError) {
    let key = config.spelling(["dtype", "torch_dtype"])
    guard let key, case .string(let dtype) = config[key], let length = groups.compactMap(\.maxLength).max() else {
      return
    }
    let exact = ["bfloat16": 256, "float16": 2_048][dtype] ?? .max
    if length > exact { note(.anglesNeedFloat32(dtype: dtype, length: length), config.keyPath(key)) }
  }
}
