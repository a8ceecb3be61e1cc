extension ClosedRange<Double> {
  /// From the least to the greatest of the finite values, such as the means that a heatmap draws: the range of its colours.
  /// `nil` without any.
  package init?(of values: [Double]) {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return nil }
    self = least...most
  }

  /// The least range that holds both.
  package func union(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }

  /// The least range that holds it and has zero in its middle, as the middle colour of a diverging map.
  package var aboutZero: Self {
    let reach = Swift.max(abs(lowerBound), abs(upperBound))
    return -reach...reach
  }
}
