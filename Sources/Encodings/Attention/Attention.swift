#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// softmax(Q Kᵀ · scale + bias) V of one head, with any positional scheme.
///
/// Sums over tokens are taken in order of size, not of place, so that reordering the tokens changes no bit: without positions
/// the pooled outputs of a sentence and of its permutation are the same number, and their difference is exactly 0.
///
///     let attention = try Attention(tokens: embeddings, encoding: .none)
///     attention.pooled   // the same for every order of the tokens
public struct Attention: Hashable, Sendable {
  /// Scores before the softmax; −∞ where masked. Shape (queries, keys).
  public let scores: [[Double]]
  /// Each row sums to 1. Shape (queries, keys).
  public let weights: [[Double]]
  /// Shape (queries, features).
  public let outputs: [[Double]]

  /// Attention among given queries, keys and values.
  /// - Parameters:
  ///   - queries: Shape (queries, features).
  ///   - keys: Shape (keys, features).
  ///   - values: Shape (keys, features).
  ///   - encoding: Rotary turns queries and keys; a bias, or the position terms of Shaw, Transformer-XL and DeBERTa, are added.
  ///     Vectors that belong to tokens are left to the caller (see `init(tokens:encoding:head:causal:)`).
  ///   - positionVectors: The learned vectors of Shaw or DeBERTa, one a bucket; nil: sinusoidal rows stand in.
  ///   - head: The head, from 0, whose bias is added.
  ///   - causal: Whether a query sees no key after it.
  ///   - scale: The factor on scores; nil: 1 / √features, for DeBERTa 1 / √(3 · features).
  ///   - queryScaling: A factor on queries by their position.
  /// - Complexity: O(queries · keys · features).
  public init(
    queries: [[Double]], keys: [[Double]], values: [[Double]], encoding: Encoding,
    positionVectors: [[Double]]? = nil, head: Int = 0, causal: Bool = false, scale: Double? = nil,
    queryScaling: QueryScaling = .none
  ) {
    let placed = Self.placed(queries: queries, keys: keys, encoding: encoding)
    let dimension = max(queries.first?.count ?? 1, 1)
    let relative = RelativeTerm(encoding: encoding, vectors: positionVectors, dimension: dimension)
    let scale = scale ?? 1 / Double(dimension * relative.termCount).squareRoot()
    let bias = encoding.bias
    let scores = placed.queries.enumerated().map { position, query in
      placed.keys.enumerated().map { place, key in
        if causal && place > position { return -Double.infinity }
        let product = dotProduct(query, key) + relative.value(query: query, at: position, key: key, at: place)
        return product * queryScaling.factor(at: position) * scale
          + (bias?.bias(query: position, key: place, head: head) ?? 0)
      }
    }
    self.scores = scores
    weights = scores.map(Self.softmax)
    let width = values.first?.count ?? 0
    outputs = weights.map { row in
      (0..<width).map { feature in
        Self.sumBySize(zip(row, values).map { $0 * ($1.indices.contains(feature) ? $1[feature] : 0) })
      }
    }
  }

  /// Self-attention of tokens with identity projections: their embeddings, with the scheme's vectors added where it has any,
  /// are queries, keys and values.
  /// - Parameter tokens: Embeddings. Shape (tokens, features).
  /// - Throws: Where the scheme has rows and the tokens are more.
  public init(
    tokens: [[Double]], encoding: Encoding, head: Int = 0, causal: Bool = false
  ) throws(InvalidParameter) {
    var inputs: [[Double]] = []
    for (position, embedding) in tokens.enumerated() {
      let vector = try encoding.vector(at: position) ?? []
      inputs.append(
        embedding.enumerated().map { $0.element + (vector.indices.contains($0.offset) ? vector[$0.offset] : 0) })
    }
    self.init(queries: inputs, keys: inputs, values: inputs, encoding: encoding, head: head, causal: causal)
  }

  /// The mean of the outputs. Shape (features).
  public var pooled: [Double] {
    guard let first = outputs.first else { return [] }
    return first.indices.map { feature in
      Self.sumBySize(outputs.map { $0[feature] }) / Double(outputs.count)
    }
  }

  /// e^(x − max) over its sum; a row that is masked throughout has weights 0.
  static func softmax(_ scores: [Double]) -> [Double] {
    guard let largest = scores.max(), largest.isFinite else { return scores.map { _ in 0 } }
    let powers = scores.map { exp($0 - largest) }
    let sum = sumBySize(powers)
    return powers.map { $0 / sum }
  }

  private static func placed(
    queries: [[Double]], keys: [[Double]], encoding: Encoding
  ) -> (queries: [[Double]], keys: [[Double]]) {
    guard case .rotary(let rotary) = encoding else { return (queries, keys) }
    func turned(_ vectors: [[Double]]) -> [[Double]] {
      vectors.enumerated().map { rotary.rotated($0.element, position: $0.offset) }
    }
    return (turned(queries), turned(keys))
  }

  /// A sum that does not depend on the order of its terms.
  private static func sumBySize(_ terms: [Double]) -> Double { terms.sorted().reduce(0, +) }
}
