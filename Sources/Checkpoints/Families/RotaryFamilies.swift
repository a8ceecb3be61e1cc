import Encodings

/// Families that turn queries and keys, by `model_type`.
///
/// Layouts, defaults and per-layer rules are those of the code that runs these models: transformers 5.23.0 and 4.57.6,
/// or, for families marked remote, the code published with the model.
enum RotaryFamilies {
  static let byModelType: [String: RotaryFamily] = {
    var families = [String: RotaryFamily]()
    for (family, modelTypes) in table {
      for modelType in modelTypes.split(whereSeparator: \.isWhitespace) { families[String(modelType)] = family }
    }
    return families
  }()

  private static func family(_ change: (inout RotaryFamily) -> Void) -> RotaryFamily {
    var family = RotaryFamily()
    change(&family)
    return family
  }

  /// The whole head, in halves.
  private static func halfSplit(
    base: Double = 10_000, head: Int? = 128, ignoresWidth: Bool = false
  ) -> RotaryFamily {
    family {
      $0.base = base
      $0.headDimension = head
      $0.ignoresWidth = ignoresWidth
    }
  }

  /// Part of the head.
  private static func partial(
    _ fraction: Double, base: Double = 10_000, layout: PairLayout = .halfSplit, head: Int? = nil,
    ignoresWidth: Bool = false
  ) -> RotaryFamily {
    family {
      $0.rotaryFraction = fraction
      $0.readsFraction = true
      $0.base = base
      $0.layout = layout
      $0.headDimension = head
      $0.ignoresWidth = ignoresWidth
    }
  }

  /// The whole head, in neighbours.
  private static func interleaved(base: Double = 10_000, head: Int? = nil) -> RotaryFamily {
    family {
      $0.layout = .interleaved
      $0.base = base
      $0.headDimension = head
      $0.ignoresWidth = head != nil
    }
  }

  /// A part of the head beside another.
  private static func latent(
    _ layout: PairLayout, base: Double = 10_000, rotary: Int = 64, plain: Int = 128
  ) -> RotaryFamily {
    family {
      $0.layout = layout
      $0.base = base
      $0.part = .latent(rotary: rotary, plain: plain)
    }
  }

  /// A base for sliding layers and one for full ones.
  private static func twoBases(_ bases: LayerPlan.TwoBases, head: Int?, maxLength: Int? = nil) -> RotaryFamily {
    family {
      $0.layers = .twoBases(bases)
      $0.headDimension = head
      $0.ignoresWidth = head == 256
      $0.maxLength = maxLength
    }
  }

  /// Layers of which some see no position.
  private static func plan(
    _ layers: LayerPlan, base: Double = 10_000, layout: PairLayout = .halfSplit
  ) -> RotaryFamily {
    family {
      $0.layers = layers
      $0.base = base
      $0.layout = layout
    }
  }

  private static let gemma3 = LayerPlan.TwoBases(
    localKey: "rope_local_base_freq", local: 10_000, globalKey: "rope_theta", global: 1_000_000, period: 6)
  private static let gemma3n = LayerPlan.TwoBases(
    localKey: "rope_local_base_freq", local: 10_000, globalKey: "rope_theta", global: 1_000_000, period: 5)
  private static let modernBERT = LayerPlan.TwoBases(
    localKey: "local_rope_theta", local: 10_000, globalKey: "global_rope_theta", global: 160_000, period: 3,
    full: .first, periodKey: "global_attn_every_n_layers", scalesLocal: true)
  private static let modernBERTDecoder = LayerPlan.TwoBases(
    localKey: "local_rope_theta", local: 160_000, globalKey: "global_rope_theta", global: 160_000, period: 3,
    full: .first, periodKey: "global_attn_every_n_layers", scalesLocal: true)
  private static let olmo3 = LayerPlan.TwoBases(
    localKey: "rope_theta", local: 500_000, globalKey: "rope_theta", global: 500_000, period: 4)
  private static let mimo = family {
    $0 = partial(0.334, head: 192, ignoresWidth: true)
    $0.layers = .twoBases(
      LayerPlan.TwoBases(
        localKey: "swa_rope_theta", local: 10_000, globalKey: "rope_theta", global: 5_000_000, period: 6))
  }

