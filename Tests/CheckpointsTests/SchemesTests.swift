import Checkpoints
import Encodings
import TestSupport
import Testing

/// What a reader should conclude from a published config.
private struct Conclusion: Decodable {
  struct Layer: Decodable {
    let rope_type: String
    let theta: Double
    let head_dim: Int
    let rotary_dim: Int
    let attention_scaling: Double
    let factor: Double?
    let original_max_position_embeddings: Int?
  }
  let scheme: String
  let layers: [String: Layer]?
  let layers_without_position: [Int]?
  let rows: Int?
  let dim: Int?
  let first_row: Int?
  let usable_positions: Int?
  let heads: Int?
}

private let conclusions: [String: Conclusion] = (try? Oracle.load("expected/schemes.json")) ?? [:]

@Test func theOracleConcludesOnEveryConfig() throws {
  #expect(conclusions.count == 43)
  #expect(conclusions.keys.sorted() == (try Oracle.names(in: "configs")))
}

@Test(arguments: conclusions.filter { $0.value.scheme == "rope" }.keys.sorted())
func aRotaryConfigIsConcludedFrom(name: String) throws {
  let conclusion = try #require(conclusions[name])
  let model = try describe(oracle: name)
  #expect(Set(model.groups.map(\.name)) == Set(try #require(conclusion.layers).keys))
  #expect(model.layersWithoutPosition == conclusion.layers_without_position ?? [])
  for group in model.groups {
    let layer = try #require(conclusion.layers?[group.name])
    let rotary = try #require(group.encoding.rotary)
    #expect(rotary.base == layer.theta)
    #expect(rotary.dimension == layer.head_dim)
    #expect(rotary.rotaryDimension == layer.rotary_dim)
    #expect(rotary.scaling.name == (layer.rope_type == "default" ? "none" : layer.rope_type))
    if let factor = layer.factor { #expect(rotary.scaling.factor == factor) }
    if let length = layer.original_max_position_embeddings { #expect(group.originalLength == length) }
    #expect(abs(rotary.spectrum.attentionFactor - layer.attention_scaling) < 1e-12)
  }
}

@Test(arguments: conclusions.filter { $0.value.scheme == "learned" }.keys.sorted())
func aLearnedTableIsConcludedFromByItsShapeAndOffset(name: String) throws {
  let conclusion = try #require(conclusions[name])
  guard case .learned(let table)? = try describe(oracle: name).groups.first?.encoding else {
    Issue.record("\(name) is not learned")
    return
  }
  #expect(table.rowCount == conclusion.rows)
  #expect(table.dimension == conclusion.dim)
  #expect(table.offset == conclusion.first_row)
  #expect(table.positionCount == conclusion.usable_positions ?? conclusion.rows)
  #expect(table.values.isEmpty)
}

@Test(
  arguments: zip(
    ["bloom-560m", "falcon-rw-1b", "mpt-7b-instruct"],
    [ALiBi.Form.keyPosition, .keyPositionInBFloat16, .lastKey(length: 2_048)]))
func linearBiasesAreConcludedFromWithTheirForm(name: String, form: ALiBi.Form) throws {
  guard case .alibi(let alibi)? = try describe(oracle: name).groups.first?.encoding else {
    Issue.record("\(name) has no linear biases")
    return
  }
  #expect(alibi.heads == conclusions[name]?.heads)
  #expect(alibi.form == form)
  #expect(alibi.maxExponent == 8)
}

@Test func t5HasBucketsBothWaysInItsEncoderAndOneWayInItsDecoder() throws {
  let groups = try describe(oracle: "t5-small").groups
  #expect(groups.map(\.name) == ["encoder", "decoder"])
  #expect(
    groups.map(\.encoding) == [
      .t5(try T5Bias(buckets: 32, maxDistance: 128, bidirectional: true)),
      .t5(try T5Bias(buckets: 32, maxDistance: 128, bidirectional: false)),
    ])
}

@Test func debertaHasItsBucketsAndItsTerms() throws {
  let model = try describe(oracle: "deberta-v3-base")
  #expect(model.groups.map(\.encoding) == [.deberta(try DeBERTa(buckets: 256, maxDistance: 512))])
  #expect(model.concerns(.disentangledTerms) == [.disentangledTerms(["c2p", "p2c"], absoluteAdded: false)])
}

@Test func transformerXLHasSinusoidsOfDistancesThatAreClamped() throws {
  let model = try describe(oracle: "transfo-xl-wt103")
  #expect(model.groups.map(\.encoding) == [.transformerXL(try TransformerXL(dimension: 1_024, clampLength: 1_000))])
}

@Test func marianHasThePapersWavesInHalves() throws {
  let model = try describe(oracle: "opus-mt-en-de")
  #expect(model.groups.map(\.encoding) == [.sinusoidal(try Sinusoidal(dimension: 512, layout: .halfSplit))])
  #expect(model.groups[0].maxLength == 512)
}

@Test func whisperHasWavesInItsEncoderAndATableInItsDecoder() throws {
  let groups = try describe(oracle: "whisper-tiny").groups
  #expect(groups.map(\.name) == ["encoder", "decoder"])
  #expect(groups[0].encoding == .sinusoidal(try Sinusoidal(dimension: 384, layout: .halfSplit, ladder: .endpoint)))
  #expect(groups[0].maxLength == 1_500)
  #expect(groups[1].encoding == .learned(try LearnedTable(rows: 448, dimension: 384)))
}

@Test func baichuanIsToldApartBySizeAndSaysSo() throws {
  let small = try describe(oracle: "baichuan-7b")
  #expect(small.groups[0].encoding.scheme == .rope)
  #expect(small.concerns(.decidedBySize) == [.decidedBySize(alternative: "alibi")])
  let large = try describe(#"{"model_type": "baichuan", "hidden_size": 5120, "num_attention_heads": 40}"#)
  #expect(large.groups[0].encoding == .alibi(try ALiBi(heads: 40, form: .distance)))
  #expect(large.concerns(.decidedBySize) == [.decidedBySize(alternative: "rope")])
}
