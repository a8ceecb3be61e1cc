extension Encoding {
  /// The vectors of positions 0 ..< rowCount as a field of positions by features; for rotary, unit vectors turned; for xPos
  /// as a query's are.
  ///
  /// A scheme that ends (one-hot, learned) has no more rows than positions.
  /// - Returns: nil for a scheme without vectors or rotations, and for a learned table whose values are not known.
  public func vectorField(rowCount: Int) -> (any Field)? {
    switch self {
    case .integer(let integer): LinearField(integer: integer, rowCount: rowCount)
    case .oneHot(let oneHot): DiagonalField(oneHot: oneHot)
    case .learned(let table): table.field
    case .rotary(let rotary): PhaseField(rotary: rotary, component: .table, rowCount: rowCount)
    case .xPos(let xPos): DampedField(xPos: xPos, component: .table, rowCount: rowCount)
    default: sinusoidal.map { PhaseField(sinusoidal: $0, component: .table, rowCount: rowCount) }
    }
  }

  /// What of the phases of positions 0 ..< rowCount is asked for, as a field of positions by pairs, or by features for
  /// `table`. What xPos scales are cosines and sines; its angles are those of its rotation.
  /// - Returns: nil for a scheme without frequencies.
  public func phaseField(_ component: PhaseField.Component, rowCount: Int) -> (any Field)? {
    switch (self, component) {
    case (_, .table): spectrum.flatMap { _ in vectorField(rowCount: rowCount) }
    case (.xPos(let xPos), .cosine): DampedField(xPos: xPos, component: .cosine, rowCount: rowCount)
    case (.xPos(let xPos), .sine): DampedField(xPos: xPos, component: .sine, rowCount: rowCount)
    default: spectrum.map { PhaseField(spectrum: $0, component: component, rowCount: rowCount) }
    }
  }

  /// The bias of a head (from 0) as a field of queries by keys.
  /// - Returns: nil for a scheme without one, or without its learned numbers.
  public func biasField(head: Int, rowCount: Int, columnCount: Int) -> (any Field)? {
    switch self {
    case .alibi(let alibi): alibi.field(head: head, rowCount: rowCount, columnCount: columnCount)
    case .t5(let t5):
      t5.biases.isEmpty ? nil : DistanceField(t5: t5, head: head, rowCount: rowCount, columnCount: columnCount)
    case .kerple, .fire:
      bias.map { SampledField(bias: $0, head: head, rowCount: rowCount, columnCount: columnCount) }
    default: nil
    }
  }

  /// The buckets of differences as a field of queries by keys.
  /// - Returns: nil for a scheme that has none.
  public func bucketField(rowCount: Int, columnCount: Int) -> (any Field)? {
    buckets.map { DistanceField(buckets: $0, rowCount: rowCount, columnCount: columnCount) }
  }
}

extension ALiBi {
  /// The bias of a head as a field of queries by keys.
  func field(head: Int, rowCount: Int, columnCount: Int) -> any Field {
    let slope = slopes.indices.contains(head) ? slopes[head] : 0
    switch form {
    case .distance: return LinearField(slope: slope, rowCount: rowCount, columnCount: columnCount)
    case .keyPosition:
      return LinearField(slope: slope, constant: 0, rowCount: rowCount, columnCount: columnCount)
    case .lastKey(let length):
      return LinearField(
        slope: slope, constant: -slope * Double(length - 1), rowCount: rowCount, columnCount: columnCount)
    case .keyPositionInBFloat16:
      return SampledField(bias: self, head: head, rowCount: rowCount, columnCount: columnCount)
    }
  }
}

extension SampledField {
  /// A bias that grows or falls with distance, so that its bounds lie at the corners or on the diagonal.
  ///
  /// It is smooth within a block, and dear to compute: means are taken over nine values.
  init(bias: any PositionBias, head: Int, rowCount: Int, columnCount: Int) {
    let corners = [(0, 0), (0, columnCount - 1), (rowCount - 1, 0), (rowCount - 1, columnCount - 1)]
      .map { bias.bias(query: $0.0, key: $0.1, head: head) }
    self.init(
      rowCount: rowCount, columnCount: columnCount, bounds: (corners.min() ?? 0)...(corners.max() ?? 0),
      limit: 9
    ) { bias.bias(query: $0, key: $1, head: head) }
  }
}
