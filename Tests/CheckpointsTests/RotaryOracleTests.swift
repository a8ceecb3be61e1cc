import Checkpoints
import Encodings
import TestSupport
import Testing

/// What transformers computes for one published config.
private struct Expected: Decodable {
  struct Variant: Decodable {
    let layer_type: String?
    let rope_type: String
    let rotary_dim: Int
    let seq_len: Int?
    let attention_scaling: Double
    let inv_freq: [Double]
  }
  let layout: String
  let variants: [Variant]
}

/// The configs for which transformers computed frequencies.
private let rotaryNames: [String] = {
  let expected = Set((try? Oracle.names(in: "expected")) ?? [])
  return ((try? Oracle.names(in: "configs")) ?? []).filter(expected.contains)
}()

private let layouts: [String: PairLayout] = [
  "half": .halfSplit, "interleaved": .interleaved, "interleaved-in/half-out": .interleavedInHalfSplitOut,
]

/// transformers computes inverse frequencies in float32.
private let float32Tolerance = 1e-6

@Test func theOracleHoldsRotaryModels() {
  #expect(rotaryNames.count == 30)
}

@Test(arguments: rotaryNames)
func aPublishedConfigGivesTheFrequenciesOfTransformers(name: String) throws {
  let expected = try Oracle.load("expected/\(name).json", as: Expected.self)
  let model = try describe(oracle: name)
  for variant in expected.variants {
    let group = try #require(model.groups.first { $0.name == variant.layer_type ?? "all" })
    let read = try #require(group.encoding.rotary)
    let rotary = try Rotary(
      dimension: read.dimension, rotaryDimension: read.rotaryDimension, base: read.base, layout: read.layout,
      scaling: read.scaling, length: variant.seq_len)
    #expect(rotary.layout == layouts[expected.layout])
    #expect(rotary.rotaryDimension == variant.rotary_dim)
    #expect(rotary.scaling.name == (variant.rope_type == "default" ? "none" : variant.rope_type))
    #expect(abs(rotary.spectrum.attentionFactor - variant.attention_scaling) < float32Tolerance)
    #expect(rotary.spectrum.pairCount == variant.inv_freq.count)
    let worst = zip(rotary.spectrum.inverseFrequencies, variant.inv_freq)
      .map { abs($0.radians - $1) / max(abs($1), .leastNormalMagnitude) }.max()
    #expect(try #require(worst) < float32Tolerance)
  }
}