  private static let gemma4 = family {
    $0.layers = .byLayerType(
      period: 6,
      defaults: [
        "sliding_attention": ["rope_theta": .number(10_000)],
        "full_attention": [
          "rope_type": .string("proportional"), "rope_theta": .number(1_000_000),
          "partial_rotary_factor": .number(0.25),
        ],
      ])
    $0.headDimension = 256
    $0.ignoresWidth = true
    $0.fullHeadDimension = 512
    $0.maxLength = 131_072
  }
  private static let qwen3Next = family {
    $0 = partial(0.25, head: 256, ignoresWidth: true)
    $0.layers = .someRecurrent(period: 4)
  }
  private static let laguna = family {
    $0.layers = .byLayerType(
      period: 1,
      defaults: [
        "sliding_attention": ["rope_theta": .number(10_000)],
        "full_attention": ["rope_theta": .number(500_000), "partial_rotary_factor": .number(0.5)],
      ])
    $0.headDimension = 128
    $0.ignoresWidth = true
    $0.readsFraction = true
  }

  private static let mellum = family {
    $0.layers = .byLayerType(
      period: 1,
      defaults: [
        "sliding_attention": ["rope_theta": .number(10_000)], "full_attention": ["rope_theta": .number(500_000)],
      ])
    $0.headDimension = 128
    $0.ignoresWidth = true
    $0.readsFraction = true
  }

