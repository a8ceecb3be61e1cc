/// The position itself as a vector of one number: p, or p / length.
///
/// The first idea one has. p grows without bound, and p / length makes the step between neighbours depend on the length
/// of the text; both are why waves were needed.
///
///     IntegerPosition().vector(at: 7)                       // [7]
///     try IntegerPosition(length: 10).vector(at: 7)         // [0.7]
public struct IntegerPosition: Hashable, Sendable {
  /// What positions are divided by; nil: nothing.
  public let length: Int?

  /// Positions as they are.
  public init() { length = nil }

  /// Positions as fractions of a length.
  /// - Throws: When the length is not positive.
  public init(length: Int) throws(InvalidParameter) {
    try InvalidParameter.requirePositive(.length, length)
    self.length = length
  }

  /// One number for a position. Shape (1).
  public func vector(at position: Int) -> [Double] { [Double(position) / Double(length ?? 1)] }
}
