/// Values of one quantity over a range of positions, distances or pairs: what a line plot draws.
public struct Curve: Hashable, Sendable {
  /// Where the values stand, ascending. Shape (points).
  public let positions: [Int]
  /// The values. Shape (points).
  public let values: [Double]

  /// A curve through a function's values.
  /// - Complexity: O(positions.count) calls.
  public init(at positions: some Sequence<Int>, _ value: (Int) -> Double) {
    self.positions = Array(positions)
    values = self.positions.map(value)
  }

  /// The least and the greatest finite value; 0 … 0 for a curve without one.
  public var bounds: ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return 0...0 }
    return least...greatest
  }
}
