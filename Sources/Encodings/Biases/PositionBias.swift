/// A scheme that adds to the attention score of a query and a key a number which depends on their positions and the head.
public protocol PositionBias: Hashable, Sendable {
  /// How many heads have a bias of their own.
  var heads: Int { get }

  /// The bias of a head (from 0) for a query and a key position; 0 for a head that does not exist.
  func bias(query: Int, key: Int, head: Int) -> Double
}
