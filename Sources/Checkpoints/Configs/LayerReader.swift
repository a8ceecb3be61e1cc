/// Layers that share one set of rope parameters, before these are read.
struct LayerSelection {
  var name = "all"
  var layers: [Int]?
  /// What `rope_scaling` or `rope_parameters` hold for them.
  var parameters: Config
  /// Whether the parameters stand under the name of a layer type.
  var nested = false
  /// The key that states their base outside the parameters.
  var baseKey: String?
  /// Their base where nothing states it; nil: the family's.
  var fallbackBase: Double?
}

extension RotaryReader {
  private static let full = "full_attention"
  private static let sliding = "sliding_attention"
  /// Layer types without attention, hence without position.
  private static let recurrent: Set = ["linear_attention", "mamba", "mamba2", "recurrent", "conv", "ssm"]

  /// More groups than any model has; each costs a spectrum, and a file must not buy a million of them.
  private static let mostGroups = 64

  private func tooMany(_ count: Int, at key: String) -> CheckpointError {
    CheckpointError(
      path: config.path, place: .key(key),
      problem: .outOfRange(value: Double(count), atLeast: 0, atMost: Double(Self.mostGroups)))
  }

  /// Which layers share parameters, and which see no position.
  mutating func selections() throws(CheckpointError) -> (selections: [LayerSelection], without: [Int]) {
    let types = try layerTypes()
    let parameters = try ropeParameters()
    var selections = try nested(parameters, types)
    let without = try layersWithoutPosition(types, typesWithParameters: selections.map(\.name))
    if selections.isEmpty, let perLayer = try perLayerBases(parameters) { selections = perLayer }
    if selections.isEmpty, case .twoBases(let bases) = family.layers {
      selections = [
        LayerSelection(
          name: Self.sliding, layers: indices(of: Self.sliding, in: types),
          parameters: bases.scalesLocal ? parameters : empty(parameters), baseKey: bases.localKey,
          fallbackBase: bases.local),
        LayerSelection(
          name: Self.full, layers: indices(of: Self.full, in: types), parameters: parameters,
          baseKey: bases.globalKey,
          fallbackBase: bases.global),
      ]
    }
    if selections.isEmpty { selections = [LayerSelection(parameters: parameters)] }
    let silent = Set(without)
    for index in selections.indices { selections[index].layers?.removeAll(where: silent.contains) }
    let inhabited = selections.filter { $0.layers?.isEmpty != true }
    if !inhabited.isEmpty { selections = inhabited }
    return (selections, without)
  }

  /// `rope_scaling` where it is there and not empty, else `rope_parameters`.
  private mutating func ropeParameters() throws(CheckpointError) -> Config {
    let older = try config.object("rope_scaling")
    let newer = try config.object("rope_parameters")
    if let older, let newer, !older.members.isEmpty, !newer.members.isEmpty, older.members != newer.members {
      note(
        .conflict(
          winner: "rope_scaling", value: .text(try Self.type(of: older)), loser: "rope_parameters",
          lost: .text(try Self.type(of: newer))),
        config.keyPath("rope_scaling"))
    }
    if let older, !older.members.isEmpty { return older }
    return newer ?? Config(members: [:], path: config.path, prefix: config.keyPath("rope_parameters."))
  }

  private static func type(of parameters: Config) throws(CheckpointError) -> String {
    let older = try parameters.text("type")
    let newer = try parameters.text("rope_type")
    return newer ?? older ?? ScalingName.none.rawValue
  }

  private func empty(_ parameters: Config) -> Config {
    Config(members: [:], path: parameters.path, prefix: parameters.prefix)
  }

