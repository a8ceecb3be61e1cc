/// A stand-in for learned token embeddings: for each text a fixed vector, the same on every machine.
///
/// Directions are drawn from a hash of the text, so that different tokens are nearly orthogonal, and all have the length
/// |x|² = 2 √d: the score of a token with itself, x·x / √d, is then 2 in any dimension. It prefers its like and still sees
/// the others.
///
///     try TokenEmbedding(dimension: 64).vector(of: "cat")   // 64 numbers, |x|² = 16
public struct TokenEmbedding: Hashable, Sendable {
  /// How many features a vector has.
  public let dimension: Int

  /// Embeddings of `dimension` features.
  /// - Throws: When the dimension is out of range.
  public init(dimension: Int) throws(InvalidParameter) {
    try InvalidParameter.requireDimension(.dimension, dimension, least: 1)
    self.dimension = dimension
  }

  /// The vector of a token: it depends on the UTF-8 bytes of its text and on the dimension alone. Shape (dimension).
  /// - Complexity: O(dimension + length of the text).
  public func vector(of token: String) -> [Double] {
    var stream = Noise(word: token)
    let direction = (0..<dimension).map { _ in stream.uniform() - 0.5 }
    let square = dotProduct(direction, direction)
    guard square > 0 else { return direction }
    let scale = (2 * Double(dimension).squareRoot() / square).squareRoot()
    return direction.map { $0 * scale }
  }

  /// The vectors of tokens, each text's made once. Shape (tokens, dimension).
  public func vectors(of tokens: [String]) -> [[Double]] {
    var known: [String: [Double]] = [:]
    return tokens.map { token in
      if let vector = known[token] { return vector }
      let vector = vector(of: token)
      known[token] = vector
      return vector
    }
  }
}
