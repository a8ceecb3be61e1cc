/// Rotary encoding with two positions: the first half of a head turns with one, the second half with the other.
///
/// ChatGLM-6B gives each token its position in the text, which stands still at the mask while a blank is filled, and its
/// position within the block that fills it.
///
/// Source: Du et al. 2021 (GLM), arXiv:2103.10360, section 2.2.
///
///     try PlanarRotary(dimension: 128).rotated(query, position: 7, block: 2)
public struct PlanarRotary: Hashable, Sendable {
  /// The rotation of one half.
  public let half: Rotary

  /// Two rotations side by side in one head.
  /// - Parameter dimension: The head's dimension, a multiple of 4.
  /// - Throws: When a parameter is out of range.
  public init(
    dimension: Int, base: Double = 10_000, layout: PairLayout = .halfSplit
  ) throws(InvalidParameter) {
    try InvalidParameter.requireEvenDimension(.dimension, dimension)
    half = try Rotary(dimension: dimension / 2, base: base, layout: layout)
  }

  /// A head's vector turned to a position in the text and one in the block.
  ///
  /// - Parameter vector: Shape (dimension); a shorter one is turned as far as it reaches.
  public func rotated(_ vector: [Double], position: Int, block: Int) -> [Double] {
    let middle = min(half.dimension, vector.count)
    return half.rotated(Array(vector[..<middle]), position: position)
      + half.rotated(Array(vector[middle...]), position: block)
  }

  /// The two positions of each token of a text whose blank at `mask` is filled by the tokens from `context` on.
  ///
  /// - Returns: For each of `count` tokens (position, block): (p, 0) within the context, (mask, 1), (mask, 2) … after it.
  public static func positions(count: Int, context: Int, mask: Int) -> [(position: Int, block: Int)] {
    (0..<max(count, 0)).map { $0 < context ? ($0, 0) : (mask, $0 - max(context, 0) + 1) }
  }
}
