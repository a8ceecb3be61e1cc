/// What `data` can write.
enum DataKind: String, CaseIterable {
  /// Inverse frequencies by pair.
  case frequencies
  /// Angles by position and pair, whole turns included.
  case angles
  /// Cosines and sines by position and pair, times the attention factor.
  case cosSin = "cos-sin"
  /// Position vectors.
  case table
  /// One vector turned to each position.
  case rotate
  /// A slope a head.
  case slopes
  /// Biases by head, query and key.
  case bias
  /// Buckets by distance.
  case buckets
  /// How alike two positions are.
  case similarity
  /// How a score falls with distance, and its bound.
  case decay
  /// Attention weights among tokens that are alike but for their position.
  case attention
  /// What a number format does to cosines and sines.
  case precision

  /// An option that only some kinds take.
  enum Option: String, CaseIterable {
    case positions = "--positions"
    case distances = "--distances"
    case vector = "--vector"
    case cast = "--cast"
    case head = "--head"
    case causal = "--causal"
    case normalised = "--normalised"
  }

  /// The options that the kind takes.
  var options: Set<Option> {
    switch self {
    case .frequencies, .slopes: []
    case .angles, .cosSin, .table, .bias: [.positions]
    case .rotate: [.positions, .vector]
    case .buckets, .decay: [.distances]
    case .similarity: [.positions, .normalised]
    case .attention: [.positions, .head, .causal]
    case .precision: [.positions, .cast]
    }
  }

  /// The distances written when none are asked for.
  var usualDistances: String { self == .buckets ? "-128:129" : "0:257" }
}
