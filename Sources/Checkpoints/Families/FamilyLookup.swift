extension Family {
  /// The family of a model.
  ///
  /// - Parameters:
  ///   - modelType: The config's `model_type`.
  ///   - architectures: The config's class names; they decide where the type is absent or unknown.
  /// - Returns: The family and the name by which it was found; nil for one that is not known.
  static func of(modelType: String?, architectures: [String]) -> (name: String, family: Family)? {
    if let modelType, let family = byModelType[modelType] { return (modelType, family) }
    for architecture in architectures {
      let stem = stem(of: architecture)
      if let name = byStem[stem], let family = byModelType[name] { return (name, family) }
    }
    return nil
  }

  private static let byModelType: [String: Family] = {
    var families = RotaryFamilies.byModelType.mapValues(Family.rotary)
    for (name, family) in TableFamilies.learned { families[name] = .learned(family) }
    for (name, family) in TableFamilies.waves { families[name] = .waves(family) }
    for (name, family) in singular { families[name] = family }
    for name in withoutPosition { families[name] = Family.none }
    return families
  }()

  /// Families of one kind each.
  private static let singular: [String: Family] = [
    "bert": .bert, "esm": .esm, "whisper": .whisper, "bloom": .bloom, "falcon": .falcon, "RefinedWeb": .falcon,
    "RefinedWebModel": .falcon, "mpt": .mpt, "baichuan": .baichuan, "t5": .t5, "mt5": .t5, "umt5": .t5, "longt5": .t5,
    "switch_transformers": .t5, "pop2piano": .t5, "udop": .t5, "transfo-xl": .transformerXL, "xlnet": .xlnet,
    "deberta": .deberta, "deberta-v2": .deberta, "granitemoehybrid": .ropeOrNone,
  ]

  /// Models whose layers see no position.
  private static let withoutPosition = [
    "mamba", "mamba2", "falcon_mamba", "rwkv", "jamba", "nemotron_h", "xlstm", "hyena", "kimi_linear",
  ]

  /// Names by what their class names begin with: `LlamaForCausalLM` is `llama`.
  private static let byStem: [String: String] = {
    var names = [String: String]()
    for name in byModelType.keys.sorted() {
      names[letters(name)] = name
    }
    return names
  }()

  private static func stem(of architecture: String) -> String {
    let endings = [
      "ForCausalLM", "ForConditionalGeneration", "ForMaskedLM", "LMHeadModel", "MTModel", "Model", "For",
    ]
    for ending in endings {
      if let range = architecture.firstRange(of: ending) { return letters(String(architecture[..<range.lowerBound])) }
    }
    return letters(architecture)
  }

  private static func letters(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }
}
