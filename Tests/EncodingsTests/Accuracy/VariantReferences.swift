import Encodings
import TestSupport

/// Comparisons of M-RoPE, xPos, softmax scales and query scaling.
enum VariantReferences {
  static func rotaryVariants() throws -> [Comparison] { [try multimodal(), try xPos()] }

  private static func multimodal() throws -> Comparison {
    struct Example: Decodable {
      let t, h, w: Int
      let cos, sin: [Double]
      let axis_of_each_frequency: String
    }
    struct File: Decodable { let mrope_example: Example }
    let example = try Oracle.load("expected/qwen2-vl-7b-instruct.json", as: File.self).mrope_example
    let rotary = try MultimodalRotary(
      rotary: Rotary(dimension: 128, base: 1_000_000), sections: [16, 24, 24])
    let place = MultimodalRotary.Coordinates(time: example.t, height: example.h, width: example.w)
    var comparison = Comparison(
      "M-RoPE, one token", against: "transformers 5.23.0 (Qwen2-VL)", allowance: "1e-4 (float32 angles to 900)")
    comparison.compare(rotary.cosines(at: place), example.cos, tolerance: 1e-4)
    comparison.compare(rotary.sines(at: place), example.sin, tolerance: 1e-4)
    let axes = example.axis_of_each_frequency.compactMap { letter in
      ["t": MultimodalRotary.Axis.time, "h": .height, "w": .width][letter]
    }
    // The axes of the reference were inferred from its values, certain for the first half of the pairs.
    for pair in 0..<32 { comparison.compare(rotary.axis(ofPair: pair) == axes[pair] ? 0 : 1, 0, tolerance: 0) }
    return comparison
  }

  private static func xPos() throws -> Comparison {
    struct XPosScales: Decodable { let x_transformers_scale_vector, rotary_embedding_torch_scale_vector: [Double] }
    struct File: Decodable { let xpos_dim8_scale_base512: XPosScales }
    let expected = try Oracle.load("expected/libs.json", as: File.self).xpos_dim8_scale_base512
    let xPos = try XPos(rotary: Rotary(dimension: 8))
    var comparison = Comparison(
      "xPos, decays", against: "x-transformers 2.31.10, rotary-embedding-torch 0.9.1", allowance: "2e-7")
    comparison.compare(xPos.decays, expected.x_transformers_scale_vector, tolerance: 2e-7)
    comparison.compare(xPos.decays, expected.rotary_embedding_torch_scale_vector, tolerance: 2e-7)
    return comparison
  }

  static func scales() throws -> [Comparison] {
    struct Softmax: Decodable { let plain, with_mscale_all_dim_squared: Double }
    struct Queries: Decodable { let positions: [Int], scale: [Double] }
    struct File: Decodable {
      let mla_softmax_scale: [String: Softmax]
      let ministral3_query_scale, llama4_nope_query_scale: Queries
    }
    let file = try Oracle.load("expected/libs.json", as: File.self)
    var softmax = Comparison(
      "softmax scale of DeepSeek-V2, V3 and Kimi-K2", against: "transformers 5.23.0", allowance: "1e-8")
    let models = [
      ("deepseek-v2-lite", 40.0, 0.707), ("deepseek-v3", 40, 1), ("kimi-k2-instruct", 32, 1),
    ]
    for (name, factor, mscaleAllDim) in models {
      guard let expected = file.mla_softmax_scale[name] else { throw Unexpected.missing(name) }
      let yarn = YaRN(factor: factor, originalLength: 4096, mscale: mscaleAllDim, mscaleAllDim: mscaleAllDim)
      softmax.compare(
        expected.plain * yarn.softmaxScale, expected.with_mscale_all_dim_squared, tolerance: 1e-8)
    }
    var queries = Comparison(
      "query scaling of Llama 4 and Ministral 3", against: "transformers 5.23.0", allowance: "1e-7")
    for (scaling, expected) in [
      (QueryScaling.ministral3(beta: 0.1, originalLength: 16_384), file.ministral3_query_scale),
      (.llama4(scale: 0.1, floorScale: 8192), file.llama4_nope_query_scale),
    ] {
      queries.compare(expected.positions.map(scaling.factor(at:)), expected.scale, tolerance: 1e-7)
    }
    return [softmax, queries]
  }
}
