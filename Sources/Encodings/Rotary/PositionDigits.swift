/// A position written in base β = base^(2/d): pair i of a rotary encoding turns as digit i counts.
///
///     digit_i(p) = ⌊p / β^i⌋ mod β
///
/// The last digits change with every position and the first hardly ever, as the fast pairs turn and the slow ones creep. β is
/// seldom whole, so digits are numbers in 0 ..< β. (One often reads β = base²; the exponent 2/d is what makes them agree.)
///
/// Source: Su Jianlin 2023, "Transformer Upgrade Road 10: RoPE is a β-ary encoding".
///
///     try PositionDigits(dimension: 2 * 3, base: 1000).digits(of: 365)   // [5, 6, 3]
public struct PositionDigits: Hashable, Sendable {
  /// How many digits there are: d / 2.
  public let count: Int
  /// β = base^(2/d).
  public let radix: Double
  private let frequencies: [InverseFrequency]

  /// The digits that belong to a rotary encoding of `dimension` features.
  /// - Throws: When the dimension is odd or out of range, or the base is not more than 1.
  public init(dimension: Int, base: Double) throws(InvalidParameter) {
    try InvalidParameter.requireEvenDimension(.dimension, dimension)
    try InvalidParameter.requireFinite(.base, base)
    try InvalidParameter.require(base > 1, .base, base, .moreThan(1))
    count = dimension / 2
    frequencies = Ladder.paper.inverseFrequencies(pairs: count + 1, dimension: dimension, base: base)
    radix = (DoubleDouble.one / frequencies[1].exact).high
  }

  /// The digit that belongs to a pair, in 0 ..< β; 0 for a pair that does not exist.
  /// - Complexity: O(1).
  public func digit(ofPair pair: Int, position: Int) -> Double {
    guard 0 <= pair, pair < count else { return 0 }
    let quotient = frequencies[pair].angle(at: position).rounded(.down)
    return max(quotient - radix * (quotient / radix).rounded(.down), 0)
  }

  /// All digits, fastest first. Shape (d / 2).
  public func digits(of position: Int) -> [Double] {
    (0..<count).map { digit(ofPair: $0, position: position) }
  }
}
