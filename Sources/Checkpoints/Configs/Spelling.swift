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

  /// The name nearest to `name` by the number of changed letters, at most a third of them and at least one may be; else
  /// the longest that begins or ends it, or that it begins or ends. Nil when none is near.
  ///
  /// - Complexity: O(known · length²).
  static func nearest(to name: String, among known: [String]) -> String? {
    if let spelledOut = known.first(where: { isAbbreviation(name, of: $0) }) { return spelledOut }
    guard name.count > 1 else { return nil }
    let limit = max(1, name.count / 3)
    let scored = known.map { (distance: distance(name, $0), name: $0) }
    guard let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= limit else {
      return known.filter { holds(name, $0) || holds($0, name) }.max { $0.count < $1.count }
    }
    return best.name
  }

  /// Whether a name begins or ends with a word.
  private static func holds(_ name: String, _ word: String) -> Bool { name.hasPrefix(word) || name.hasSuffix(word) }

  /// Whether every letter of a name stands in another, longer one, in order: `attn_factor` in `attention_factor`.
  private static func isAbbreviation(_ name: String, of word: String) -> Bool {
    guard name.count >= 5, name.count < word.count, name.first == word.first else { return false }
    var rest = name[...]
    for letter in word where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Insertions, deletions, substitutions and swaps of neighbours between two names, each cut to 64 letters.
  static func distance(_ first: String, _ second: String) -> Int {
    let first = Array(first.lowercased().prefix(64))
    let second = Array(second.lowercased().prefix(64))
    var rows = [Array(0...second.count)]
    for (i, letter) in first.enumerated() {
      var row = [i + 1]
      for (j, other) in second.enumerated() {
        var least = min(rows[i][j] + (letter == other ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == second[j - 1], first[i - 1] == other { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
