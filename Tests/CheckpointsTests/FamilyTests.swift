import Checkpoints
import Encodings
import Testing

/// Configs of families that the oracle does not hold, and what their code makes of them.
@Test(
  arguments: [
    ("codegen", #""n_embd": 1024, "n_head": 16, "rotary_dim": 32"#, PairLayout.interleaved, 64, 32, 10_000.0),
    (
      "phi3", #""hidden_size": 3072, "num_attention_heads": 24, "partial_rotary_factor": 0.75"#, .halfSplit, 128, 96,
      1e4
    ),
    ("stablelm", #""hidden_size": 2560, "num_attention_heads": 32"#, .halfSplit, 80, 20, 1e4),
    ("persimmon", #""hidden_size": 4096, "num_attention_heads": 64"#, .halfSplit, 64, 32, 25_000),
    ("nemotron", #""hidden_size": 3072, "num_attention_heads": 24"#, .halfSplit, 128, 64, 1e4),
    ("glm4_moe", #""hidden_size": 4096, "num_attention_heads": 96, "head_dim": 128"#, .halfSplit, 128, 64, 1e4),
    ("glm4", #""hidden_size": 4096, "num_attention_heads": 32"#, .interleaved, 128, 64, 1e4),
    ("helium", #""hidden_size": 2560, "num_attention_heads": 20"#, .interleaved, 128, 128, 1e5),
    ("ernie4_5", #""hidden_size": 1024, "num_attention_heads": 16"#, .interleaved, 128, 128, 5e5),
    ("mixtral", #""hidden_size": 4096, "num_attention_heads": 32"#, .halfSplit, 128, 128, 1e6),
    ("qwen3", #""hidden_size": 1024, "num_attention_heads": 16"#, .halfSplit, 128, 128, 1e4),
    ("gemma", #""hidden_size": 3072, "num_attention_heads": 16"#, .halfSplit, 256, 256, 1e4),
    ("apertus", #""hidden_size": 4096, "num_attention_heads": 32"#, .halfSplit, 128, 128, 1.2e7),
    ("qwen", #""hidden_size": 4096, "num_attention_heads": 32, "kv_channels": 128"#, .halfSplit, 128, 128, 1e4),
    ("dbrx", #""d_model": 6144, "n_heads": 48, "attn_config": {"rope_theta": 500000}"#, .halfSplit, 128, 128, 5e5),
    ("phi-msft", #""n_embd": 2048, "n_head": 32, "rotary_dim": 32"#, .halfSplit, 64, 32, 1e4),
    ("minicpm3", #""hidden_size": 2560, "num_attention_heads": 40, "qk_rope_head_dim": 32"#, .halfSplit, 32, 32, 1e4),
    ("kimi_k2", #""hidden_size": 7168, "rope_theta": 50000.0"#, .interleavedInHalfSplitOut, 64, 64, 5e4),
    (
      "esm", #""hidden_size": 320, "num_attention_heads": 20, "position_embedding_type": "rotary""#, .halfSplit, 16,
      16, 1e4
    ),
    ("moonshine", #""hidden_size": 288, "num_attention_heads": 8"#, .interleaved, 36, 32, 1e4),
  ])
func aFamilyIsReadByItsRule(
  modelType: String, members: String, layout: PairLayout, head: Int, rotated: Int, base: Double
) throws {
  let rotary = try #require(try describe(#"{"model_type": "\#(modelType)", \#(members)}"#).rotary)
  #expect(rotary.layout == layout)
  #expect(rotary.dimension == head)
  #expect(rotary.rotaryDimension == rotated)
  #expect(rotary.base == base)
}

@Test(
  arguments: [
    ("gpt_neo", #""hidden_size": 64, "max_position_embeddings": 32"#, 32, 0),
    ("bart", #""d_model": 64, "max_position_embeddings": 32"#, 34, 2),
    ("xlm-roberta", #""hidden_size": 64, "max_position_embeddings": 34, "pad_token_id": 1"#, 34, 2),
    ("distilbert", #""dim": 64, "max_position_embeddings": 32"#, 32, 0),
    ("albert", #""hidden_size": 256, "embedding_size": 64, "max_position_embeddings": 32"#, 32, 0),
    ("clip_text_model", #""hidden_size": 64"#, 77, 0),
  ])
func aFamilyWithATableIsReadByItsRule(modelType: String, members: String, rows: Int, offset: Int) throws {
  let model = try describe(#"{"model_type": "\#(modelType)", \#(members)}"#)
  #expect(model.groups.map(\.encoding) == [.learned(try LearnedTable(rows: rows, dimension: 64, offset: offset))])
}

@Test func anAlbertTableIsNarrowerThanTheModel() throws {
  let model = try describe(#"{"model_type": "albert", "hidden_size": 256, "embedding_size": 64}"#)
  #expect(model.concerns(.tableWidth) == [.tableWidth(64, modelWidth: 256)])
}

@Test(arguments: ["m2m_100", "fsmt", "xglm"])
func fairseqFamiliesHaveTheEndpointLadderAndTwoRowsOfPadding(modelType: String) throws {
  let model = try describe(#"{"model_type": "\#(modelType)", "d_model": 64, "max_position_embeddings": 32}"#)
  #expect(
    model.groups.map(\.encoding) == [
      .sinusoidal(try Sinusoidal(dimension: 64, layout: .halfSplit, ladder: .endpoint))
    ])
  #expect(model.concerns(.tableOffset) == [.tableOffset(firstRow: 2, rows: 34, usable: 32)])
}

@Test func bertWithRelativeKeysHasShawsDifferences() throws {
  let model = try describe(
    #"{"model_type": "bert", "max_position_embeddings": 512, "position_embedding_type": "relative_key"}"#)
  guard case .shaw(let shaw)? = model.groups.first?.encoding else {
    Issue.record("\(model.groups)")
    return
  }
  #expect(shaw.bucketCount == 1_023)
}

@Test func xlnetHasOneRowMoreThanTransformerXL() throws {
  let model = try describe(#"{"model_type": "xlnet", "d_model": 64, "clamp_len": -1, "attn_type": "bi"}"#)
  #expect(model.groups.map(\.encoding) == [.transformerXL(try TransformerXL(dimension: 64, rows: .xlnet))])
}

@Test func anArchitectureNamesTheFamilyWhereTheTypeDoesNot() throws {
  let model = try describe(#"{"architectures": ["CohereForCausalLM"], "head_dim": 64}"#)
  #expect(model.rotary?.layout == .interleaved)
}

@Test(arguments: ["mamba", "rwkv", "granitemoehybrid", "jamba"])
func aModelWithoutPositionsSaysSo(modelType: String) throws {
  #expect(try describe(#"{"model_type": "\#(modelType)"}"#).groups.map(\.encoding) == [.none])
}

@Test func hybridsListTheLayersThatAreRecurrent() throws {
  let model = try describe(#"{"model_type": "qwen3_next", "num_hidden_layers": 8, "head_dim": 256}"#)
  #expect(model.layersWithoutPosition == [0, 1, 2, 4, 5, 6])
  #expect(model.rotary?.rotaryDimension == 64)
}

@Test(arguments: [
  (#""sliding_window": 4096"#, [3, 7]), (#""sliding_window": null"#, []), (#""bos_token_id": 1"#, [3, 7]),
])
func fullLayersSeeNoPositionWhereThereIsAWindow(member: String, without: [Int]) throws {
  let model = try describe(#"{"model_type": "cohere2", "num_hidden_layers": 8, "head_dim": 64, \#(member)}"#)
  #expect(model.layersWithoutPosition == without)
}

@Test func aLayerWithBaseZeroSeesNoPosition() throws {
  let model = try describe(
    #"""
    {"model_type": "granite_swa", "head_dim": 64, "num_hidden_layers": 4, "layer_rope_theta": [1e4, 0, 5e5, 1e4],
     "rope_parameters": {"rope_theta": 7000, "rope_type": "default"}}
    """#)
  #expect(model.layersWithoutPosition == [1])
  #expect(model.groups.map(\.layers) == [[0, 3], [2]])
  #expect(model.groups.map { $0.encoding.rotary?.base } == [1e4, 5e5])
}

@Test(arguments: ["null", "missing"])
func aLayerTypeWithoutParametersSeesNoPosition(spelling: String) throws {
  let rest = spelling == "null" ? #", "full_attention": null"# : ""
  let model = try describe(
    llama(
      #"""
      "layer_types": ["sliding_attention", "full_attention"],
      "rope_parameters": {"sliding_attention": {"rope_theta": 7000}\#(rest)}
      """#))
  #expect(model.layersWithoutPosition == [1])
  #expect(model.rotary?.base == 7_000)
}

@Test func aModelOfSilentLayersOnlyHasNoPosition() throws {
  let model = try describe(llama(#""num_hidden_layers": 2, "no_rope_layers": [0, 0]"#))
  #expect(model.groups.map(\.encoding) == [.none])
  #expect(model.layersWithoutPosition == [0, 1])
}

@Test func olmo3ScalesItsFullLayersOnly() throws {
  let model = try describe(
    #"""
    {"model_type": "olmo3", "hidden_size": 4096, "num_attention_heads": 32, "num_hidden_layers": 8,
     "max_position_embeddings": 65536, "rope_theta": 500000,
     "rope_scaling": {"rope_type": "yarn", "factor": 8, "original_max_position_embeddings": 8192,
     "attention_factor": 1.2079441541679836, "beta_fast": 32, "beta_slow": 1}}
    """#)
  #expect(model.groups.map(\.name) == ["sliding_attention", "full_attention"])
  #expect(model.groups.map { $0.encoding.rotary?.scaling.name } == ["none", "yarn"])
  #expect(model.groups.map(\.layers) == [[0, 1, 2, 4, 5, 6], [3, 7]])
  #expect(model.concerns(.scalingOnOneGroup) == [.scalingOnOneGroup(name: "full_attention")])
}

@Test func groupsThatAgreeAreOne() throws {
  let model = try describe(
    #"""
    {"model_type": "olmo3", "hidden_size": 4096, "num_attention_heads": 32, "num_hidden_layers": 8,
     "rope_theta": 500000, "max_position_embeddings": 8192}
    """#)
  #expect(model.groups.map(\.name) == ["all"])
  #expect(model.groups.map(\.layers) == [nil])
}

@Test func deepseekV3WithoutInterleavingPairsHalves() throws {
  let model = try describe(#"{"model_type": "deepseek_v3", "rope_interleave": false}"#)
  #expect(model.rotary?.layout == .halfSplit)
}

@Test func chatGLM6BPairsHalvesOfEachOfItsTwoPositions() throws {
  let model = try describe(
    #"""
    {"model_type": "chatglm", "hidden_size": 4096, "num_attention_heads": 32, "position_encoding_2d": true}
    """#)
  // The whole head turns: 64 features by the one position, 64 by the other, each half on a ladder of its own.
  #expect(model.rotary == (try PlanarRotary(dimension: 128)).half)
  #expect(model.groups.map(\.turnsHalvesApart) == [true])
  #expect(model.concerns(.twoDimensionalPositions) == [.twoDimensionalPositions])
  #expect(model.concerns(.partialRotary).isEmpty)
}

@Test func hunyuansAlphaIsNTKAware() throws {
  let model = try describe(llama(#""rope_scaling": {"type": "dynamic", "alpha": 1000.0, "factor": 1.0}"#))
  #expect(model.rotary?.scaling == .ntkAware(factor: 1_000))
}

@Test func aConfigWithinAConfigIsTheLanguageModels() throws {
  let model = try describe(
    #"""
    {"model_type": "llava", "architectures": ["LlavaForConditionalGeneration"], "vision_config": {"hidden_size": 1},
     "text_config": {"model_type": "mistral", "rope_theta": 1000000.0, "max_position_embeddings": 32768}}
    """#)
  #expect(model.modelType == "llava")
  #expect(model.rotary?.base == 1_000_000)
  #expect(model.concerns(.partRead) == [.partRead("text_config")])
  #expect(model.concerns(.defaultTaken) == [.defaultTaken(value: 128)])
}
