import Checkpoints
import Encodings
import TestSupport
import Testing

/// What each of these configs must make a reader say.
@Test(
  arguments: [
    ("gpt-j-6b", Finding.Concern.layoutFromFamily(.interleaved, family: "gptj"), "model_type"),
    ("deepseek-v3", .layoutFromFamily(.interleavedInHalfSplitOut, family: "deepseek_v3"), "model_type"),
    ("phi-3-mini-128k-instruct", .switchesFactors(after: 4_096), "rope_scaling.long_factor"),
    ("internlm2.5-7b", .changesWithLength(originalLength: 32_768), "rope_scaling.type"),
    ("gpt-oss-20b", .rampNotTruncated, "rope_scaling.truncate"),
    ("gemma-2-2b", .explicitHeadDimension(256, derived: 288), "head_dim"),
    ("phi-2", .partialRotary(rotated: 32, of: 80), "partial_rotary_factor"),
    ("qwen2-vl-7b-instruct", .sections([16, 24, 24], interleaved: false), "rope_scaling.mrope_section"),
    ("llama-2-7b", .baseNotStated(default: 10_000), "rope_theta"),
    ("modernbert-base", .misleadingKey(value: "absolute"), "position_embedding_type"),
    ("mpt-7b-instruct", .misleadingKey(value: "true"), "learned_pos_emb"),
    ("smollm3-3b", .layersWithoutPosition(count: 9, of: 36), "no_rope_layers"),
    (
      "llama-4-scout-17b-16e", .queriesScaledByPosition(.llama4(scale: 0.1, floorScale: 8_192)),
      "text_config.attn_temperature_tuning"
    ),
    ("llama-4-scout-17b-16e", .refused(by: "transformers 5.23"), "text_config.attn_temperature_tuning"),
    ("opt-125m", .tableOffset(firstRow: 2, rows: 2_050, usable: 2_048), "max_position_embeddings"),
    ("falcon-rw-1b", .biasRounded, "model_type"),
  ])
func aPublishedConfigSaysWhatShouldBeKnown(name: String, concern: Finding.Concern, key: String) throws {
  #expect(try describe(oracle: name).findings.contains(Finding(concern, key: key)))
}

@Test func gemma3SaysThatItsScalingHoldsForFullLayersOnly() throws {
  let model = try describe(oracle: "gemma-3-4b-it")
  #expect(model.concerns(.scalingOnOneGroup) == [.scalingOnOneGroup(name: "full_attention")])
  #expect(model.concerns(.layersDiffer) == [.layersDiffer(groups: ["sliding_attention", "full_attention"])])
}

@Test(
  arguments: zip(["deepseek-v2-lite", "deepseek-v3"], [0.114721387, 0.135233779]))
func theSoftmaxScaleThatDeepSeekMovesIsStated(name: String, scale: Double) throws {
  let model = try describe(oracle: name)
  let found = try #require(model.groups.first?.softmaxScale)
  #expect(abs(found - scale) < 1e-9)
  #expect(model.concerns(.attentionFactor) == [.attentionFactor(1, from: .magnitudes)])
}

