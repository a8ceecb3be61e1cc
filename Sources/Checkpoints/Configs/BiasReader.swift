import Encodings

extension SchemeReader {
  /// Linear biases.
  ///
  /// - Parameters:
  ///   - form: What the slopes are multiplied by.
  ///   - maxExponent: The exponent of the last head's slope.
  mutating func alibi(_ form: ALiBi.Form, maxExponent: Double = 8) throws(CheckpointError) -> LayerGroup {
    let (heads, key) = try config.requiredCount(Spelling.heads)
    let length = try config.count(anyOf: Spelling.maxLength)?.value
    if heads.nonzeroBitCount > 1 { note(.slopesInterleaved(heads: heads), key) }
    note(.biasForm(Finding.BiasForm(form)), "model_type")
    if form == .keyPositionInBFloat16 { note(.biasRounded, "model_type") }
    do throws(InvalidParameter) {
      let alibi = try ALiBi(heads: heads, form: form, maxExponent: maxExponent)
      return LayerGroup(name: "all", encoding: .alibi(alibi), maxLength: length)
    } catch {
      throw refusal(error, key)
    }
  }

  /// What MPT's `attn_config` asks for: linear biases before rotation before a learned table.
  mutating func mpt() throws(CheckpointError) -> LayerGroup? {
    let attention = try config.object("attn_config")
    if try attention?.flag("alibi") == true {
      if try config.flag("learned_pos_emb") == true { note(.misleadingKey(value: "true"), "learned_pos_emb") }
      let exponent = try attention?.number("alibi_bias_max") ?? 8
      let length = try config.count("max_seq_len") ?? 2_048
      return try alibi(.lastKey(length: length), maxExponent: exponent)
    }
    if try attention?.flag("rope") == true { return nil }
    return try learned(TableFamily(length: ["max_seq_len"], defaultLength: 2_048))
  }

  /// Shaw's clipped differences, which BERT's `relative_key` made of them.
  mutating func relativeKey() throws(CheckpointError) -> LayerGroup {
    let length = try config.requiredCount(["max_position_embeddings"], fallback: 512).value
    note(.distancesClamped(at: length - 1), "max_position_embeddings")
    do throws(InvalidParameter) {
      let relative = try Shaw(left: length - 1, right: length - 1, direction: .queryMinusKey)
      return LayerGroup(name: "all", encoding: .shaw(relative), maxLength: length)
    } catch {
      throw refusal(error, "max_position_embeddings")
    }
  }
}

extension Finding.BiasForm {
  /// From where a bias of this form counts.
  fileprivate init(_ form: ALiBi.Form) {
    self =
      switch form {
      case .distance: .fromQuery
      case .keyPosition, .keyPositionInBFloat16: .fromFirstKey
      case .lastKey: .toLastKey
      }
  }
}
