import Encodings

/// What the code of a family with a learned table says.
struct TableFamily: Hashable, Sendable {
  /// Keys that state how many positions there are.
  var length = ["max_position_embeddings", "n_positions"]
  /// Positions where no key states them.
  var defaultLength: Int?
  /// Keys that state the width of the table.
  var width = Spelling.width
  /// The width where no key states it.
  var defaultWidth: Int?
  /// Which row position 0 is, and how many rows that costs.
  var offset = Offset.none

  /// Which row of a table position 0 is.
  enum Offset: Hashable, Sendable {
    /// Row 0.
    case none
    /// So many rows before it, on top of those stated.
    case added(Int)
    /// The row after that of the padding token, within those stated; the token where no key states it.
    case afterPadding(Int)
  }
}

/// What the code of a family with a computed table says.
struct WaveFamily: Hashable, Sendable {
  var layout = PairLayout.halfSplit
  var ladder = Ladder.paper
  /// Which row position 0 is, where padding has a row of its own.
  var firstRow = 0
}

/// Families that neither turn queries and keys nor differ from others of their kind in more than their defaults.
enum TableFamilies {
  /// Families with a learned table, by `model_type`.
  static let learned: [String: TableFamily] = {
    var families = [String: TableFamily]()
    for (family, names) in table { for name in names { families[name] = family } }
    return families
  }()

  /// Families with a computed table, by `model_type`.
  static let waves: [String: WaveFamily] = {
    var families = [String: WaveFamily]()
    for name in ["marian", "pegasus", "ctrl", "informer", "autoformer"] { families[name] = WaveFamily() }
    for name in ["m2m_100", "nllb-moe", "xglm", "speech_to_text", "fsmt", "seamless_m4t", "seamless_m4t_v2"] {
      families[name] = WaveFamily(ladder: .endpoint, firstRow: 2)
    }
    return families
  }()

  private static let table: [(TableFamily, [String])] = [
    (
      TableFamily(defaultLength: 1_024, defaultWidth: 768),
      ["gpt2", "gpt_bigcode", "imagegpt", "decision_transformer"]
    ),
    (
      TableFamily(defaultLength: 512, defaultWidth: 768),
      [
        "openai-gpt", "electra", "ernie", "distilbert", "mobilebert", "squeezebert", "layoutlm", "layoutlmv2",
        "big_bird",
        "convbert", "megatron-bert", "nystromformer", "splinter", "visual_bert", "lxmert", "tapas", "yoso", "mra",
        "roc_bert", "bert-generation", "flava_text_model", "chinese_clip_text_model", "blip_text_model", "fnet",
        "vilt", "blenderbot-small", "lilt_bert",
      ]
    ),
    (TableFamily(defaultLength: 2_048, defaultWidth: 2_048), ["gpt_neo"]),
    (TableFamily(defaultLength: 128, defaultWidth: 2_560), ["blenderbot"]),
    (TableFamily(length: ["max_encoder_position_embeddings"], defaultLength: 16_384, defaultWidth: 1_024), ["led"]),
    (
      TableFamily(defaultLength: 77, defaultWidth: 512), ["clip_text_model", "clip", "owlvit_text_model", "groupvit"]
    ),
    (TableFamily(defaultLength: 64, defaultWidth: 768), ["siglip_text_model", "siglip"]),
    (TableFamily(defaultLength: 512, width: ["embedding_size"], defaultWidth: 128), ["albert"]),
    (TableFamily(defaultLength: 512, width: ["input_embedding_size"], defaultWidth: 256), ["rembert"]),
    (TableFamily(defaultLength: 512, width: ["emb_dim"], defaultWidth: 2_048), ["xlm", "flaubert"]),
    (TableFamily(defaultLength: 2_048, defaultWidth: 768, offset: .added(2)), ["opt"]),
    (
      TableFamily(defaultLength: 1_024, defaultWidth: 1_024, offset: .added(2)),
      [
        "bart", "mbart", "mvp", "plbart", "biogpt", "trocr",
      ]
    ),
    (
      TableFamily(defaultLength: 514, defaultWidth: 768, offset: .afterPadding(1)),
      [
        "roberta", "xlm-roberta", "xlm-roberta-xl", "camembert", "longformer", "layoutlmv3", "data2vec-text", "ibert",
        "roberta-prelayernorm", "xmod", "luke", "markuplm", "lilt", "altclip_text_model", "mpnet",
      ]
    ),
  ]
}
