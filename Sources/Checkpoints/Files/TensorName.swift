/// Recognises tables of positions by what their tensors are called.
enum TensorName {
  /// What a table holds.
  enum Content: Hashable, Sendable {
    /// A vector for each position.
    case positions
    /// A bias for each bucket of distances and each head, shape (buckets, heads): T5.
    case biases
    /// Cosines or sines of angles, positions as rows.
    case waves
  }

  /// How surely a tensor of this name is a table of this content; 0 for those that are not.
  static func rank(_ name: String, _ content: Content) -> Int {
    // A header may name a million tensors: only the end of each name is looked at.
    let (rest, last) = lastComponent(name[...])
    var stem = last
    if let rest, ["weight", "weights", "pe"].contains(stem) { stem = lastComponent(rest).last }
    let rank = rank(ofStem: stem.lowercased(), content)
    guard rank > 0 else { return 0 }
    let isElsewhere = name.lowercased().split(separator: ".").contains { isAboutOtherThings(String($0)) }
    return isElsewhere ? 0 : rank
  }

  private static func lastComponent(_ name: Substring) -> (rest: Substring?, last: Substring) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return (nil, name) }
    return (name[..<dot], name[name.utf8.index(after: dot)...])
  }

  private static func rank(ofStem stem: String, _ content: Content) -> Int {
    if content == .biases { return stem == "relative_attention_bias" ? 1 : 0 }
    if content == .waves { return stem.split(separator: "_").contains { $0 == "cos" || $0 == "sin" } ? 1 : 0 }
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

  /// Whether a name comes near enough for a message about a file without a table.
  static func isNear(_ name: String) -> Bool {
    var lastThree: UInt32 = 0
    for byte in name.utf8 {
      lastThree = (lastThree << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
      if lastThree == 0x70_6F_73 || lastThree == 0x72_65_6C { return true }  // pos, rel
    }
    return false
  }
}
