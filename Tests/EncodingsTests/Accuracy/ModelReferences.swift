import Encodings
import TestSupport

/// Comparisons with every rotary model that Hugging Face transformers computed.
enum ModelReferences {
  struct Variant: Decodable {
    let layer_type: String?
    let head_dim: Int?
    let rotary_dim: Int
    let seq_len: Int?
    let attention_scaling: Double?
    let inv_freq: [Double]
    let positions: [Int]
    let cos: [[Double]]
    let sin: [[Double]]
    let rotated_q_at_7: [Double]?
  }

  /// Parameters of one layer type, or a dictionary of them by layer type.
  enum Parameters: Decodable {
    case one(RopeParameters)
    case byLayerType([String: RopeParameters])

    init(from decoder: any Decoder) throws {
      if let byType = try? [String: RopeParameters](from: decoder) {
        self = .byLayerType(byType)
      } else {
        self = .one(try RopeParameters(from: decoder))
      }
    }

    func parameters(for layerType: String?) throws -> RopeParameters {
      switch self {
      case .one(let parameters): return parameters
      case .byLayerType(let byType):
        guard let parameters = byType[layerType ?? ""] else { throw Unexpected.missing(layerType ?? "layer type") }
        return parameters
      }
    }
  }

  struct Model: Decodable {
    let config: String
    let layout: String
    let head_dim: Int
    let max_position_embeddings: Int
    let rope_parameters_after_loading: Parameters
    let variants: [Variant]
  }

  /// LongRoPE's lists stand in the model's own configuration.
  private struct Config: Decodable {
    struct Lists: Decodable { let short_factor: [Double]?, long_factor: [Double]? }
    let rope_scaling: Lists?
  }

  static func models() throws -> [Model] {
    let computed = Set(try Oracle.names(in: "expected"))
    return try Oracle.names(in: "configs").filter(computed.contains).map {
      try Oracle.load("expected/\($0).json", as: Model.self)
    }
  }

  static func rotary(_ model: Model, _ variant: Variant) throws -> Rotary {
    let layouts: [String: PairLayout] = [
      "half": .halfSplit, "interleaved": .interleaved, "interleaved-in/half-out": .interleavedInHalfSplitOut,
    ]
    guard let layout = layouts[model.layout] else { throw Unexpected.layout(model.layout) }
    let parameters = try model.rope_parameters_after_loading.parameters(for: variant.layer_type)
    let lists = try Oracle.load("configs/\(model.config).json", as: Config.self).rope_scaling
    let scaling = parameters.scaling(
      maxLength: model.max_position_embeddings, shortFactor: lists?.short_factor ?? [],
      longFactor: lists?.long_factor ?? [])
    guard let scaling else { throw Unexpected.ropeType }
    return try Rotary(
      dimension: variant.head_dim ?? model.head_dim, rotaryDimension: variant.rotary_dim,
      base: parameters.rope_theta ?? 10_000, layout: layout, scaling: scaling, length: variant.seq_len)
  }

  static func comparisons() throws -> [Comparison] {
    let reference = "transformers 5.23.0, every rotary model"
    var frequencies = Comparison(
      "rotary models, inverse frequencies", against: reference, allowance: "1e-6 relative")
    var factors = Comparison("rotary models, attention factor", against: reference, allowance: "1e-12 relative")
    // Its angles are float32: wrong in proportion to the position, times the attention factor.
    var rows = Comparison(
      "rotary models, rows of cos and sin", against: reference, allowance: "1e-7 · (1 + position)")
    var vectors = Comparison("rotary models, one rotated vector", against: reference, allowance: "1e-6 of its norm")
    for model in try models() {
      for variant in model.variants {
        let rotary = try rotary(model, variant)
        frequencies.compareRelative(
          SpectrumReferences.radians(rotary), variant.inv_freq, tolerance: 1e-6)
        if let factor = variant.attention_scaling {
          factors.compareRelative(rotary.spectrum.attentionFactor, factor, tolerance: 1e-12)
        }
        for (row, position) in variant.positions.enumerated() {
          let tolerance = 1e-7 * Double(1 + position) * rotary.spectrum.attentionFactor
          rows.compare(rotary.cosines(at: position), variant.cos[row], tolerance: tolerance)
          rows.compare(rotary.sines(at: position), variant.sin[row], tolerance: tolerance)
        }
        if let theirs = variant.rotated_q_at_7 {
          let q = (1...rotary.dimension).map { Double($0) }
          let norm = q.reduce(0) { $0 + $1 * $1 }.squareRoot()
          let ours = rotary.rotated(q, position: 7)
          vectors.compare(ours.map { $0 / norm }, theirs.map { $0 / norm }, tolerance: 1e-6)
        }
      }
    }
    return [frequencies, factors, rows, vectors]
  }
}
