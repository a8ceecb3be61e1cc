import Checkpoints
import Encodings
import Explorer
import Export

/// A group of layers as JSON, with the keys that Python people expect.
enum GroupJSON {
  /// - Parameter more: Members after the group's own.
  static func value(
    name: String, group: LayerGroup?, encoding: Encoding, more: [(key: String, value: JSONValue)] = []
  ) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .text(name)), ("layers", group?.layers.map { .list($0.map { .number(Double($0)) }) } ?? .null),
      ("scheme", .text(encoding.scheme.rawValue)),
    ]
    members += facts(of: encoding, group)
    if let scale = group?.softmaxScale { members.append(("softmax_scale", .number(scale))) }
    if let group, let own = modelSays(group.encoding, of: encoding) { members.append(("model_says", own)) }
    if let sections = group?.sections { members.append(("mrope_section", .numbers(sections.map(Double.init)))) }
    if let spectrum = encoding.spectrum {
      members.append(("inv_freq", .numbers(spectrum.inverseFrequencies.map(\.radians))))
    }
    return .object(members + more)
  }

  /// The parameters of an encoding that belongs to no group, without its frequencies.
  static func parameters(of encoding: Encoding) -> JSONValue {
    .object([("scheme", .text(encoding.scheme.rawValue))] + facts(of: encoding, nil).filter { $0.value != .null })
  }

  /// The model's own values of what options have changed, under the names of those options.
  private static func modelSays(_ own: Encoding, of encoding: Encoding) -> JSONValue? {
    guard own != encoding else { return nil }
    return .object(EncodingContrast.all(own, encoding).map { ($0.key, $0.first.map(JSONValue.text) ?? .null) })
  }

  /// What there is to know of a scheme, under the names of Hugging Face where it has them.
  private static func facts(of encoding: Encoding, _ group: LayerGroup?) -> [(key: String, value: JSONValue)] {
    let maxLength: (String, JSONValue) = ("max_length", .whole(group?.maxLength))
    switch encoding {
    case .rotary(let rotary): return facts(of: rotary, group) + [maxLength]
    case .xPos(let xPos):
      return facts(of: xPos.rotary, group) + [
        ("gamma", .number(xPos.gamma)), ("scale_base", .number(xPos.scaleBase)), ("decays", .numbers(xPos.decays)),
        maxLength,
      ]
    case .sinusoidal(let sinusoidal): return facts(of: sinusoidal) + [maxLength]
    case .transformerXL(let transformerXL):
      return facts(of: transformerXL.sinusoidal) + [
        ("clamp_len", .whole(transformerXL.clampLength)), ("row_order", .text(transformerXL.rows.rawValue)),
        maxLength,
      ]
    case .integer(let integer): return [("length", .whole(integer.length)), maxLength]
    case .oneHot(let oneHot): return [("rows", .whole(oneHot.rows)), ("dim", .whole(oneHot.rows)), maxLength]
    case .learned(let table):
      return [
        ("rows", .whole(table.rowCount)), ("dim", .whole(table.dimension)), ("first_row", .whole(table.offset)),
        ("positions", .whole(table.positionCount)), ("values_known", .flag(!table.values.isEmpty)), maxLength,
      ]
    case .alibi(let alibi):
      return [
        ("heads", .whole(alibi.heads)), ("alibi_bias_max", .number(alibi.maxExponent)),
        ("form", .text(name(of: alibi.form))), ("slopes", .numbers(alibi.slopes)), maxLength,
      ]
    case .t5(let t5):
      return [
        ("num_buckets", .whole(t5.bucketCount)), ("max_distance", .whole(t5.maxDistance)),
        ("bidirectional", .flag(t5.bidirectional)), ("values_known", .flag(!t5.biases.isEmpty)), maxLength,
      ]
    case .shaw(let shaw):
      return [
        ("num_buckets", .whole(shaw.bucketCount)), ("left", .whole(shaw.left)), ("right", .whole(shaw.right)),
        ("direction", .text(shaw.direction == .keyMinusQuery ? "key-minus-query" : "query-minus-key")), maxLength,
      ]
    case .deberta(let deberta):
      return [
        ("num_buckets", .whole(deberta.bucketCount)), ("position_buckets", .whole(deberta.buckets)),
        ("max_relative_positions", .whole(deberta.maxDistance)), maxLength,
      ]
    case .kerple(let kerple):
      return [
        ("heads", .whole(kerple.heads)), ("kernel", .text(kerple.kernel.rawValue)),
        ("scales", .numbers(kerple.scales)), ("rates", .numbers(kerple.rates)), maxLength,
      ]
    case .fire(let fire):
      return [
        ("heads", .whole(fire.heads)), ("scale", .number(fire.scale)), ("threshold", .number(fire.threshold)),
        maxLength,
      ]
    case .none: return [maxLength]
    }
  }

  /// What the slope is multiplied by.
  private static func name(of form: ALiBi.Form) -> String {
    switch form {
    case .distance: "distance"
    case .keyPosition: "key-position"
    case .lastKey(let length): "distance-to-key-\(length - 1)"
    case .keyPositionInBFloat16: "key-position-bfloat16"
    }
  }

  private static func facts(of rotary: Rotary, _ group: LayerGroup?) -> [(key: String, value: JSONValue)] {
    let parts = group?.turnsHalvesApart == true ? 2 : 1
    return [
      ("head_dim", .whole(parts * rotary.dimension)), ("rotary_dim", .whole(parts * rotary.rotaryDimension)),
      ("base", .number(rotary.base)), ("layout", .text(rotary.layout.rawValue)),
      ("scaling", .object(scaling(rotary.scaling))), ("attention_factor", .number(rotary.spectrum.attentionFactor)),
      ("original_length", .whole(rotary.scaling.originalLength ?? group?.originalLength)),
    ] + (rotary.length.map { [("length", .whole($0))] } ?? [])
  }

  private static func facts(of sinusoidal: Sinusoidal) -> [(key: String, value: JSONValue)] {
    [
      ("dim", .whole(sinusoidal.dimension)), ("base", .number(sinusoidal.base)),
      ("layout", .text(sinusoidal.layout.rawValue)), ("ladder", .text(sinusoidal.ladder.rawValue)),
    ]
  }

  /// An extension's parameters under the keys of Hugging Face.
  static func scaling(_ scaling: Scaling) -> [(key: String, value: JSONValue)] {
    let type: (String, JSONValue) = ("type", .text(scaling.name))
    switch scaling {
    case .none: return [type]
    case .linear(let factor), .ntkAware(let factor): return [type, ("factor", .number(factor))]
    case .dynamicNTK(let factor, let length):
      return [type, ("factor", .number(factor)), ("original_max_position_embeddings", .whole(length))]
    case .byParts(let parts):
      return [
        type, ("factor", .number(parts.factor)), ("original_max_position_embeddings", .whole(parts.originalLength)),
        ("beta_fast", .number(parts.betaFast)), ("beta_slow", .number(parts.betaSlow)),
      ]
    case .yarn(let yarn):
      return [
        type, ("factor", .number(yarn.factor)), ("original_max_position_embeddings", .whole(yarn.originalLength)),
        ("beta_fast", .number(yarn.betaFast)), ("beta_slow", .number(yarn.betaSlow)),
        ("truncate", .flag(yarn.truncate)),
        ("mscale", .optional(yarn.mscale)), ("mscale_all_dim", .optional(yarn.mscaleAllDim)),
      ]
    case .longRoPE(let longRoPE):
      return [
        type, ("factor", .optional(longRoPE.stretch)),
        ("original_max_position_embeddings", .whole(longRoPE.originalLength)),
        ("short_factor", .numbers(longRoPE.shortFactor)), ("long_factor", .numbers(longRoPE.longFactor)),
      ]
    case .llama3(let llama3):
      return [
        type, ("factor", .number(llama3.factor)), ("original_max_position_embeddings", .whole(llama3.originalLength)),
        ("low_freq_factor", .number(llama3.lowFreqFactor)), ("high_freq_factor", .number(llama3.highFreqFactor)),
      ]
    case .proportional(let fraction): return [type, ("partial_rotary_factor", .number(fraction))]
    case .morph(let morph):
      return [
        type, ("share", .number(morph.share)), ("from", .object(Self.scaling(morph.from))),
        ("to", .object(Self.scaling(morph.to))),
      ]
    }
  }
}
