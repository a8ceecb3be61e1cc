/// Which two features make a pair, where d features hold d / 2 pairs.
///
///     interleaved                      0 1 | 2 3 | 4 5 | 6 7
///     halfSplit                        0 4 | 1 5 | 2 6 | 3 7
///     interleavedInHalfSplitOut        read as 0 1 | 2 3 | …, written to 0 4 | 1 5 | …
///
/// The same weights need a permutation to move from one to the other. Few configuration files name the layout
/// (`rope_interleave`); as a rule it comes from the model family.
public enum PairLayout: String, Hashable, Sendable, CaseIterable {
  /// Pairs (2i, 2i + 1): RoFormer, GPT-J, ChatGLM, Cohere, Meta's own Llama weights.
  case interleaved
  /// Pairs (i, i + d/2): GPT-NeoX, and Llama, Mistral, Qwen, Gemma as Hugging Face stores them.
  case halfSplit = "half-split"
  /// Reads pairs (2i, 2i + 1) and writes them to (i, i + d/2): DeepSeek-V3 in Hugging Face transformers.
  case interleavedInHalfSplitOut = "interleaved-in-half-split-out"

  /// The two features that pair `pair` is read from, in a head that turns `dimension` features.
  public func features(ofPair pair: Int, dimension: Int) -> (first: Int, second: Int) {
    self == .halfSplit ? Self.halves(pair, dimension) : Self.neighbours(pair)
  }

  /// The two features that pair `pair` is written to, in a head that turns `dimension` features.
  public func outputFeatures(ofPair pair: Int, dimension: Int) -> (first: Int, second: Int) {
    self == .interleaved ? Self.neighbours(pair) : Self.halves(pair, dimension)
  }

  // Pairs come from callers: a number too large for a pair wraps, and names no feature that exists.
  private static func neighbours(_ pair: Int) -> (first: Int, second: Int) { (2 &* pair, 2 &* pair &+ 1) }

  private static func halves(_ pair: Int, _ dimension: Int) -> (first: Int, second: Int) {
    (pair, pair &+ dimension / 2)
  }
}
