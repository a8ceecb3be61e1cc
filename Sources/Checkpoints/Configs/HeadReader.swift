import Encodings

extension RotaryReader {
  /// Features of one head that the encoding sees.
  ///
  /// - Throws: Beyond 65,536, a hundred times what models have: each pair costs time.
  mutating func headDimension(full: Bool) throws(CheckpointError) -> Int {
    let dimension = try statedOrDerivedHeadDimension(full: full)
    guard dimension <= 65_536 else {
      throw config.error(
        config.spelling(Spelling.headDimension) ?? "head_dim",
        .outOfRange(value: Double(dimension), atLeast: 2, atMost: 65_536))
    }
    return dimension
  }

  private mutating func statedOrDerivedHeadDimension(full: Bool) throws(CheckpointError) -> Int {
    if case .latent(let rotary, let plain) = family.part {
      let turned = try config.count("qk_rope_head_dim") ?? rotary
      let untouched = try config.count("qk_nope_head_dim", atLeast: 0) ?? plain
      note(.separateRotaryPart(rotated: turned, of: turned + untouched), config.keyPath("qk_rope_head_dim"))
      return turned
    }
    if full {
      if let dimension = try config.count("global_head_dim") { return dimension }
      if let dimension = family.fullHeadDimension { return dimension }
    }
    let derived = try derivedHeadDimension()
    if let (stated, key) = try config.count(anyOf: Spelling.headDimension) {
      if let derived = derived.value, derived != stated {
        note(.explicitHeadDimension(stated, derived: derived), config.keyPath(key))
      }
      return stated
    }
    if !family.ignoresWidth, let problem = derived.problem { throw problem }
    if !family.ignoresWidth, let derived = derived.value { return derived }
    guard let fallback = family.headDimension else {
      throw config.error("head_dim", .missing(otherSpellings: Spelling.width + Spelling.heads))
    }
    note(.defaultTaken(value: Double(fallback)), config.keyPath("head_dim"))
    return fallback
  }

  /// The model's width over its heads; nil where one of them is not stated.
  private func derivedHeadDimension() throws(CheckpointError) -> (value: Int?, problem: CheckpointError?) {
    guard let (width, _) = try config.count(anyOf: Spelling.width),
      let (heads, headsKey) = try config.count(anyOf: Spelling.heads)
    else { return (nil, nil) }
    guard width.isMultiple(of: heads) else {
      return (nil, config.error(headsKey, .doesNotDivide(width: width, heads: heads)))
    }
    return (width / heads, nil)
  }

  /// How much of each head turns, and the key that says so.
  func turningPart(_ parameters: Config) throws(CheckpointError) -> (part: TurningPart, key: String?) {
    if let fraction = try parameters.number("partial_rotary_factor") {
      return (.fraction(fraction), parameters.keyPath("partial_rotary_factor"))
    }
    if let key = config.spelling(Spelling.rotaryFraction), let fraction = try config.number(key) {
      return (.fraction(fraction), config.keyPath(key))
    }
    if let (features, key) = try config.count(anyOf: Spelling.rotaryDimension) {
      return (.features(features), config.keyPath(key))
    }
    return (.fraction(family.rotaryFraction), nil)
  }

  /// How many features of each head turn, where this family looks at a part.
  mutating func rotaryDimension(head: Int, part: TurningPart, name: ScalingName, key: String?) -> Int {
    let rotated = part.features(of: head)
    guard rotated != head, name != .proportional else { return head }
    guard family.readsFraction || name != .none, !isLatent else {
      note(.partialRotaryIgnored(part.fraction(of: head)), key)
      return head
    }
    note(.partialRotary(rotated: rotated, of: head), key)
    return rotated
  }

  private var isLatent: Bool { if case .latent = family.part { true } else { false } }

  /// What scores are multiplied by, where DeepSeek's kin move the attention factor there.
  mutating func softmaxScale(
    _ scaling: Scaling, head: Int, _ parameters: Config
  ) throws(CheckpointError) -> Double? {
    guard case .latent(_, let plain) = family.part, case .yarn(let yarn) = scaling, yarn.mscaleAllDim != nil else {
      return nil
    }
    let width = head + (try config.count("qk_nope_head_dim", atLeast: 0) ?? plain)
    let scale = yarn.softmaxScale / Double(width).squareRoot()
    note(.softmaxScaleMoved(multiplier: yarn.softmaxScale, scale: scale), parameters.keyPath("mscale_all_dim"))
    return scale
  }

  /// Pairs by axis, time, height and width, which must add up to all pairs, and whether the axes take turns.
  mutating func sections(
    _ parameters: Config, pairs: Int
  ) throws(CheckpointError) -> (pairs: [Int], takeTurns: Bool)? {
    let source = parameters.has("mrope_section") ? parameters : config
    guard let sections = try source.counts("mrope_section") else { return nil }
    guard sections.count == 3 else {
      throw source.error("mrope_section", .wrongCount(found: sections.count, expected: 3))
    }
    let sum = sections.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    guard sum == pairs else { throw source.error("mrope_section", .wrongCount(found: sum, expected: pairs)) }
    let takeTurns = try parameters.flag("mrope_interleaved") ?? false
    note(.sections(sections, interleaved: takeTurns), source.keyPath("mrope_section"))
    return (sections, takeTurns)
  }
}
