#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// xPos: rotary encoding with a decay, so that scores fall smoothly with distance and extrapolate.
///
/// Pair i of a query at m is scaled by ζ_i^((m − centre)/scaleBase) and of a key at n by its inverse, with
/// ζ_i = (2i/d + γ) / (1 + γ): the score's pair i is scaled by ζ_i^((m − n)/scaleBase).
///
/// Source: Sun et al. 2022, arXiv:2212.10554, with γ = 0.4.
///
///     try XPos(rotary: Rotary(dimension: 8)).decays[0]   // 0.2857…
public struct XPos: Hashable, Sendable {
  /// The rotation.
  public let rotary: Rotary
  /// γ, more than 0.
  public let gamma: Double
  /// How many positions it takes to decay by ζ, more than 0.
  public let scaleBase: Double
  /// The position that is not scaled; it cancels in scores.
  public let centre: Int

  /// A rotary encoding with decay.
  /// - Throws: When γ or the scale base is not positive.
  public init(
    rotary: Rotary, gamma: Double = 0.4, scaleBase: Double = 512, centre: Int = 0
  ) throws(InvalidParameter) {
    try InvalidParameter.requirePositive(.scale, gamma)
    try InvalidParameter.requirePositive(.length, scaleBase)
    self.rotary = rotary
    self.gamma = gamma
    self.scaleBase = scaleBase
    self.centre = centre
  }

  /// ζ_i, one a pair.
  public var decays: [Double] {
    (0..<rotary.spectrum.pairCount).map {
      (2 * Double($0) / Double(rotary.rotaryDimension) + gamma) / (1 + gamma)
    }
  }

  /// A query's vector at a position. Shape (dimension).
  public func rotatedQuery(_ vector: [Double], position: Int) -> [Double] {
    scaled(rotary.rotated(vector, position: position), power: exponent(position))
  }

  /// A key's vector at a position. Shape (dimension).
  public func rotatedKey(_ vector: [Double], position: Int) -> [Double] {
    scaled(rotary.rotated(vector, position: position), power: -exponent(position))
  }

  private func exponent(_ position: Int) -> Double { (Double(position) - Double(centre)) / scaleBase }

  private func scaled(_ vector: [Double], power: Double) -> [Double] {
    var result = vector
    for (pair, decay) in decays.enumerated() {
      let (first, second) = rotary.layout.outputFeatures(ofPair: pair, dimension: rotary.rotaryDimension)
      guard max(first, second) < vector.count else { continue }
      let scale = pow(decay, power)
      result[first] *= scale
      result[second] *= scale
    }
    return result
  }
}
