/// Rotary position embedding (RoPE) of one head: each pair of features is turned by position · ω.
///
/// q'(p) = R(p) q, where R(p) turns pair i by the angle p · ω_i. Since R(m)ᵀ R(n) = R(n − m), the score of a query at m
/// and a key at n depends on m − n alone, and norms are kept (times the attention factor, where an extension has one).
///
/// Source: Su et al. 2021, arXiv:2104.09864.
///
///     let rotary = try Rotary(dimension: 4)
///     rotary.rotated([1, 0, 0, 0], position: 1)   // [0.540…, 0, 0.841…, 0]
public struct Rotary: Hashable, Sendable {
  /// The head's dimension d.
  public let dimension: Int
  /// How many of the features turn; the others pass through.
  public let rotaryDimension: Int
  /// The base b of the inverse frequencies b^(−2i / rotaryDimension).
  public let base: Double
  /// Which two features make a pair.
  public let layout: PairLayout
  /// The context extension.
  public let scaling: Scaling
  /// The sequence length that dynamic NTK and LongRoPE look at, positions; nil: the trained length.
  public let length: Int?
  /// The inverse frequencies after the extension, and the attention factor. `pairCount` is rotaryDimension / 2.
  public let spectrum: Spectrum

  /// Rotary encoding of a head of `dimension` features.
  /// - Parameters:
  ///   - dimension: d, at least 2.
  ///   - rotaryDimension: How many features turn; even, at most d; nil: all of them, and then d must be even.
  ///   - base: More than 0; YaRN needs more than 1.
  /// - Throws: `InvalidParameter` naming the first parameter outside its range.
  /// - Complexity: O(rotaryDimension).
  public init(
    dimension: Int, rotaryDimension: Int? = nil, base: Double = 10_000, layout: PairLayout = .halfSplit,
    scaling: Scaling = .none, length: Int? = nil
  ) throws(InvalidParameter) {
    let turning = rotaryDimension ?? dimension
    if rotaryDimension == nil {
      try InvalidParameter.requireEvenDimension(.dimension, dimension)
    } else {
      try InvalidParameter.requireDimension(.dimension, dimension, least: 2)
      try InvalidParameter.requireEvenDimension(.rotaryDimension, turning)
      try InvalidParameter.require(turning <= dimension, .rotaryDimension, Double(turning), .noMoreThan(.dimension))
    }
    try InvalidParameter.requirePositive(.base, base)
    if let length { try InvalidParameter.requirePositive(.length, length) }
    let plain = Ladder.paper.inverseFrequencies(pairs: turning / 2, dimension: turning, base: base)
    self.dimension = dimension
    self.rotaryDimension = turning
    self.base = base
    self.layout = layout
    self.scaling = scaling
    self.length = length
    spectrum = try scaling.spectrum(of: plain, dimension: turning, base: base, length: length)
  }

  /// The two features that a pair is read from.
  public func features(ofPair pair: Int) -> (first: Int, second: Int) {
    layout.features(ofPair: pair, dimension: rotaryDimension)
  }

  /// A head's vector turned to a position: what attention compares.
  ///
  /// - Parameter vector: Shape (dimension). Features past `rotaryDimension`, and a pair that the vector does not hold
  ///   whole, pass through.
  /// - Returns: A vector of the same shape.
  /// - Complexity: O(vector.count).
  public func rotated(_ vector: [Double], position: Int) -> [Double] {
    var result = vector
    for pair in 0..<spectrum.pairCount {
      let (first, second) = layout.features(ofPair: pair, dimension: rotaryDimension)
      let (firstOut, secondOut) = layout.outputFeatures(ofPair: pair, dimension: rotaryDimension)
      guard max(second, secondOut) < vector.count else { continue }
      let phase = spectrum[pair].phase(at: position)
      let cosine = phase.cosine * spectrum.attentionFactor
      let sine = phase.sine * spectrum.attentionFactor
      result[firstOut] = vector[first] * cosine - vector[second] * sine
      result[secondOut] = vector[second] * cosine + vector[first] * sine
    }
    return result
  }

  /// cos(position · ω_i) · attentionFactor. Shape (pairs).
  public func cosines(at position: Int) -> [Double] {
    spectrum.inverseFrequencies.map { $0.phase(at: position).cosine * spectrum.attentionFactor }
  }

  /// sin(position · ω_i) · attentionFactor. Shape (pairs).
  public func sines(at position: Int) -> [Double] {
    spectrum.inverseFrequencies.map { $0.phase(at: position).sine * spectrum.attentionFactor }
  }
}
