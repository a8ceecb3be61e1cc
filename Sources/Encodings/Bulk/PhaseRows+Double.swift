extension PhaseRows {
  /// One strip in double precision.
  func writeDouble(anchors: [Phase], rows: Int, to buffer: UnsafeMutableBufferPointer<Double>) {
    let pairs = anchors.count
    offsets.withUnsafeBufferPointer { offsets in
      for row in 0..<rows {
        let start = row * columnCount
        for pair in 0..<pairs {
          let (sine, cosine) = sineAndCosine(ofTurn: anchors[pair].bits &+ offsets[row &* pairs &+ pair])
          switch order {
          case .interleaved:
            buffer[start + 2 * pair] = sine * amplitude
            if 2 * pair + 1 < columnCount { buffer[start + 2 * pair + 1] = cosine * amplitude }
          case .halves:
            buffer[start + pair] = sine * amplitude
            if pairs + pair < columnCount { buffer[start + pairs + pair] = cosine * amplitude }
          case .cosines: buffer[start + pair] = cosine * amplitude
          case .sines: buffer[start + pair] = sine * amplitude
          }
        }
        fillPadding(start, pairs, buffer)
      }
    }
  }

  /// Zeroes the columns of a row that no pair fills: the last one of an odd dimension on the endpoint ladder.
  func fillPadding<Value: BinaryFloatingPoint>(
    _ start: Int, _ pairs: Int, _ buffer: UnsafeMutableBufferPointer<Value>
  ) {
    guard order == .interleaved || order == .halves, 2 * pairs < columnCount else { return }
    for column in 2 * pairs..<columnCount { buffer[start + column] = 0 }
  }
}
