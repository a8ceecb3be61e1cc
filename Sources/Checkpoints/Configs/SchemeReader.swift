import Encodings

/// Reads what the config of a model says that does not turn queries and keys, or that may do something else.
struct SchemeReader {
  let config: Config
  private(set) var findings = [Finding]()

  init(config: Config) { self.config = config }

  mutating func note(_ concern: Finding.Concern, _ key: String? = nil, group: String? = nil) {
    findings.append(Finding(concern, key: key.map(config.keyPath), group: group))
  }

  /// An encoding's refusal, at the key that is to blame.
  func refusal(_ refusal: InvalidParameter, _ key: String) -> CheckpointError {
    config.error(key, .invalid(refusal, suggestion: nil))
  }

  /// A learned table, of which a config knows the shape.
  ///
  /// - Parameters:
  ///   - lengthKeys: Keys that state how many positions there are, where they are not the family's.
  mutating func learned(
    _ family: TableFamily, name: String = "all", lengthKeys: [String]? = nil
  ) throws(CheckpointError) -> LayerGroup {
    let keys = lengthKeys ?? family.length
    let (stated, key) = try config.requiredCount(keys, fallback: family.defaultLength)
    let (width, widthKey) = try config.requiredCount(family.width, fallback: family.defaultWidth)
    let (first, rows): (Int, Int)
    switch family.offset {
    case .none: (first, rows) = (0, stated)
    case .added(let extra): (first, rows) = (extra, stated + extra)
    case .afterPadding(let padding):
      (first, rows) = ((try config.count("pad_token_id", atLeast: 0) ?? padding) + 1, stated)
    }
    let table: LearnedTable
    do throws(InvalidParameter) {
      table = try LearnedTable(rows: rows, dimension: width, offset: first)
    } catch {
      throw refusal(error, error.name == .offset ? "pad_token_id" : key)
    }
    let group = name == "all" ? nil : name
    if first > 0 { note(.tableOffset(firstRow: first, rows: rows, usable: table.positionCount), key, group: group) }
    note(.tableEnds(positions: table.positionCount), key, group: group)
    note(.valuesInCheckpoint, group: group)
    if let model = try config.count("hidden_size"), model != width {
      note(.tableWidth(width, modelWidth: model), widthKey, group: group)
    }
    return LayerGroup(name: name, encoding: .learned(table), maxLength: table.positionCount)
  }

  /// A computed table.
  mutating func waves(
    _ family: WaveFamily, name: String = "all", lengthKeys: [String] = Spelling.maxLength + ["max_source_positions"]
  ) throws(CheckpointError) -> LayerGroup {
    let (width, key) = try config.requiredCount(["d_model", "hidden_size", "n_embd"])
    let waves: Sinusoidal
    do throws(InvalidParameter) {
      waves = try Sinusoidal(dimension: width, layout: family.layout, ladder: family.ladder)
    } catch {
      throw refusal(error, key)
    }
    let group = name == "all" ? nil : name
    note(.sinusoidalForm(family.ladder, family.layout), "model_type", group: group)
    let length = try config.count(anyOf: lengthKeys)
    if family.firstRow > 0, let (length, key) = length {
      note(
        .tableOffset(firstRow: family.firstRow, rows: length + family.firstRow, usable: length), key, group: group)
    }
    return LayerGroup(name: name, encoding: .sinusoidal(waves), maxLength: length?.value)
  }

  /// Whisper's two tables.
  mutating func whisper() throws(CheckpointError) -> [LayerGroup] {
    [
      try waves(
        WaveFamily(layout: .halfSplit, ladder: .endpoint), name: "encoder", lengthKeys: ["max_source_positions"]),
      try learned(
        TableFamily(defaultLength: 448, width: ["d_model"]), name: "decoder", lengthKeys: ["max_target_positions"]),
    ]
  }

  /// T5's buckets: the encoder's look both ways.
  mutating func t5() throws(CheckpointError) -> [LayerGroup] {
    let buckets = try config.count("relative_attention_num_buckets") ?? 32
    let distance = try config.count("relative_attention_max_distance") ?? 128
    if let length = try config.count("n_positions") { note(.misleadingKey(value: String(length)), "n_positions") }
    note(.valuesInCheckpoint)
    note(.distancesClamped(at: distance), "relative_attention_max_distance")
    var groups = [LayerGroup]()
    for (name, both) in [("encoder", true), ("decoder", false)] {
      if name == "decoder", try config.flag("is_encoder_decoder") == false { continue }
      do throws(InvalidParameter) {
        let bias = try T5Bias(buckets: buckets, maxDistance: distance, bidirectional: both)
        groups.append(LayerGroup(name: name, encoding: .t5(bias)))
      } catch {
        throw refusal(
          error, error.name == .buckets ? "relative_attention_num_buckets" : "relative_attention_max_distance")
      }
    }
    return groups
  }

  /// Transformer-XL's and XLNet's sinusoids of distances.
  mutating func transformerXL(_ rows: TransformerXL.Rows) throws(CheckpointError) -> LayerGroup {
    let (width, key) = try config.requiredCount(["d_model", "hidden_size"])
    let clamp = try config.countAboveZero("clamp_len")
    if let clamp { note(.distancesClamped(at: clamp), "clamp_len") }
    do throws(InvalidParameter) {
      let relative = try TransformerXL(dimension: width, clampLength: clamp, rows: rows)
      return LayerGroup(name: "all", encoding: .transformerXL(relative))
    } catch {
      throw refusal(error, key)
    }
  }

  /// DeBERTa's buckets; a learned table where relative attention is off.
  mutating func deberta() throws(CheckpointError) -> LayerGroup {
    guard try config.flag("relative_attention") == true else { return try learned(TableFamily(defaultLength: 512)) }
    let length = try config.requiredCount(["max_position_embeddings"], fallback: 512).value
    // None means: as many as there are positions.
    let distance = try config.countAboveZero("max_relative_positions") ?? length
    let buckets = try config.countAboveZero("position_buckets")
    note(.distancesClamped(at: distance), "max_relative_positions")
    note(
      .disentangledTerms(try disentangledTerms(), absoluteAdded: try config.flag("position_biased_input") ?? true),
      "pos_att_type")
    note(.valuesInCheckpoint)
    do throws(InvalidParameter) {
      let deberta = try DeBERTa(buckets: buckets, maxDistance: distance)
      return LayerGroup(name: "all", encoding: .deberta(deberta), maxLength: length)
    } catch {
      throw refusal(error, error.name == .buckets ? "position_buckets" : "max_relative_positions")
    }
  }

  /// `pos_att_type`: a list, or words with bars between them.
  private func disentangledTerms() throws(CheckpointError) -> [String] {
    if case .string(let words)? = config["pos_att_type"] {
      return words.split(separator: "|").map(String.init).sorted()
    }
    return try config.texts("pos_att_type")?.sorted() ?? []
  }
}
