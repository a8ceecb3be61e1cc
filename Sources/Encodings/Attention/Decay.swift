/// How the score of a rotary encoding falls with distance when query and key are alike, and RoFormer's bound on it.
///
/// With q = k = ones the score is proportional to Σ_i cos(r · ω_i). By summation by parts it stays below Σ_i |S_i|, where S_i is
/// the sum of the first i phasors. That holds for q = k; for learned queries and keys a head may well prefer a distance
/// (Barbero et al. 2024, arXiv:2410.06205).
///
/// Source: Su et al. 2021, arXiv:2104.09864, section 3.4.3.
///
///     Decay(spectrum: rotary.spectrum).score(atDistance: 0)   // 1
public struct Decay: Hashable, Sendable {
  /// The frequencies.
  public let spectrum: Spectrum
  /// The scales that a score's pairs have besides, for xPos.
  private let xPos: XPos?

  /// The decay of a spectrum; the attention factor is left out.
  public init(spectrum: Spectrum) { (self.spectrum, xPos) = (spectrum, nil) }

  /// The decay of an encoding: of its frequencies, and for xPos of its scales too.
  /// - Returns: nil for an encoding without frequencies.
  public init?(encoding: Encoding) {
    guard let spectrum = encoding.spectrum else { return nil }
    self.spectrum = spectrum
    if case .xPos(let xPos) = encoding { self.xPos = xPos } else { xPos = nil }
  }

  /// What pair i of the score is multiplied by at a distance: 1, or ζ_i^(r/scaleBase) for xPos.
  public func scale(ofPair pair: Int, atDistance distance: Int) -> Double {
    xPos?.scale(ofPair: pair, over: distance) ?? 1
  }

  /// The mean of cos(r · ω_i) over the pairs, each with its scale: the cosine of the two turned vectors, 1 at distance 0.
  /// - Complexity: O(pairs).
  public func score(atDistance distance: Int) -> Double {
    guard spectrum.pairCount > 0 else { return 0 }
    let sum = spectrum.inverseFrequencies.enumerated().reduce(0) {
      $0 + $1.element.phase(at: distance).cosine * scale(ofPair: $1.offset, atDistance: distance)
    }
    return sum / Double(spectrum.pairCount)
  }

  /// The mean of |S_i|, S_i = Σ_{k < i} e^(i r ω_k), i = 1 … pairs: RoFormer's figure 2. Never below |score|.
  /// - Complexity: O(pairs).
  public func bound(atDistance distance: Int) -> Double {
    guard spectrum.pairCount > 0 else { return 0 }
    var sum = Phasor()
    var lengths = 0.0
    for (pair, frequency) in spectrum.inverseFrequencies.enumerated() {
      sum.add(frequency.phase(at: distance), weight: scale(ofPair: pair, atDistance: distance))
      lengths += sum.length
    }
    return lengths / Double(spectrum.pairCount)
  }

  /// The score over distances.
  public func scores(at distances: some Sequence<Int>) -> Curve {
    Curve(at: distances, score(atDistance:))
  }

  /// The bound over distances.
  public func bounds(at distances: some Sequence<Int>) -> Curve {
    Curve(at: distances, bound(atDistance:))
  }
}