@Test func equalBetasAreAStep() throws {
  let model = try describe(
    #"""
    {"model_type": "kimi_k2", "rope_theta": 50000.0, "max_position_embeddings": 131072, "rope_scaling": {"type": "yarn",
     "factor": 32.0, "beta_fast": 1.0, "beta_slow": 1.0, "mscale": 1.0, "mscale_all_dim": 1.0,
     "original_max_position_embeddings": 4096}}
    """#)
  #expect(model.concerns(.rampIsStep) == [.rampIsStep(turns: 1)])
  #expect(abs(try #require(model.groups[0].softmaxScale) - 0.1308608) < 1e-7)
}

/// What a member added to a llama config must make a reader say.
@Test(
  arguments: [
    (
      #""rope_scaling": {"type": "yarn", "factor": 4, "attn_factor": 1.0}"#,
      Finding.Concern.unknownKey("attn_factor", nearest: "attention_factor"), "rope_scaling.attn_factor"
    ),
    (
      #""rope_scaling": {"type": "linear", "factor": 4, "orignal_max_position_embeddings": 4}"#,
      .unknownKey("orignal_max_position_embeddings", nearest: "original_max_position_embeddings"),
      "rope_scaling.orignal_max_position_embeddings"
    ),
    (
      #""rope_scaling": {"rope_type": "default", "factor": 8}"#, .scalingIgnored(factor: 8), "rope_scaling.factor"
    ),
    (
      #""rope_scaling": {"type": "yarn", "factor": 4}"#, .originalLengthAssumed(4_096),
      "rope_scaling.original_max_position_embeddings"
    ),
    (
      #""rope_scaling": {"type": "linear", "factor": 4}"#, .trainedLengthAssumed(4_096),
      "rope_scaling.original_max_position_embeddings"
    ),
    (
      #""rope_theta": 500000, "rotary_emb_base": 10000"#,
      .conflict(
        winner: "rope_theta", value: .number(500_000), loser: "rotary_emb_base", lost: .number(10_000)), "rope_theta"
    ),
    (
      #""rope_scaling": {"type": "yarn", "factor": 3, "original_max_position_embeddings": 2048}"#,
      .factorMismatch(factor: 3, implied: 2), "rope_scaling.factor"
    ),
    (
      #""rope_scaling": {"type": "yarn", "factor": 40, "mscale": 0.707}"#, .magnitudeIgnored(0.707),
      "rope_scaling.mscale"
    ),
    (
      #""rope_scaling": {"type": "yarn", "factor": 4, "attention_factor": 1.5}"#,
      .attentionFactor(1.5, from: .stated), "rope_scaling.attention_factor"
    ),
    (
      #""rope_parameters": {"rope_theta": 500000, "rope_type": "default"}"#,
      .baseInNewKeyOnly(base: 500_000, fallback: 10_000), "rope_parameters.rope_theta"
    ),
    (#""partial_rotary_factor": 0.5"#, .partialRotaryIgnored(0.5), "partial_rotary_factor"),
    (#""rope_thetha": 500000"#, .unknownKey("rope_thetha", nearest: "rope_theta"), "rope_thetha"),
    (
      #""num_hidden_layers": 4, "layer_types": ["full_attention"]"#, .layerCountMismatch(listed: 1, layers: 4),
      "layer_types"
    ),
    (#""torch_dtype": "bfloat16""#, .anglesNeedFloat32(dtype: "bfloat16", length: 4_096), "torch_dtype"),
    (
      #""rope_parameters": {"rope_theta": 1e6, "llama_4_scaling_beta": 0.1, "original_max_position_embeddings": 16384}"#,
      .queriesScaledByPosition(.ministral3(beta: 0.1, originalLength: 16_384)), "rope_parameters.llama_4_scaling_beta"
    ),
    (
      #""use_logn_attn": true, "seq_length": 2048"#, .queriesScaledByPosition(.qwen(length: 2_048)),
      "use_logn_attn"
    ),
    (
      #""use_dynamic_ntk": true, "seq_length": 2048"#, .changesWithLength(originalLength: 2_048), "use_dynamic_ntk"
    ),
  ])
func aDoubtfulConfigSaysWhatIsDoubtful(members: String, concern: Finding.Concern, key: String) throws {
  let findings = try describe(llama(members)).findings
  #expect(findings.contains(Finding(concern, key: key)), "\(findings)")
}

@Test func minimaxIgnoresItsRotaryDimension() throws {
  let model = try describe(#"{"model_type": "minimax", "head_dim": 128, "rotary_dim": 64}"#)
  #expect(model.rotary?.rotaryDimension == 128)
  #expect(model.concerns(.partialRotaryIgnored) == [.partialRotaryIgnored(0.5)])
}

@Test func truncateUnderALayerTypeIsNotRead() throws {
  let model = try describe(
    llama(
      #"""
      "layer_types": ["full_attention"], "rope_parameters": {"full_attention": {"rope_type": "yarn", "factor": 4,
       "original_max_position_embeddings": 1024, "truncate": false}}
      """#))
  guard case .yarn(let yarn)? = model.rotary?.scaling else {
    Issue.record("\(model.groups)")
    return
  }
  #expect(yarn.truncate)
  #expect(model.concerns(.truncateIgnored) == [.truncateIgnored])
}

@Test func headsThatAreNoPowerOfTwoSayThatTheirSlopesInterleave() throws {
  let model = try describe(#"{"model_type": "bloom", "n_head": 112}"#)
  #expect(model.concerns(.slopesInterleaved) == [.slopesInterleaved(heads: 112)])
}

@Test func codesAreKebabCaseAndUnique() {
  let codes = Finding.Code.allCases.map(\.rawValue)
  #expect(Set(codes).count == codes.count)
  for code in codes { #expect(code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil) }
}

@Test func notesAreLighterThanWarningsAndThoseThanErrors() {
  #expect(Finding.Severity.allCases.sorted() == [.note, .warning, .error])
  #expect(Finding(.layerCountMismatch(listed: 1, layers: 2)).severity == .error)
  #expect(Finding(.factorMismatch(factor: 4, implied: 1)).severity == .note)
  #expect(Finding(.factorMismatch(factor: 4, implied: 2)).severity == .warning)
}
