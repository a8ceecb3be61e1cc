package import Screen

/// The nearest colours of a palette of 8, 16 or 256, each sought once: a heatmap asks for the same few ten thousand times.
package struct NearestColors {
  private let size: Int
  /// Answers given, by the hash of the colour.
  private var answers = [UInt64](repeating: .max, count: 1 << 12)

  /// The colours of a palette of this size.
  package init(size: Int) { self.size = size }

  /// The index of the nearest colour: of 256 never one of the first sixteen, which are the user's to redefine.
  /// - Complexity: Amortised O(1).
  package mutating func index(of color: Color) -> UInt8 {
    let slot = Int(truncatingIfNeeded: (color.hex &* 0x9E37_79B1) >> 20)
    if answers[slot] >> 8 == UInt64(color.hex) { return UInt8(truncatingIfNeeded: answers[slot]) }
    let nearest = size > 16 ? Palette.nearest256(to: color) : Palette.nearestNamed(to: color, among: size)
    let index = UInt8(truncatingIfNeeded: nearest)
    answers[slot] = UInt64(color.hex) << 8 | UInt64(index)
    return index
  }
}
