import Encodings

extension Family {
  /// Reads a config of this family.
  func reading(_ config: Config, name: String) throws(CheckpointError) -> ModelReader.Reading {
    var reader = SchemeReader(config: config)
    let groups: [LayerGroup]
    switch self {
    case .rotary(let family): return try family.reading(config, name: name)
    case .none: groups = [LayerGroup(name: "all", encoding: .none)]
    case .ropeOrNone:
      guard try config.text("position_embedding_type") != "rope" else {
        return try RotaryFamily().reading(config, name: name)
      }
      groups = [LayerGroup(name: "all", encoding: .none)]
    case .learned(let family): groups = [try reader.learned(family)]
    case .waves(let family): groups = [try reader.waves(family)]
    case .whisper: groups = try reader.whisper()
    case .bloom: groups = [try reader.alibi(.keyPosition)]
    case .t5: groups = try reader.t5()
    case .transformerXL: groups = [try reader.transformerXL(.transformerXL)]
    case .xlnet:
      let rows: TransformerXL.Rows = try config.text("attn_type") == "uni" ? .xlnetCausal : .xlnet
      groups = [try reader.transformerXL(rows)]
    case .deberta: groups = [try reader.deberta()]
    case .falcon:
      guard try config.flag("alibi") == true else { return try RotaryFamily().reading(config, name: name) }
      groups = [try reader.alibi(.keyPositionInBFloat16)]
    case .mpt:
      guard let group = try reader.mpt() else { return try RotaryFamily().reading(config, name: name) }
      groups = [group]
    case .baichuan: return try baichuan(config, name: name)
    case .bert, .esm:
      let kind = try config.text("position_embedding_type") ?? "absolute"
      let table =
        self == .esm
        ? TableFamily(defaultLength: 1_026, defaultWidth: 768, offset: .afterPadding(1))
        : TableFamily(defaultLength: 512, defaultWidth: 768, offset: .none)
      guard let group = try reader.chosen(kind, orTable: table) else {
        return try RotaryFamily(headDimension: 64).reading(config, name: name)
      }
      groups = [group]
    }
    return (groups, [], reader.findings)
  }

  /// 5,120 features, or 40 heads, make the 13B model.
  private func baichuan(_ config: Config, name: String) throws(CheckpointError) -> ModelReader.Reading {
    let width = try config.count(anyOf: Spelling.width)?.value ?? 0
    let heads = try config.count(anyOf: Spelling.heads)?.value ?? 0
    guard width >= 5_120 || heads == 40 else {
      var reading = try RotaryFamily(isRemote: true).reading(config, name: name)
      reading.findings.append(Finding(.decidedBySize(alternative: "alibi"), key: config.keyPath("hidden_size")))
      return reading
    }
    var reader = SchemeReader(config: config)
    let group = try reader.alibi(.distance)
    reader.note(.remoteCode(family: name), "model_type")
    reader.note(.decidedBySize(alternative: "rope"), "hidden_size")
    return ([group], [], reader.findings)
  }
}

extension SchemeReader {
  /// What `position_embedding_type` chooses in BERT and its kin, `table` where it is a learned one; nil for rotation.
  fileprivate mutating func chosen(_ kind: String, orTable table: TableFamily) throws(CheckpointError) -> LayerGroup?
  {
    switch kind {
    case "rotary", "rope": return nil
    case "alibi": return try alibi(.distance)
    case "relative_key", "relative_key_query": return try relativeKey()
    case "absolute", "learned": return try learned(table)
    default:
      let known = ["absolute", "relative_key", "relative_key_query", "rotary", "alibi"]
      throw config.error(
        "position_embedding_type",
        .unknownName(found: kind, nearest: Spelling.nearest(to: kind, among: known), known: known))
    }
  }
}

extension RotaryFamily {
  /// Reads a config of this family.
  ///
  /// - Parameter name: The family's name; nil for one that is not known.
  func reading(_ config: Config, name: String?) throws(CheckpointError) -> ModelReader.Reading {
    var reader = RotaryReader(config: config, family: self, familyName: name)
    let (groups, without) = try reader.groups()
    return (groups, without, reader.findings)
  }
}
