import Encodings

extension RotaryReader {
  /// The extension that a set of rope parameters asks for.
  ///
  /// - Parameters:
  ///   - parameters: `rope_scaling` or `rope_parameters`, or what they hold for one layer type.
  ///   - name: Which extension; see ``scalingName(_:)``.
  ///   - fraction: The part of the head that turns.
  mutating func scaling(
    _ parameters: Config, name: ScalingName, fraction: Double, nested: Bool
  ) throws(CheckpointError) -> Scaling {
    for key in name.requiredKeys where !parameters.has(key) && !(name == .dynamic && parameters.has("alpha")) {
      throw parameters.error(key, .missing(otherSpellings: []))
    }
    let factor = try parameters.number("factor")
    switch name {
    case .none:
      if let factor, factor != 1 { note(.scalingIgnored(factor: factor), parameters.keyPath("factor")) }
      return .none
    case .linear:
      try noteTrainedLength(parameters, factor: factor)
      return .linear(factor: factor ?? 1)
    case .ntk:
      try noteTrainedLength(parameters, factor: factor)
      return .ntkAware(factor: factor ?? 1)
    case .dynamic:
      if let alpha = try parameters.number("alpha"), alpha > 0 { return .ntkAware(factor: alpha) }
      let length = try config.requiredCount(Spelling.maxLength, fallback: family.maxLength).value
      note(
        .changesWithLength(originalLength: length),
        parameters.keyPath(parameters.has("rope_type") ? "rope_type" : "type"))
      return .dynamicNTK(factor: factor ?? 1, originalLength: length)
    case .byParts:
      return .byParts(
        ByParts(
          factor: factor ?? 1, originalLength: try originalLength(parameters, nested: nested),
          betaFast: try nonZero(parameters, "beta_fast") ?? 32, betaSlow: try nonZero(parameters, "beta_slow") ?? 1))
    case .yarn: return .yarn(try yarn(parameters, factor: factor, nested: nested))
    case .longrope: return .longRoPE(try longRoPE(parameters, factor: factor, nested: nested))
    case .llama3:
      return .llama3(
        Llama3(
          factor: factor ?? 1, originalLength: try originalLength(parameters, nested: nested),
          lowFreqFactor: try parameters.number("low_freq_factor") ?? 1,
          highFreqFactor: try parameters.number("high_freq_factor") ?? 4))
    case .proportional:
      if let factor, factor != 1 {
        throw parameters.error("factor", .outOfRange(value: factor, atLeast: 1, atMost: 1))
      }
      return .proportional(rotatedFraction: fraction)
    }
  }

  /// Which extension a set of parameters names; `rope_type` wins over the older `type`.
  mutating func scalingName(_ parameters: Config) throws(CheckpointError) -> ScalingName {
    let newer = try parameters.text("rope_type")
    let older = try parameters.text("type")
    guard let found = newer ?? older else { return .none }
    let key = newer == nil ? "type" : "rope_type"
    guard let name = ScalingName.reading(found) else {
      let known = ScalingName.allCases.map(\.rawValue)
      throw parameters.error(
        key, .unknownName(found: found, nearest: Spelling.nearest(to: found, among: known), known: known))
    }
    if let newer, let older, ScalingName.reading(older) != name {
      note(
        .conflict(winner: "rope_type", value: .text(newer), loser: "type", lost: .text(older)),
        parameters.keyPath("rope_type"))
    }
    if found != name.rawValue { note(.legacyName(found, standard: name.rawValue), parameters.keyPath(key)) }
    return name
  }

  private mutating func yarn(
    _ parameters: Config, factor stated: Double?, nested: Bool
  ) throws(CheckpointError) -> YaRN {
    let length = try originalLength(parameters, nested: nested)
    let factor = try impliedFactor(parameters, stated: stated, originalLength: length)
    let truncate = try parameters.flag("truncate") ?? true
    if !truncate {
      note(nested ? .truncateIgnored : .rampNotTruncated, parameters.keyPath("truncate"))
    }
    let yarn = YaRN(
      factor: factor, originalLength: length, betaFast: try nonZero(parameters, "beta_fast") ?? 32,
      betaSlow: try nonZero(parameters, "beta_slow") ?? 1, truncate: truncate || nested,
      attentionFactor: try parameters.number("attention_factor"), mscale: try nonZero(parameters, "mscale"),
      mscaleAllDim: try nonZero(parameters, "mscale_all_dim"))
    noteMagnitudes(of: yarn, parameters)
    return yarn
  }

