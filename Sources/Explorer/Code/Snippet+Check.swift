import Encodings

extension Snippet {
  /// What the snippet gives for a row against what the encoding gives: two ways of computing the same numbers.
  struct Comparison: Hashable {
    /// The snippet's own numbers, in plain doubles.
    let numbers: [Double]
    /// The largest difference, as a share of the larger numbers.
    let residual: Double
    /// What plain doubles may cost: angles lose digits as positions grow.
    let limit: Double
  }

  /// The row of a position (the query of a bias) beside the encoding's; `nil` where numbers are loaded from a file.
  /// - Parameter key: The key of a bias.
  func comparison(with encoding: Encoding, at position: Int, key: Int, head: Int) -> Comparison? {
    guard let own = recipe.row(at: position, keys: [key]),
      let wanted = Self.row(of: encoding, at: position, key: key, head: head)
    else { return nil }
    guard own.count == wanted.count else { return Comparison(numbers: own, residual: .infinity, limit: 0) }
    let errors = zip(own, wanted).map { abs($0 - $1) / max(1, abs($1)) }
    return Comparison(
      numbers: own, residual: errors.contains(where: \.isNaN) ? .nan : errors.max() ?? 0,
      limit: 1e-9 + Double(position) * 4e-15)
  }

  /// A row as the library computes it.
  static func row(of encoding: Encoding, at position: Int, key: Int, head: Int) -> [Double]? {
    switch encoding {
    case .none: return [0]
    case .rotary, .xPos:
      guard let rotary = encoding.rotary else { return nil }
      var features = [Double](repeating: 0, count: rotary.dimension)
      for pair in 0..<rotary.spectrum.pairCount { features[rotary.features(ofPair: pair).first] = 1 }
      return encoding.placedQuery(features, at: position)
    case .transformerXL(let transformerXL): return transformerXL.row(distance: position)
    default:
      if let bias = encoding.bias { return [bias.bias(query: position, key: key, head: head)] }
      if let buckets = encoding.buckets { return [Double(buckets.bucket(ofDifference: key &- position))] }
      return (try? encoding.vector(at: position)) ?? nil
    }
  }
}
