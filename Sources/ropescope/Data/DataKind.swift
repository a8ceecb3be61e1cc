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
  /// The angle of each pair's dial, and how much of its circle training has seen.
  case dials
  /// Positions in base β.
  case digits
  /// What each extension makes of every pair, from the trained length to the target.
  case reach
  /// Rotary encoding step by step, pair by pair.
  case pipeline
  /// The numbers of the calculation by hand.
  case formula
  /// Two encodings and their difference.
  case compare
  /// Where two encodings first part by more than a tolerance.
  case divergence
  /// Steps from inputs to outputs in three kinds of layers.
  case mixing
  /// The pooled outputs of two orders of a sentence, and their difference.
  case pooled

  /// An option that only some kinds take.
  enum Option: String, CaseIterable {
    case positions = "--positions"
    case distances = "--distances"
    case vector = "--vector"
    case cast = "--cast"
    case head = "--head"
    case causal = "--causal"
    case normalised = "--normalised"
    case pair = "--pair"
    case second = "--second"
    case sentence = "--sentence"
    case shift = "--shift"
    case target = "--target"
    case with = "--with"
    case component = "--component"
    case tolerance = "--tolerance"
  }

  /// The options that the kind takes.
  var options: Set<Option> {
    switch self {
    case .frequencies, .slopes: []
    case .angles, .cosSin, .table, .bias: [.positions]
    case .rotate: [.positions, .vector]
    case .buckets, .decay: [.distances]
    case .similarity: [.positions, .normalised]
    case .attention: [.positions, .head, .causal, .sentence]
    case .precision: [.positions, .cast]
    case .dials, .digits: [.positions]
    case .reach: [.target]
    case .pipeline: [.positions, .second, .shift, .sentence]
    case .formula: [.positions, .pair, .second, .head]
    case .compare: [.positions, .with, .component, .head]
    case .divergence: [.with, .component, .head, .tolerance]
    case .mixing: [.positions, .sentence, .causal]
    case .pooled: [.sentence, .head, .causal]
    }
  }

  /// The distances written when none are asked for.
  var usualDistances: String { self == .buckets ? "-128:129" : "0:257" }
}