  /// Each family with the model types that share it.
  private static let table: [(family: RotaryFamily, modelTypes: String)] = [
    // Half-split, the whole head.
    (
      halfSplit(),
      """
      llama mistral mistral3 ministral qwen2 qwen2_moe qwen3_moe granite granitemoe granitemoeshared granite_swa
      granitemoe_swa olmo olmo2 olmoe starcoder2 arcee aria_text chameleon dbrx deepseek diffllama doge dots1
      deepseek_ocr2_text eurobert exaone falcon_h1 granite4_vision_text granite_docling_text hunyuan_vl_text
      idefics olmo_hybrid unlimited_ocr_text hunyuan_v1_dense hunyuan_v1_moe hyperclovax jais2
      kyutai_speech_to_text llava llava_llama mimi moshi nanochat voxtral zamba2
      """
    ),
    (
      halfSplit(head: 128, ignoresWidth: true),
      """
      qwen3 seed_oss internlm3 iquestcoder jetmoe dia_encoder dia_decoder hrm_text flint kolibri1 molmo2_text
      voxtral_realtime_text
      """
    ),
    (halfSplit(head: 256, ignoresWidth: true), "gemma gemma2 vaultgemma t5gemma t5_gemma_module"),
    (
      halfSplit(base: 1_000_000),
      """
      mixtral minimax phimoe qwen2_vl qwen2_vl_text qwen2_5_vl qwen2_5_vl_text qwen2_5_omni_text qwen3_omni_moe_text
      emu3_text_model lfm2 lfm2_moe got_ocr2
      """
    ),
    (halfSplit(base: 1_000_000, head: 128, ignoresWidth: true), "cwm ministral3 qwen2_5_omni_talker"),
    (
      halfSplit(base: 500_000),
      "flex_olmo bitnet mllama mllama_text_model csm evolla qwen3_vl_moe qwen3_vl_moe_text"
    ),
    (
      halfSplit(base: 500_000, head: 128, ignoresWidth: true),
      "qwen3_vl qwen3_vl_text paddleocr_vl paddleocr_vl_text higgs_audio_v2"
    ),
    (halfSplit(base: 150_000, head: 64, ignoresWidth: true), "gpt_oss openai_privacy_filter"),
    (halfSplit(base: 12_000_000), "apertus"),
    (halfSplit(base: 11_158_840, head: 128, ignoresWidth: true), "hy_v3"),
    (halfSplit(base: 1_000, head: 64), "nomic_bert"),
    (halfSplit(base: 20_000, head: 64), "jina_embeddings_v3"),
    (halfSplit(base: 160_000, head: 64), "gte"),

    // Half-split, part of the head, or as much of it as a key says.
    (partial(0.25), "gpt_neox stablelm stablelm_epoch"),
    (partial(0.5), "phi phi-msft nemotron recurrent_gemma glm4_moe glm4v_moe glm4v_moe_text Glm4vMoe_text bamba"),
    (partial(0.5, base: 25_000), "persimmon fuyu"),
    (partial(1), "phi3 phi4_multimodal gpt_neox_japanese"),
    (partial(1, base: 5_000_000, head: 128, ignoresWidth: true), "minimax_m2"),
    (partial(1, base: 1_000_000, head: 128, ignoresWidth: true), "solar_open"),

    // Interleaved.
    (partial(1, layout: .interleaved, head: 256), "gptj codegen"),
    (interleaved(), "roformer"),
    (interleaved(base: 500_000), "cohere ernie4_5_moe ernie4_5_moe_vl ernie4_5_vl_moe ernie4_5_vl_moe_text"),
    (interleaved(base: 500_000, head: 128), "ernie4_5"),
    (interleaved(base: 100_000, head: 128), "helium"),
    (partial(0.5, layout: .interleaved, head: 128, ignoresWidth: true), "glm glm4"),
    (partial(1, layout: .interleaved), "glm4v glm4v_text glm_ocr_text"),
    (partial(0.9, layout: .interleaved), "moonshine"),

    // A rotary part beside a plain one.
    (latent(.interleaved), "deepseek_v2"),
    (
      latent(.interleavedInHalfSplitOut),
      "deepseek_v3 deepseek_v32 kimi_k2 kimi_k25 glm4_moe_lite glm_moe_dsa mistral4 mistral_large4_text youtu axk1"
    ),
    (latent(.interleavedInHalfSplitOut, base: 10_000_000), "longcat_flash"),
    (latent(.halfSplit, rotary: 32, plain: 64), "minicpm3"),

    // Layers that differ.
    (twoBases(gemma3, head: 256, maxLength: 131_072), "gemma3 gemma3_text t5gemma2_text t5gemma2_decoder"),
    (twoBases(gemma3n, head: 256, maxLength: 32_768), "gemma3n gemma3n_text"),
    (twoBases(modernBERT, head: 64, maxLength: 8_192), "modernbert"),
    (twoBases(modernBERTDecoder, head: 64, maxLength: 8_192), "modernbert-decoder"),
    (twoBases(olmo3, head: 128), "olmo3"),
    (mimo, "mimo_v2_flash"),
    (gemma4, "gemma4 gemma4_text"),
    (laguna, "laguna"),
    (mellum, "mellum"),
    (plan(.fullWithoutPosition(period: 4)), "exaone4 exaone_moe afmoe"),
    (plan(.fullWithoutPosition(period: 4), layout: .interleaved), "cohere2 cohere2_moe"),
    (plan(.someWithoutPosition(period: 4), base: 2_000_000), "smollm3"),
    (plan(.someWithoutPosition(period: 4), base: 500_000, layout: .interleaved), "llama4 llama4_text"),
    (qwen3Next, "qwen3_next qwen3_5 qwen3_5_text qwen3_5_moe qwen3_5_moe_text"),

    // Code that comes with the model.
    (
      family { $0.isRemote = true },
      """
      internlm internlm2 qwen minicpm xverse orion yi aquila decilm nemotron-nas openelm skywork telechat bailing_moe
      """
    ),
    (
      family {
        $0 = partial(0.5, layout: .interleaved, head: 128)
        $0.isRemote = true
      }, "chatglm"
    ),
  ]
}
