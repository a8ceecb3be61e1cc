/// A stand-in for a learned projection such as W_q: diagonal, with one fixed gain from ½ to 1½ a feature.
///
/// Being linear it does to a vector what a projection does, and being diagonal it can be read: q_j = g_j · x_j.
///
///     StandInProjection(name: "query").applied(to: embedding)
public struct StandInProjection: Hashable, Sendable {
  /// What tells one projection from another.
  public let name: String

  /// The projection of a name.
  public init(name: String) { self.name = name }

  /// g_j · x_j. A vector of the same shape.
  /// - Complexity: O(vector.count).
  public func applied(to vector: [Double]) -> [Double] {
    var stream = Noise(word: name)
    return vector.map { $0 * (0.5 + stream.uniform()) }
  }
}
