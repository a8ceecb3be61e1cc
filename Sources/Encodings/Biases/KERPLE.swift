#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// KERPLE: a bias that falls with distance as a conditionally positive definite kernel, with two learned numbers a head.
///
///     logarithmic   −r₁ · ln(1 + r₂ · |m − n|)
///     power         −r₁ · |m − n|^r₂
///
/// Source: Chi et al. 2022, arXiv:2205.09921.
///
///     try KERPLE(kernel: .logarithmic, scales: [1], rates: [1]).bias(query: 3, key: 2, head: 0)   // −ln 2
public struct KERPLE: PositionBias {
  /// The form of the kernel.
  public enum Kernel: String, Hashable, Sendable, CaseIterable {
    case logarithmic, power
  }

  /// The form of the kernel.
  public let kernel: Kernel
  /// r₁, more than 0. Shape (heads).
  public let scales: [Double]
  /// r₂, more than 0; at most 2 for a power. Shape (heads).
  public let rates: [Double]

  /// A kernel with its numbers for each head.
  /// - Throws: When the lists differ in length, are empty, or hold a number out of range.
  public init(kernel: Kernel = .logarithmic, scales: [Double], rates: [Double]) throws(InvalidParameter) {
    try InvalidParameter.requirePositive(.heads, scales.count)
    try InvalidParameter.require(rates.count == scales.count, .exponent, Double(rates.count), .count(scales.count))
    for scale in scales { try InvalidParameter.requirePositive(.scale, scale) }
    for rate in rates {
      try InvalidParameter.requirePositive(.exponent, rate)
      try InvalidParameter.require(kernel == .logarithmic || rate <= 2, .exponent, rate, .atMost(2))
    }
    self.kernel = kernel
    self.scales = scales
    self.rates = rates
  }

  /// How many heads there are.
  public var heads: Int { scales.count }

  /// The bias of a head for a query and a key.
  public func bias(query: Int, key: Int, head: Int) -> Double {
    guard scales.indices.contains(head) else { return 0 }
    let distance = abs(Double(query) - Double(key))
    switch kernel {
    case .logarithmic: return -scales[head] * log1p(rates[head] * distance)
    case .power: return -scales[head] * pow(distance, rates[head])
    }
  }
}