  /// Parameters that stand under layer types, or that the family has by layer type.
  private func nested(_ parameters: Config, _ types: [String]?) throws(CheckpointError) -> [LayerSelection] {
    var sources = [String: Config]()
    for (name, value) in parameters.members {
      if case .object = value { sources[name] = try parameters.object(name) }
    }
    if sources.isEmpty, parameters.members.isEmpty, case .byLayerType(_, let defaults) = family.layers {
      for (name, members) in defaults {
        sources[name] = Config(members: members, path: config.path, prefix: parameters.keyPath(name + "."))
      }
    }
    guard sources.count <= Self.mostGroups else {
      throw tooMany(sources.count, at: String(parameters.prefix.dropLast()))
    }
    let first = Dictionary((types ?? []).enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    let names = sources.keys.sorted { (first[$0] ?? .max, $0) < (first[$1] ?? .max, $1) }
    return names.compactMap { name in
      sources[name].map {
        LayerSelection(name: name, layers: indices(of: name, in: types), parameters: $0, nested: true)
      }
    }
  }

  /// A base for each layer: `layer_rope_theta`, or a list under `rope_theta`; 0 means no position.
  private func perLayerBases(_ parameters: Config) throws(CheckpointError) -> [LayerSelection]? {
    guard let (bases, key) = try perLayerBaseList() else { return nil }
    var distinct = [Double]()
    for base in bases where base != 0 && !distinct.contains(base) {
      guard distinct.count < Self.mostGroups else { throw tooMany(bases.count, at: config.keyPath(key)) }
      distinct.append(base)
    }
    // What stands for each layer overrides what stands for all.
    let others = Config(
      members: parameters.members.filter { $0.key != "rope_theta" }, path: parameters.path, prefix: parameters.prefix)
    return distinct.enumerated().map { number, base in
      LayerSelection(
        name: distinct.count == 1 ? "all" : "base_\(number + 1)", layers: bases.indices.filter { bases[$0] == base },
        parameters: others, fallbackBase: base)
    }
  }

  private func perLayerBaseList() throws(CheckpointError) -> (bases: [Double], key: String)? {
    guard let key = perLayerBaseKey, let bases = try config.numbers(key) else { return nil }
    try believed(bases.count, key)
    return (bases, key)
  }

  /// The key that states a base for each layer; nil where none does.
  var perLayerBaseKey: String? {
    if config.has("layer_rope_theta") { return "layer_rope_theta" }
    if case .array = config["rope_theta"] { return "rope_theta" }
    return nil
  }

  private func indices(of type: String, in types: [String]?) -> [Int]? {
    types.map { types in types.indices.filter { types[$0] == type } }
  }

  /// The type of each layer, stated or by the family's pattern; nil where neither says it.
  private mutating func layerTypes() throws(CheckpointError) -> [String]? {
    let count = try layerCount()
    for key in ["layer_types", "layers_block_type"] {
      guard let types = try config.texts(key) else { continue }
      try believed(types.count, key)
      if let count, types.count != count {
        note(.layerCountMismatch(listed: types.count, layers: count), config.keyPath(key))
      }
      return types
    }
    if let kinds = try config.counts("attn_type_list") {
      return kinds.map { $0 == 0 ? "linear_attention" : Self.full }
    }
    if let pattern = try config.counts("hybrid_layer_pattern") {
      return pattern.map { $0 == 0 ? Self.full : Self.sliding }
    }
    guard let count else { return nil }
    for key in ["attn_layer_indices", "full_attn_idxs"] {
      guard let attending = try config.counts(key).map(Set.init) else { continue }
      return (0..<count).map { attending.contains($0) ? Self.full : "recurrent" }
    }
    if let pattern = try? config.text("sliding_window_pattern"), !pattern.isEmpty {
      let letters = Array(pattern)
      return (0..<count).map { letters[$0 % letters.count] == "L" && $0 + 1 < count ? Self.sliding : Self.full }
    }
    guard let (period, fullAt, other) = try pattern() else { return nil }
    return (0..<count).map { $0 % period == fullAt ? Self.full : other }
  }

  /// The family's pattern of layers: how often one is full, which, and what the others are.
  private func pattern() throws(CheckpointError) -> (period: Int, fullAt: Int, other: String)? {
    switch family.layers {
    case .alike, .someWithoutPosition: return nil
    case .byLayerType(let period, _): return (period, period - 1, Self.sliding)
    case .twoBases(let bases):
      let period = try config.count(bases.periodKey) ?? bases.period
      return (period, bases.full == .first ? 0 : period - 1, Self.sliding)
    case .fullWithoutPosition(let period):
      let stated = try config.count("sliding_window_pattern") ?? period
      return (stated, stated - 1, Self.sliding)
    case .someRecurrent(let period):
      let period = try config.count("full_attention_interval") ?? period
      return (period, period - 1, "linear_attention")
    }
  }

  private func layersWithoutPosition(
    _ types: [String]?, typesWithParameters: [String]
  ) throws(CheckpointError) -> [Int] {
    if let (bases, _) = try perLayerBaseList() { return bases.indices.filter { bases[$0] == 0 } }
    if let turned = try config.counts("no_rope_layers"), !turned.isEmpty {
      // 1 means that rotation is on, whatever the key's name says.
      return turned.indices.filter { turned[$0] == 0 }
    }
    switch family.layers {
    case .someWithoutPosition(let period):
      let period = try config.count("no_rope_layer_interval") ?? period
      return (0..<(try layerCount() ?? 0)).filter { ($0 + 1) % period == 0 }
    // Without the key there is a window; with null there is none, and then every layer turns.
    case .fullWithoutPosition where config.members["sliding_window"] != .null:
      return indices(of: Self.full, in: types) ?? []
    default:
      guard let types else { return [] }
      // A layer type that is left out, or null, where others have parameters has no rotation.
      let named = Set(typesWithParameters)
      let leavesOut = types.contains(where: named.contains)
      return types.indices.filter { Self.recurrent.contains(types[$0]) || leavesOut && !named.contains(types[$0]) }
    }
  }

  /// More layers than any model has.
  private static let mostLayers = 100_000

  private func believed(_ layers: Int, _ key: String) throws(CheckpointError) {
    guard layers <= Self.mostLayers else {
      throw config.error(
        key, .outOfRange(value: Double(layers), atLeast: 1, atMost: Double(Self.mostLayers)))
    }
  }

  /// The number of layers.
  func layerCount() throws(CheckpointError) -> Int? {
    guard let (count, key) = try config.count(anyOf: Spelling.layers) else { return nil }
    try believed(count, key)
    return count
  }
}
