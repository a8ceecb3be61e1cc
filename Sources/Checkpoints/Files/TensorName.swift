/// Recognises tables of positions by what their tensors are called.
enum TensorName {
  /// What a table holds.
  enum Content: Hashable, Sendable {
    /// A vector for each position.
    case positions
    /// A bias for each bucket of distances and each head, shape (buckets, heads): T5.
    case biases
  }

  /// How surely a tensor of this name is a table of this content; 0 for those that are not.
  static func rank(_ name: String, _ content: Content) -> Int {
    let parts = name.lowercased().split(separator: ".").map(String.init)
    guard let last = parts.last else { return 0 }
    let stem = ["weight", "weights", "pe"].contains(last) ? parts.dropLast().last ?? last : last
    guard !parts.contains(where: isAboutOtherThings) else { return 0 }
    if content == .biases { return stem == "relative_attention_bias" ? 1 : 0 }
    switch stem {
    case "wpe", "position_embeddings", "position_embedding", "embed_positions", "positional_embedding",
      "position_encodings", "pos_embedding", "pos_embeddings":
      return 3
    case "pos_embed", "pos_emb", "pos_encoder", "positional_encoding", "positional_embeddings", "emb_pos",
      "pos_encoding", "embeddings_position":
      return 2
    case "pe": return 1
    default: return 0
    }
  }

  /// Vision and audio towers have positions too, but of patches.
  private static func isAboutOtherThings(_ part: String) -> Bool {
    ["vision_model", "vision_tower", "visual", "vision", "audio_tower", "image_encoder"].contains(part)
  }

  /// `encoder` or `decoder` where the name says which.
  static func side(_ name: String) -> String? {
    let parts = name.lowercased().split(separator: ".")
    for part in parts where part == "encoder" || part == "decoder" { return String(part) }
    return nil
  }

  /// Names that come nearest, for a message about a file without a table.
  static func nearest(among names: [String]) -> [String] {
    Array(names.filter { $0.lowercased().contains("pos") || $0.lowercased().contains("rel") }.sorted().prefix(3))
  }
}
