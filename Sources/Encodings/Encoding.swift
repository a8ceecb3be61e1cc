/// Any positional scheme with its parameters.
///
/// A scheme answers one or more of three questions: a vector for a position, a rotation for a position, a bias (or the bucket
/// of a learned one) for a query and a key. A view asks what it needs and never which case this is.
public enum Encoding: Hashable, Sendable {
  /// No position at all (NoPE): order comes from the causal mask alone, or not at all.
  case none
  /// The position itself.
  case integer(IntegerPosition)
  /// A one at the position.
  case oneHot(OneHot)
  /// Sines and cosines added to the token embedding.
  case sinusoidal(Sinusoidal)
  /// Learned rows added to the token embedding.
  case learned(LearnedTable)
  /// Queries and keys turned by their position.
  case rotary(Rotary)
  /// Queries and keys turned, and scores that die away with distance.
  case xPos(XPos)
  /// A penalty linear in distance.
  case alibi(ALiBi)
  /// A learned bias by buckets of distance.
  case t5(T5Bias)
  /// Learned vectors by clipped difference.
  case shaw(Shaw)
  /// Sinusoids of the distance in the score.
  case transformerXL(TransformerXL)
  /// Learned vectors by buckets of the difference, in two of three score terms.
  case deberta(DeBERTa)
  /// A kernel of the distance.
  case kerple(KERPLE)
  /// A learned function of the distance as a fraction.
  case fire(FIRE)

  /// The scheme's name.
  public var scheme: Scheme {
    switch self {
    case .none: .none
    case .integer: .integer
    case .oneHot: .oneHot
    case .sinusoidal: .sinusoidal
    case .learned: .learned
    case .rotary: .rope
    case .xPos: .xpos
    case .alibi: .alibi
    case .t5: .t5
    case .shaw: .shaw
    case .transformerXL: .transformerXL
    case .deberta: .deberta
    case .kerple: .kerple
    case .fire: .fire
    }
  }

  /// How the scheme turns queries and keys by one position, where it does; xPos scales them besides.
  public var rotary: Rotary? {
    switch self {
    case .rotary(let rotary): rotary
    case .xPos(let xPos): xPos.rotary
    default: nil
    }
  }

  /// The same scheme with another rotation; nil for one that does not turn.
  public func turning(by rotary: Rotary) -> Encoding? {
    switch self {
    case .rotary: .rotary(rotary)
    // Its own γ and scale base are in range already.
    case .xPos(let xPos):
      (try? XPos(rotary: rotary, gamma: xPos.gamma, scaleBase: xPos.scaleBase)).map(Encoding.xPos)
    default: nil
    }
  }

  /// The sines and cosines of a scheme that takes them as vectors: of positions, or of distances (Transformer-XL).
  public var sinusoidal: Sinusoidal? {
    switch self {
    case .sinusoidal(let sinusoidal): sinusoidal
    case .transformerXL(let transformerXL): transformerXL.sinusoidal
    default: nil
    }
  }

  /// The inverse frequencies of a scheme that has them.
  public var spectrum: Spectrum? {
    rotary?.spectrum ?? sinusoidal?.spectrum
  }

  /// The dimension d of a scheme that has one: how many features its vectors hold or its rotations see.
  public var dimension: Int? {
    switch self {
    case .integer: 1
    case .oneHot(let oneHot): oneHot.rows
    case .learned(let table): table.dimension
    default: rotary?.dimension ?? sinusoidal?.dimension
    }
  }

  /// How many positions there are, for a scheme that ends: one-hot and learned.
  public var positionCount: Int? {
    switch self {
    case .oneHot(let oneHot): oneHot.rows
    case .learned(let table): table.positionCount
    default: nil
    }
  }

  /// The bias that the scheme adds to scores, where it has one that does not depend on content.
  public var bias: (any PositionBias)? {
    switch self {
    case .alibi(let alibi): alibi
    case .t5(let t5): t5.biases.isEmpty ? nil : t5
    case .kerple(let kerple): kerple
    case .fire(let fire): fire
    default: nil
    }
  }

  /// Heads that have a bias of their own; 1 where there is none, for then all heads see the same.
  public var headCount: Int { max(1, bias?.heads ?? 1) }

  /// The buckets that the scheme sorts differences into, where it does.
  public var buckets: (any RelativeBuckets)? {
    switch self {
    case .t5(let t5): t5
    case .shaw(let shaw): shaw
    case .deberta(let deberta): deberta
    default: nil
    }
  }

  /// A query as attention takes it at a position: turned, and for xPos scaled. Shape (dimension).
  /// - Parameter centre: The position at which xPos does not scale, the same for query and key; it cancels in scores.
  public func placedQuery(_ query: [Double], at position: Int, centre: Int = 0) -> [Double] {
    if case .xPos(let xPos) = self { return xPos.rotatedQuery(query, position: position, centre: centre) }
    return rotary?.rotated(query, position: position) ?? query
  }

  /// A key as attention takes it at a position: turned, and for xPos scaled. Shape (dimension).
  /// - Parameter centre: The position at which xPos does not scale, the same for query and key; it cancels in scores.
  public func placedKey(_ key: [Double], at position: Int, centre: Int = 0) -> [Double] {
    if case .xPos(let xPos) = self { return xPos.rotatedKey(key, position: position, centre: centre) }
    return rotary?.rotated(key, position: position) ?? key
  }

  /// The vector that the scheme adds to the token embedding at a position; nil for a scheme that adds none.
  /// - Throws: Where the scheme has rows and the position is past them.
  public func vector(at position: Int) throws(InvalidParameter) -> [Double]? {
    switch self {
    case .integer(let integer): integer.vector(at: position)
    case .oneHot(let oneHot): try oneHot.vector(at: position)
    case .sinusoidal(let sinusoidal): sinusoidal.vector(at: position)
    case .learned(let table): try table.vector(at: position)
    default: nil
    }
  }
}
