#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// xPos: rotary encoding with a decay, so that scores fall smoothly with distance and extrapolate.
///
/// Pair i of a query at m is scaled by ζ_i^(m/scaleBase) and of a key at n by its inverse, with ζ_i = (2i/d + γ) / (1 + γ):
/// the score's pair i is scaled by ζ_i^((m − n)/scaleBase).
///
/// Source: Sun et al. 2022, arXiv:2212.10554, with γ = 0.4, and torchscale's scale base of 512.
///
///     try XPos(rotary: Rotary(dimension: 8)).decays[0]   // 0.2857…
public struct XPos: Hashable, Sendable {
  /// The rotation.
  public let rotary: Rotary
  /// γ, more than 0.
  public let gamma: Double
  /// How many positions it takes to decay by ζ, more than 0.
  public let scaleBase: Double
  /// The rotation and the decay of each pair together. Shape (pairs).
  let waves: [DampedWave]

  /// A rotary encoding with decay.
  /// - Throws: When γ or the scale base is not positive.
  /// - Complexity: O(pairs).
  public init(rotary: Rotary, gamma: Double = 0.4, scaleBase: Double = 512) throws(InvalidParameter) {
    try InvalidParameter.requirePositive(.gamma, gamma)
    try InvalidParameter.requirePositive(.scaleBase, scaleBase)
    self.rotary = rotary
    self.gamma = gamma
    self.scaleBase = scaleBase
    waves = Self.decays(rotary, gamma).enumerated().map { pair, decay in
      DampedWave(rate: log(decay) / scaleBase, frequency: rotary.spectrum[pair])
    }
  }

  /// ζ_i, 0 … 1, one a pair.
  public var decays: [Double] { Self.decays(rotary, gamma) }

  private static func decays(_ rotary: Rotary, _ gamma: Double) -> [Double] {
    (0..<rotary.spectrum.pairCount).map {
      (2 * Double($0) / Double(rotary.rotaryDimension) + gamma) / (1 + gamma)
    }
  }

  /// ζ_i^(exponent / scaleBase): what a pair of a query is multiplied by at a position, and of a score at a distance.
  /// - Returns: 1 for a pair that does not exist; infinite where a negative exponent is too far out.
  public func scale(ofPair pair: Int, over exponent: Int) -> Double {
    waves.indices.contains(pair) ? exp(waves[pair].rate * Double(exponent)) : 1
  }

  /// A query's vector at a position. Shape (dimension).
  /// - Parameter centre: The position that is not scaled. It cancels in scores; near the positions themselves it keeps keys
  ///   finite.
  public func rotatedQuery(_ vector: [Double], position: Int, centre: Int = 0) -> [Double] {
    scaled(rotary.rotated(vector, position: position), over: position &- centre)
  }

  /// A key's vector at a position. Shape (dimension).
  /// - Parameter centre: The position that is not scaled, the same as the query's.
  public func rotatedKey(_ vector: [Double], position: Int, centre: Int = 0) -> [Double] {
    scaled(rotary.rotated(vector, position: position), over: centre &- position)
  }

  private func scaled(_ vector: [Double], over exponent: Int) -> [Double] {
    var result = vector
    for pair in waves.indices {
      let (first, second) = rotary.layout.outputFeatures(ofPair: pair, dimension: rotary.rotaryDimension)
      guard max(first, second) < vector.count else { continue }
      let scale = scale(ofPair: pair, over: exponent)
      result[first] *= scale
      result[second] *= scale
    }
    return result
  }
}
