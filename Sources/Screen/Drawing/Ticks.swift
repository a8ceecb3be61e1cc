/// Round numbers along an axis.
public enum Ticks {
  /// Whole numbers within a range, at multiples of 1, 2 or 5 times a power of ten, or of a power of two.
  ///
  /// - Parameters:
  ///   - range: The numbers the axis shows.
  ///   - most: How many ticks there may be at most, at least 1.
  ///   - binary: Whether to step by powers of two, as sequence lengths do.
  public static func whole(_ range: Range<Int>, most: Int, binary: Bool = false) -> [Int] {
    guard !range.isEmpty, most > 0 else { return [] }
    let count = range.count
    var step = 1
    for next in binary ? binarySteps : decimalSteps where count / step >= most { step = next }
    let first = (range.lowerBound + step - 1) / step * step
    return first < range.upperBound ? Array(stride(from: first, to: range.upperBound, by: step)) : [range.lowerBound]
  }

  private static let binarySteps = (1..<60).map { 1 << $0 }
  private static let decimalSteps = (0..<17).flatMap { exponent in
    [1, 2, 5].map { $0 * Int(power(10, Double(exponent))) }
  }
}
