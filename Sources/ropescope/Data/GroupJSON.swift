import Checkpoints
import Encodings
import Export

/// A group of layers as JSON, with the keys that Python people expect.
enum GroupJSON {
  static func value(name: String, group: LayerGroup?, encoding: Encoding) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .text(name)), ("layers", group?.layers.map { .list($0.map { .number(Double($0)) }) } ?? .null),
      ("scheme", .text(encoding.scheme.rawValue)),
    ]
    switch encoding {
    case .rotary(let rotary):
      members += [
        ("head_dim", .whole(group?.headDimension ?? rotary.dimension)),
        ("rotary_dim", .whole(rotary.rotaryDimension)),
        ("base", .number(rotary.base)), ("layout", .text(rotary.layout.rawValue)),
        ("scaling", .object(scaling(rotary.scaling))), ("attention_factor", .number(rotary.spectrum.attentionFactor)),
        ("original_length", .whole(rotary.scaling.originalLength ?? group?.originalLength)),
        ("max_length", .whole(group?.maxLength)),
      ]
    case .sinusoidal(let sinusoidal):
      members += [
        ("dim", .whole(sinusoidal.dimension)), ("base", .number(sinusoidal.base)),
        ("layout", .text(sinusoidal.layout.rawValue)), ("ladder", .text(sinusoidal.ladder.rawValue)),
        ("max_length", .whole(group?.maxLength)),
      ]
    default: break
    }
    if let spectrum = encoding.spectrum {
      members.append(("inv_freq", .numbers(spectrum.inverseFrequencies.map(\.radians))))
    }
    return .object(members)
  }

  /// An extension's parameters under the keys of Hugging Face.
  private static func scaling(_ scaling: Scaling) -> [(key: String, value: JSONValue)] {
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
    }
  }
}
