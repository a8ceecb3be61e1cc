/// The inverse frequencies of an encoding's pairs, fastest first, and the factor on its cosines and sines.
///
/// The one thing in which the context extensions of rotary encoding differ.
public struct Spectrum: Hashable, Sendable {
  /// One inverse frequency a pair, radians per position. Shape (pairs).
  public let inverseFrequencies: [InverseFrequency]
  /// What cosines and sines are multiplied by; 1 unless an extension (YaRN, LongRoPE) says otherwise.
  public let attentionFactor: Double

  /// A spectrum from its inverse frequencies.
  public init(inverseFrequencies: [InverseFrequency], attentionFactor: Double = 1) {
    self.inverseFrequencies = inverseFrequencies
    self.attentionFactor = attentionFactor
  }

  /// How many pairs there are.
  public var pairCount: Int { inverseFrequencies.count }

  /// The inverse frequency of a pair; zero for a pair that does not exist.
  public subscript(pair: Int) -> InverseFrequency {
    inverseFrequencies.indices.contains(pair) ? inverseFrequencies[pair] : .zero
  }
}
