/// PE(p) · PE(q) over positions by positions: how alike an encoding makes two places.
///
/// The block mean of a product of two vectors is the product of their block means, feature by feature, because rows and
/// columns of a block range independently: where the vectors have exact means, so has their similarity.
///
///     let field = Similarity(of: table, normalised: true)
///     field.value(row: 5, column: 5)   // 1
public struct Similarity: Field {
  /// The vectors. Shape (positions, features).
  public let vectors: any Field
  /// Whether dot products are divided by both norms (the cosine).
  public let normalised: Bool
  /// The square of the norm, where it is the same for all vectors.
  private let squaredNorm: Double?

  /// The similarity of a field's rows.
  /// - Parameter squaredNorm: The square of the norm where all rows share it: block means of the cosine are exact then.
  public init(of vectors: any Field, normalised: Bool, squaredNorm: Double? = nil) {
    self.vectors = vectors
    self.normalised = normalised
    self.squaredNorm = squaredNorm
  }

  /// As many as positions.
  public var rowCount: Int { vectors.rowCount }

  /// As many as positions.
  public var columnCount: Int { vectors.rowCount }

  /// −1 … 1 for the cosine; else ± the largest squared norm that the bounds allow.
  public var bounds: ClosedRange<Double> {
    if normalised { return -1...1 }
    let largest = max(abs(vectors.bounds.lowerBound), abs(vectors.bounds.upperBound))
    let reach = squaredNorm ?? largest * largest * Double(vectors.columnCount)
    return -reach...reach
  }

  /// That of the vectors; cosines of vectors with differing norms are those of the middle of each block.
  public var exactness: Exactness {
    normalised && squaredNorm == nil ? .sampled(limit: 1) : vectors.exactness
  }

  /// PE(row) · PE(column), or its cosine; 0 outside the field, and for the cosine of a zero vector.
  /// - Complexity: O(features).
  public func value(row: Int, column: Int) -> Double {
    guard rowRange.contains(row), columnRange.contains(column) else { return 0 }
    return means(rows: [row..<row + 1], columns: [column..<column + 1]).first ?? 0
  }

  /// The mean over a block of positions.
  public func mean(rows: Range<Int>, columns: Range<Int>) -> Double {
    means(rows: [rows], columns: [columns]).first ?? 0
  }

  /// The means over all blocks of a window.
  /// - Complexity: O(rows.count · columns.count · features), and the cost of the vectors' means.
  public func means(rows: [Range<Int>], columns: [Range<Int>]) -> [Double] {
    let features = (0..<vectors.columnCount).map { $0..<$0 + 1 }
    let a = vectors.means(rows: rows.map(block), columns: features)
    let b = rows == columns ? a : vectors.means(rows: columns.map(block), columns: features)
    let width = features.count
    let scale = normalised ? 1 / (squaredNorm ?? 1) : 1
    let measured = normalised && squaredNorm == nil
    let rowScales = measured ? Self.inverseNorms(a, count: rows.count, width: width) : nil
    let columnScales = measured ? Self.inverseNorms(b, count: columns.count, width: width) : nil
    var result: [Double] = []
    result.reserveCapacity(rows.count * columns.count)
    let transposed = (0..<width).flatMap { feature in columns.indices.map { b[$0 * width + feature] } }
    for row in rows.indices {
      var sums = [Double](repeating: 0, count: columns.count)
      for feature in 0..<width {
        // A whole row of sums grows at once, which the compiler turns into vector instructions.
        Self.add(a[row * width + feature], times: transposed, from: feature * columns.count, to: &sums)
      }
      for column in columns.indices {
        result.append(sums[column] * scale * (rowScales?[row] ?? 1) * (columnScales?[column] ?? 1))
      }
    }
    return result
  }

  private static func add(_ factor: Double, times values: [Double], from start: Int, to sums: inout [Double]) {
    values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        for index in sums.indices { sums[index] += factor * values[start &+ index] }
      }
    }
  }

  private func block(_ range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: rowRange)
    guard normalised, squaredNorm == nil, range.count > 1 else { return range }
    let middle = range.lowerBound + range.count / 2
    return middle..<middle + 1
  }

  private static func inverseNorms(_ vectors: [Double], count: Int, width: Int) -> [Double] {
    (0..<count).map { row in
      var square = 0.0
      for value in vectors[row * width..<(row + 1) * width] { square += value * value }
      return square > 0 ? 1 / square.squareRoot() : 0
    }
  }
}

extension Encoding {
  /// How alike the encoding makes positions 0 ..< rowCount; for rotary, the score of unit queries and keys.
  /// - Returns: nil for a scheme without vectors or rotations.
  public func similarity(rowCount: Int, normalised: Bool) -> (any Field)? {
    // One-hot vectors are alike only to themselves: their similarity is their table.
    if case .oneHot(let oneHot) = self { return DiagonalField(oneHot: oneHot) }
    if case .xPos(let xPos) = self { return DampedSimilarity(xPos: xPos, rowCount: rowCount, normalised: normalised) }
    return vectorField(rowCount: rowCount).map {
      Similarity(of: $0, normalised: normalised, squaredNorm: constantSquaredNorm)
    }
  }

  /// The square of the norm of every vector, where all have the same.
  private var constantSquaredNorm: Double? {
    if case .rotary(let rotary) = self {
      return Double(rotary.spectrum.pairCount) * rotary.spectrum.attentionFactor * rotary.spectrum.attentionFactor
    }
    guard let sinusoidal else { return nil }
    let cosines = (0..<sinusoidal.dimension).count { sinusoidal.component($0)?.isCosine == true }
    return cosines == sinusoidal.spectrum.pairCount ? Double(cosines) : nil
  }
}
