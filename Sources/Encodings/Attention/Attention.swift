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
  /// Scores before the softmax; −∞ where masked. Shape (queries asked, keys).
  public let scores: [[Double]]
  /// Each row sums to 1. Shape (queries asked, keys).
  public let weights: [[Double]]
  /// Shape (queries asked, features).
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
  ///   - asked: The queries to answer; nil: all. What lies outside those there are is left out.
  /// - Complexity: O(queries asked · keys · features).
  public init(
    queries: [[Double]], keys: [[Double]], values: [[Double]], encoding: Encoding,
    positionVectors: [[Double]]? = nil, head: Int = 0, causal: Bool = false, scale: Double? = nil,
    queryScaling: QueryScaling = .none, asked: Range<Int>? = nil
  ) {
    let asked = (asked ?? 0..<queries.count).clamped(to: 0..<queries.count)
    let placedQueries = asked.map { encoding.placedQuery(queries[$0], at: $0) }
    let placedKeys = keys.enumerated().map { encoding.placedKey($0.element, at: $0.offset) }
    let dimension = max(queries.first?.count ?? 1, 1)
    var relative = RelativeTerm(encoding: encoding, vectors: positionVectors, dimension: dimension)
    let scale = scale ?? 1 / Double(dimension * relative.termCount).squareRoot()
    let bias = encoding.bias
    let scores = zip(asked, placedQueries).map { position, query in
      placedKeys.enumerated().map { place, key in
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
    let inputs = try Self.inputs(of: tokens, encoding: encoding)
    self.init(queries: inputs, keys: inputs, values: inputs, encoding: encoding, head: head, causal: causal)
  }

  /// Embeddings with the scheme's vectors added where it has any. Shape (tokens, features).
  /// - Throws: Where the scheme has rows and the tokens are more.
  public static func inputs(of tokens: [[Double]], encoding: Encoding) throws(InvalidParameter) -> [[Double]] {
    var inputs: [[Double]] = []
    for (position, embedding) in tokens.enumerated() {
      let vector = try encoding.vector(at: position) ?? []
      inputs.append(
        embedding.enumerated().map { $0.element + (vector.indices.contains($0.offset) ? vector[$0.offset] : 0) })
    }
    return inputs
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

  /// A sum that does not depend on the order of its terms.
  private static func sumBySize(_ terms: [Double]) -> Double { terms.sorted().reduce(0, +) }
}
