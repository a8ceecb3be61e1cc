import Checkpoints
import Encodings
import TestSupport
import Testing

@Test func ropeTypeWinsOverType() throws {
  let model = try describe(llama(#""rope_scaling": {"rope_type": "linear", "type": "yarn", "factor": 2.0}"#))
  #expect(model.rotary?.scaling == .linear(factor: 2))
  #expect(
    model.concerns(.conflict) == [
      .conflict(winner: "rope_type", value: .text("linear"), loser: "type", lost: .text("yarn"))
    ])
}

@Test func anOuterBaseServesParametersWithoutOne() throws {
  let model = try describe(
    llama(#""rope_theta": 500000.0, "rope_parameters": {"rope_type": "linear", "factor": 2.0}"#))
  #expect(model.rotary?.base == 500_000)
}

@Test func anInnerBaseWinsOverAnOuterOne() throws {
  let model = try describe(llama(#""rope_theta": 500000.0, "rope_parameters": {"rope_theta": 20000}"#))
  #expect(model.rotary?.base == 20_000)
  #expect(model.concerns(.conflict).count == 1)
}

@Test func ropeScalingWinsOverRopeParameters() throws {
  let model = try describe(
    llama(
      #""rope_scaling": {"type": "linear", "factor": 2}, "rope_parameters": {"rope_type": "linear", "factor": 4}"#))
  #expect(model.rotary?.scaling == .linear(factor: 2))
}

@Test(arguments: [
  #""rope_scaling": null"#, #""rope_scaling": {}"#, #""head_dim": null, "num_key_value_heads": null"#,
])
func nullCountsAsAbsent(member: String) throws {
  let rotary = try #require(try describe(llama(member)).rotary)
  #expect(rotary.scaling == .none)
  #expect(rotary.base == 10_000)
  #expect(rotary.dimension == 128)
}

@Test func anOriginalLengthBesideTheParametersWinsOverOneInside() throws {
  let model = try describe(
    llama(
      #"""
      "original_max_position_embeddings": 1024,
      "rope_scaling": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 2048}
      """#))
  #expect(model.groups[0].originalLength == 1024)
  #expect(model.concerns(.conflict).count == 1)
}

@Test func anExplicitFactorWinsOverTheRatioOfLengths() throws {
  let model = try describe(oracle: "qwen2.5-7b-instruct-yarn4")
  #expect(model.rotary?.scaling.factor == 4)
  #expect(model.concerns(.factorMismatch) == [.factorMismatch(factor: 4, implied: 1)])
}

@Test func aMissingFactorOfYarnIsTheRatioOfLengths() throws {
  let model = try describe(
    llama(#""rope_scaling": {"type": "yarn", "factor": null, "original_max_position_embeddings": 1024}"#))
  #expect(model.rotary?.scaling.factor == 4)
  #expect(model.concerns(.factorImplied) == [.factorImplied(4)])
}

@Test(
  arguments: zip(
    [#"{"type": "linear"}"#, #"{"rope_type": "llama3", "factor": 8.0, "high_freq_factor": 4}"#],
    ["rope_scaling.factor", "rope_scaling.low_freq_factor"]))
func aScalingWithoutItsKeysNamesTheFirstThatIsMissing(scaling: String, key: String) {
  let refusal = refusal(of: llama(#""rope_scaling": \#(scaling)"#))
  #expect(refusal?.place == .key(key))
  #expect(refusal?.problem == .missing(otherSpellings: []))
}

@Test func gptNeoXSpellsItsKeysItsOwnWay() throws {
  let model = try describe(
    #"""
    {"model_type": "gpt_neox", "hidden_size": 512, "num_attention_heads": 4, "rotary_pct": 1.0, "rotary_emb_base": 20000}
    """#)
  #expect(model.rotary?.base == 20_000)
  #expect(model.rotary?.rotaryDimension == 128)
}

@Test func theOldNameOfLongRopeIsRead() throws {
  let ones = String(repeating: "1,", count: 63) + "1"
  let model = try describe(
    #"""
    {"model_type": "phi3", "hidden_size": 512, "num_attention_heads": 4, "max_position_embeddings": 4096,
     "original_max_position_embeddings": 2048,
     "rope_scaling": {"type": "su", "short_factor": [\#(ones)], "long_factor": [\#(ones)]}}
    """#)
  #expect(model.rotary?.scaling.name == "longrope")
  #expect(model.concerns(.legacyName) == [.legacyName("su", standard: "longrope")])
  #expect(model.groups[0].originalLength == 2048)
}

/// Over 98 and back, 2, 4, 8, 16, 32, 54 and 64 lose one to rounding down.
@Test(arguments: [2, 16, 54, 64, 96]) func statedFeaturesAreTakenAsTheyAreWritten(features: Int) throws {
  let model = try describe(
    #"{"model_type": "gptj", "head_dim": 98, "rope_theta": 1e4, "rotary_dim": \#(features)}"#)
  #expect(model.rotary?.rotaryDimension == features)
}
