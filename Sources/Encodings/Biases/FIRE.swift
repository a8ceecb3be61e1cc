#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// FIRE: a learned function of the distance as a fraction of the query's position.
///
///     bias(i, j) = f(ψ(i − j) / ψ(max(threshold, i))),  ψ(x) = ln(c · x + 1)
///
/// The fraction stays in 0 … 1 however long the text, which is how it extrapolates.
///
/// Source: Li et al. 2023, arXiv:2310.04418.
public struct FIRE: PositionBias {
  /// The learned f: one hidden layer of rectified units.
  public struct Network: Hashable, Sendable {
    /// Shape (hidden).
    public let inputWeights: [Double]
    /// Shape (hidden).
    public let hiddenBiases: [Double]
    /// Shape (heads, hidden).
    public let outputWeights: [[Double]]
    /// Shape (heads).
    public let outputBiases: [Double]

    /// A network from its weights.
    /// - Throws: When the shapes do not fit together.
    public init(
      inputWeights: [Double], hiddenBiases: [Double], outputWeights: [[Double]], outputBiases: [Double]
    ) throws(InvalidParameter) {
      let hidden = inputWeights.count
      try InvalidParameter.require(hiddenBiases.count == hidden, .bias, Double(hiddenBiases.count), .count(hidden))
      try InvalidParameter.requirePositive(.heads, outputWeights.count)
      try InvalidParameter.require(
        outputBiases.count == outputWeights.count, .bias, Double(outputBiases.count), .count(outputWeights.count))
      for row in outputWeights {
        try InvalidParameter.require(row.count == hidden, .scale, Double(row.count), .count(hidden))
      }
      self.inputWeights = inputWeights
      self.hiddenBiases = hiddenBiases
      self.outputWeights = outputWeights
      self.outputBiases = outputBiases
    }

    func value(at input: Double, head: Int) -> Double {
      var sum = outputBiases[head]
      for unit in inputWeights.indices {
        sum += outputWeights[head][unit] * max(inputWeights[unit] * input + hiddenBiases[unit], 0)
      }
      return sum
    }
  }

  /// c, more than 0.
  public let scale: Double
  /// The position below which fractions are taken of the threshold instead, more than 0.
  public let threshold: Double
  /// The learned f; nil: f(x) = −x for one head, the plainest function that falls with distance.
  public let network: Network?

  /// FIRE with its learned c, threshold and network.
  /// - Throws: When c or the threshold is not positive.
  public init(scale: Double = 0.1, threshold: Double = 512, network: Network? = nil) throws(InvalidParameter) {
    try InvalidParameter.requirePositive(.scale, scale)
    try InvalidParameter.requirePositive(.length, threshold)
    self.scale = scale
    self.threshold = threshold
    self.network = network
  }

  /// How many heads there are.
  public var heads: Int { network?.outputWeights.count ?? 1 }

  /// ψ(i − j) / ψ(max(threshold, i)), 0 … 1 for keys not after the query; keys after it count by their distance.
  public func fraction(query: Int, key: Int) -> Double {
    let distance = abs(Double(query) - Double(key))
    return log1p(scale * distance) / log1p(scale * max(threshold, Double(query)))
  }

  /// The bias of a head for a query and a key.
  public func bias(query: Int, key: Int, head: Int) -> Double {
    guard 0 <= head, head < heads else { return 0 }
    let fraction = fraction(query: query, key: key)
    return network?.value(at: fraction, head: head) ?? -fraction
  }
}
