public import Encodings

/// Layers of a model that encode positions alike.
public struct LayerGroup: Sendable, Hashable {
  /// `all`, or the layer type in the config's words: `sliding_attention`, `full_attention`, `encoder`, `decoder`.
  public let name: String

  /// The layers, from 0; nil when the group is all of them, or the config does not say which.
  public let layers: [Int]?

  /// How positions are encoded.
  public let encoding: Encoding

  /// The length that training saw before any extension, in positions.
  public let originalLength: Int?

  /// The length that the model is meant for, in positions.
  public let maxLength: Int?

  /// What scores are multiplied by before the softmax, where the encoding's extension changes it (DeepSeek, Kimi).
  public let softmaxScale: Double?

  /// Pairs by axis (time, height, width) where positions have three; they add up to the number of pairs.
  public let sections: [Int]?

  /// Whether the axes take turns (t h w t h w …, Qwen3-VL) instead of standing in blocks.
  public let sectionsTakeTurns: Bool

  /// Whether a head is two halves that each turn as `encoding` says, the first by the position in the text and the second
  /// by that within the block being filled (ChatGLM-6B); see `PlanarRotary`.
  public let turnsHalvesApart: Bool

  /// Where the learned values were read from; nil where they were not.
  public let stored: StoredTensor?

  /// A group of layers.
  public init(
    name: String, layers: [Int]? = nil, encoding: Encoding, originalLength: Int? = nil, maxLength: Int? = nil,
    softmaxScale: Double? = nil, sections: [Int]? = nil, sectionsTakeTurns: Bool = false,
    turnsHalvesApart: Bool = false, stored: StoredTensor? = nil
  ) {
    self.name = name
    self.layers = layers
    self.encoding = encoding
    self.originalLength = originalLength
    self.maxLength = maxLength
    self.softmaxScale = softmaxScale
    self.sections = sections
    self.sectionsTakeTurns = sectionsTakeTurns
    self.turnsHalvesApart = turnsHalvesApart
    self.stored = stored
  }
}