  private mutating func noteMagnitudes(of yarn: YaRN, _ parameters: Config) {
    if yarn.betaFast == yarn.betaSlow {
      note(.rampIsStep(turns: yarn.betaFast), parameters.keyPath("beta_fast"))
    }
    let applied = yarn.appliedAttentionFactor
    switch (yarn.attentionFactor, yarn.mscale, yarn.mscaleAllDim) {
    case (.some, _, _): note(.attentionFactor(applied, from: .stated), parameters.keyPath("attention_factor"))
    case (nil, .some, .some): note(.attentionFactor(applied, from: .magnitudes), parameters.keyPath("mscale"))
    case (nil, let mscale, let all):
      note(.attentionFactor(applied, from: .factor), parameters.keyPath("factor"))
      if let mscale { note(.magnitudeIgnored(mscale), parameters.keyPath("mscale")) }
      if let all { note(.magnitudeIgnored(all), parameters.keyPath("mscale_all_dim")) }
    }
  }

  private mutating func longRoPE(
    _ parameters: Config, factor: Double?, nested: Bool
  ) throws(CheckpointError) -> LongRoPE {
    let length = try originalLength(parameters, nested: nested)
    let longRoPE = LongRoPE(
      shortFactor: try parameters.numbers("short_factor") ?? [],
      longFactor: try parameters.numbers("long_factor") ?? [],
      originalLength: length, factor: factor, maxLength: try maxLength(),
      attentionFactor: try parameters.number("attention_factor"))
    note(.switchesFactors(after: length), parameters.keyPath("long_factor"))
    if try parameters.text("type") == "su", !parameters.has("original_max_position_embeddings") {
      note(.refused(by: "transformers 5.23"), parameters.keyPath("type"))
    }
    return longRoPE
  }

  /// Linear and NTK-aware scaling need no length, so that few configs say which one the model was trained with.
  private mutating func noteTrainedLength(_ parameters: Config, factor: Double?) throws(CheckpointError) {
    let key = "original_max_position_embeddings"
    guard let factor, factor > 1, !parameters.has(key), !config.has(key), let length = try maxLength() else { return }
    note(.trainedLengthAssumed(length), parameters.keyPath(key))
  }

  /// The length before extension: beside the parameters wins over inside, as transformers has it.
  private mutating func originalLength(_ parameters: Config, nested: Bool) throws(CheckpointError) -> Int {
    let key = "original_max_position_embeddings"
    let inner = try parameters.count(key)
    let outer = nested ? nil : try config.count(key)
    if let inner, let outer, inner != outer {
      note(
        .conflict(
          winner: config.keyPath(key), value: .number(Double(outer)), loser: parameters.keyPath(key),
          lost: .number(Double(inner))),
        config.keyPath(key))
    }
    if let length = outer ?? inner { return length }
    guard let length = try maxLength() else {
      throw parameters.error(key, .missing(otherSpellings: ["max_position_embeddings"]))
    }
    note(.originalLengthAssumed(length), parameters.keyPath(key))
    return length
  }

  private mutating func impliedFactor(
    _ parameters: Config, stated: Double?, originalLength: Int
  ) throws(CheckpointError) -> Double {
    let implied = try maxLength().map { Double($0) / Double(originalLength) }
    switch (stated, implied) {
    case (let stated?, let implied?):
      if stated != implied { note(.factorMismatch(factor: stated, implied: implied), parameters.keyPath("factor")) }
      return stated
    case (let stated?, nil): return stated
    case (nil, let implied?):
      note(.factorImplied(implied), parameters.keyPath("factor"))
      return implied
    case (nil, nil): throw parameters.error("factor", .missing(otherSpellings: []))
    }
  }

  /// A number that counts as absent when it is zero, as Python's `or` has it.
  private func nonZero(_ parameters: Config, _ key: String) throws(CheckpointError) -> Double? {
    guard let number = try parameters.number(key), number != 0 else { return nil }
    return number
  }
}
