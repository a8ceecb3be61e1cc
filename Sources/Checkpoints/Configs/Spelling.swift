/// The spellings that families have for the same thing, the most common first.
enum Spelling {
  static let width = ["hidden_size", "n_embd", "d_model", "model_dim", "dim"]
  static let heads = ["num_attention_heads", "n_head", "n_heads", "num_heads", "encoder_attention_heads"]
  static let layers = ["num_hidden_layers", "n_layer", "n_layers", "num_layers", "encoder_layers"]
  static let maxLength = [
    "max_position_embeddings", "n_positions", "seq_length", "max_seq_len", "max_sequence_length", "n_ctx",
  ]
  static let headDimension = [
    "head_dim", "attention_head_dim", "kv_channels", "d_head", "d_kv", "attention_key_size",
  ]
  static let base = [
    "rope_theta", "rotary_emb_base", "rope_base", "rotary_base", "rope_freq_constant", "global_rope_theta",
  ]
  static let rotaryFraction = [
    "partial_rotary_factor", "rotary_pct", "rope_pct", "rotary_emb_fraction", "rotary_percent",
  ]
  static let rotaryDimension = ["rotary_dim", "rotary_emb_dim", "rope_dim"]

  /// The name nearest to `name` by the number of changed letters; nil when none is near.
  ///
  /// - Complexity: O(known · length²).
  static func nearest(to name: String, among known: [String]) -> String? {
    if let spelledOut = known.first(where: { isAbbreviation(name, of: $0) }) { return spelledOut }
    let limit = max(2, name.count / 3)
    let scored = known.map { (distance: distance(name, $0), name: $0) }
    guard let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= limit else {
      return known.filter { $0.contains(name) || name.contains($0) }.max { $0.count < $1.count }
    }
    return best.name
  }

  /// Whether every letter of a name stands in another, longer one, in order: `attn_factor` in `attention_factor`.
  private static func isAbbreviation(_ name: String, of word: String) -> Bool {
    guard name.count >= 5, name.count < word.count, name.first == word.first else { return false }
    var rest = name[...]
    for letter in word where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Levenshtein's distance of two names, each cut to 64 letters.
  static func distance(_ first: String, _ second: String) -> Int {
    let first = Array(first.lowercased().prefix(64))
    let second = Array(second.lowercased().prefix(64))
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in second.enumerated() {
        let substituted = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
      }
    }
    return row[second.count]
  }
}
