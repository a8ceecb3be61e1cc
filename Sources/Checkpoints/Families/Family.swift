import Encodings

/// How a family of models encodes positions: what its code says and no config can.
enum Family: Hashable, Sendable {
  /// Turned queries and keys.
  case rotary(RotaryFamily)
  /// A learned table.
  case learned(TableFamily)
  /// A computed table.
  case waves(WaveFamily)
  /// BERT, whose `position_embedding_type` chooses.
  case bert
  /// ESM, whose `position_embedding_type` chooses too, otherwise.
  case esm
  /// Whisper: waves in the encoder, a learned table in the decoder.
  case whisper
  /// Linear biases, as Bloom has them.
  case bloom
  /// Rotary, or linear biases where `alibi` says so.
  case falcon
  /// What `attn_config` says.
  case mpt
  /// Rotary up to 7B, linear biases from 13B on, and no key says which.
  case baichuan
  /// Learned biases by buckets of distance.
  case t5
  /// Sinusoids of the distance.
  case transformerXL
  /// Sinusoids of the distance, one row more.
  case xlnet
  /// Content and position apart.
  case deberta
  /// Granite's hybrids: rotary where `position_embedding_type` says rope, else no position.
  case ropeOrNone
  /// No position anywhere: recurrent and convolutional models, NoPE.
  case none
}

/// What the code of a rotary family says, for all that its configs leave out.
struct RotaryFamily: Hashable, Sendable {
  /// How features are paired.
  var layout = PairLayout.halfSplit
  /// The base where no key states one.
  var base = 10_000.0
  /// The head's width where neither it nor what it follows from is stated.
  var headDimension: Int? = 128
  /// Whether the stated default above holds even when width and heads are given.
  var ignoresWidth = false
  /// The width of heads in full layers, where they have one of their own and no key states it.
  var fullHeadDimension: Int?
  /// The part of each head that turns where no key states it.
  var rotaryFraction = 1.0
  /// Whether unscaled rotation looks at the rotary fraction; Llama and its kin look at it for scaled ones only.
  var readsFraction = false
  /// The length where no key states one.
  var maxLength: Int?
  /// Which part of each head turns.
  var part = HeadPart.whole
  /// How layers differ.
  var layers = LayerPlan.alike
  /// Whether the code comes with the model, so that what is known of it is second-hand.
  var isRemote = false

  /// Which part of a head turns.
  enum HeadPart: Hashable, Sendable {
    /// The head, or its first features.
    case whole
    /// A part of its own, `qk_rope_head_dim` wide, beside one without position (multi-head latent attention).
    case latent(rotary: Int, plain: Int)
  }
}

/// How the layers of a family differ in what they do with positions.
enum LayerPlan: Hashable, Sendable {
  /// They do not, unless the config says so.
  case alike
  /// Sliding and full layers have bases of their own; every `period`-th is full.
  case twoBases(TwoBases)
  /// Each layer type has parameters of its own; these where the config states none.
  case byLayerType(period: Int, defaults: [String: [String: JSON]])
  /// Sliding layers turn, full ones see no position; every `period`-th is full.
  case fullWithoutPosition(period: Int)
  /// Every `period`-th layer sees no position.
  case someWithoutPosition(period: Int)
  /// Every `period`-th layer has attention; the others are recurrent.
  case someRecurrent(period: Int)

  /// The bases of sliding and full layers, and the keys that state them.
  struct TwoBases: Hashable, Sendable {
    var localKey: String
    var local: Double
    var globalKey: String
    var global: Double
    /// Every so many layers one is full.
    var period: Int
    /// Which layer of each period is full.
    var full = FullLayer.last
    /// The key that states the period.
    var periodKey = "sliding_window_pattern"
    /// Whether `rope_scaling` holds for the sliding layers too.
    var scalesLocal = false

    enum FullLayer: Hashable, Sendable { case first, last }
  }
}
