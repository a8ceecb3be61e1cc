import Encodings

/// Reads what the config of a rotary model says, group by group.
struct RotaryReader {
  let config: Config
  let family: RotaryFamily
  /// The family's name; nil for one that is not known.
  let familyName: String?
  private(set) var findings = [Finding]()
  private var group: String?
  /// How features are paired.
  private(set) var layout: PairLayout
  /// Whether heads have two halves, each with a position of its own.
  private var turnsHalvesApart = false

  init(config: Config, family: RotaryFamily, familyName: String?) {
    self.config = config
    self.family = family
    self.familyName = familyName
    layout = family.layout
  }

  mutating func note(_ concern: Finding.Concern, _ key: String? = nil) {
    let finding = Finding(concern, key: key, group: group)
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// The groups of layers, and the layers without position.
  mutating func groups() throws(CheckpointError) -> (groups: [LayerGroup], without: [Int]) {
    layout = try statedLayout() ?? family.layout
    noteLayout()
    let (selections, without) = try selections()
    var groups = [LayerGroup]()
    for selection in selections {
      group = selections.count == 1 ? nil : selection.name
      groups.append(try layerGroup(selection))
    }
    group = nil
    if let merged = Self.merged(groups) {
      groups = [merged]
      findings = findings.reduce(into: []) { kept, finding in
        let general = Finding(finding.concern, key: finding.key)
        if !kept.contains(general) { kept.append(general) }
      }
    } else if groups.count > 1 {
      note(.layersDiffer(groups: groups.map(\.name)))
      let scaled = groups.filter { $0.encoding.rotary?.scaling.factor != nil }
      if scaled.count == 1 { note(.scalingOnOneGroup(name: scaled[0].name)) }
    }
    if !without.isEmpty {
      if try layerCount() == without.count { groups = [LayerGroup(name: "all", encoding: .none)] }
      note(.layersWithoutPosition(count: without.count, of: try layerCount() ?? without.count), withoutKey)
    }
    noteMisspelledKeys()
    try noteQueryScaling()
    try notePrecision(groups)
    return (groups, without)
  }

  /// The two keys that say how features are paired: ChatGLM-6B's `position_encoding_2d`, which the interleaved
  /// ChatGLM2 has no more, and `rope_interleave` of DeepSeek-V3's kin.
  private mutating func statedLayout() throws(CheckpointError) -> PairLayout? {
    if try config.flag("position_encoding_2d") == true {
      turnsHalvesApart = true
      note(.twoDimensionalPositions, config.keyPath("position_encoding_2d"))
      return .halfSplit
    }
    guard family.layout == .interleavedInHalfSplitOut else { return nil }
    return try config.flag("rope_interleave") == false ? .halfSplit : nil
  }

  /// One group named `all` when every group says the same.
  private static func merged(_ groups: [LayerGroup]) -> LayerGroup? {
    let all = groups.map(LayerGroup.init(forAll:))
    guard let first = all.first, all.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private mutating func layerGroup(_ selection: LayerSelection) throws(CheckpointError) -> LayerGroup {
    let parameters = selection.parameters
    let name = try scalingName(parameters)
    noteUnknownKeys(parameters)
    let whole = try headDimension(full: selection.name == "full_attention")
    // Of an odd head there is no half; it is refused as it is.
    let head = turnsHalvesApart && whole.isMultiple(of: 2) ? whole / 2 : whole
    let base = try base(selection)
    let (part, partKey) = turnsHalvesApart ? (.fraction(1), nil) : try turningPart(parameters)
    let rotated = rotaryDimension(head: head, part: part, name: name, key: partKey)
    let scaling = try scaling(
      parameters, name: name, fraction: part.fraction(of: head), nested: selection.nested)
    let rotary: Rotary
    do throws(InvalidParameter) {
      rotary = try Rotary(
        dimension: head, rotaryDimension: rotated == head ? nil : rotated, base: base.value, layout: layout,
        scaling: scaling)
    } catch {
      throw parameters.placed(error, base: base.key, fraction: partKey, config: config)
    }
    if case .longRoPE(let longRoPE) = scaling {
      note(
        .attentionFactor(rotary.spectrum.attentionFactor, from: longRoPE.attentionFactor == nil ? .lengths : .stated),
        parameters.keyPath(longRoPE.attentionFactor == nil ? "original_max_position_embeddings" : "attention_factor"))
    }
    let shares = try sections(parameters, pairs: rotary.spectrum.pairCount)
    return LayerGroup(
      name: selection.name, layers: selection.layers, encoding: .rotary(rotary),
      originalLength: scaling.originalLength, maxLength: try maxLength(),
      softmaxScale: try softmaxScale(scaling, head: head, parameters),
      sections: shares?.pairs, sectionsTakeTurns: shares?.takeTurns ?? false,
      turnsHalvesApart: turnsHalvesApart)
  }

  private mutating func base(_ selection: LayerSelection) throws(CheckpointError) -> (value: Double, key: String) {
    let parameters = selection.parameters
    let fallback = selection.fallbackBase ?? family.base
    let outer = try outerBase(selection)
    if let inner = try parameters.number("rope_theta") {
      let key = parameters.keyPath("rope_theta")
      if let outer, outer.value != inner {
        note(.conflict(winner: key, value: .number(inner), loser: outer.key, lost: .number(outer.value)), key)
      } else if outer == nil, inner != fallback, !isByLayerType {
        note(.baseInNewKeyOnly(base: inner, fallback: fallback), key)
      }
      return (inner, key)
    }
    if let outer { return outer }
    if let ratio = try config.number("rope_ratio") { return (fallback * ratio, config.keyPath("rope_ratio")) }
    let key = config.keyPath(selection.baseKey ?? "rope_theta")
    if perLayerBaseKey == nil { note(.baseNotStated(default: fallback), key) }
    return (fallback, key)
  }

  /// Families that never had another spelling.
  private var isByLayerType: Bool { if case .byLayerType = family.layers { true } else { false } }

  private mutating func outerBase(_ selection: LayerSelection) throws(CheckpointError) -> (
    value: Double, key: String
  )? {
    guard perLayerBaseKey == nil else { return nil }
    if let key = selection.baseKey { return try config.number(key).map { ($0, config.keyPath(key)) } }
    if let key = config.spelling(Spelling.base), let base = try config.number(key) {
      for other in Spelling.base where other != key && config.has(other) {
        guard let lost = try config.number(other), lost != base else { continue }
        note(
          .conflict(
            winner: config.keyPath(key), value: .number(base), loser: config.keyPath(other), lost: .number(lost)),
          config.keyPath(key))
      }
      return (base, config.keyPath(key))
    }
    let attention = try? config.object("attn_config")
    guard let attention, let base = try attention.number("rope_theta") else { return nil }
    return (base, attention.keyPath("rope_theta"))
  }

  func maxLength() throws(CheckpointError) -> Int? {
    try config.count(anyOf: Spelling.maxLength)?.value ?? family.maxLength
  }
}

extension LayerGroup {
  /// The same for every layer that has a position.
  init(forAll group: LayerGroup) {
    self.init(
      name: "all", layers: nil, encoding: group.encoding,
      originalLength: group.originalLength, maxLength: group.maxLength, softmaxScale: group.softmaxScale,
      sections: group.sections, sectionsTakeTurns: group.sectionsTakeTurns,
      turnsHalvesApart: group.turnsHalvesApart)
  }
}
