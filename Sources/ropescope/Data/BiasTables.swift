import Encodings
import Export

/// Kinds that follow from biases and buckets.
extension KindTables {
  func slopes() throws(DataComplaint) -> NumberTable {
    guard case .alibi(let alibi) = encoding else { throw nothing }
    return NumberTable(
      axes: [headAxis(alibi.heads)], parts: [NumberTable.Part(key: "slopes") { alibi.slopes[$0] }])
  }

  func bias() throws(DataComplaint) -> NumberTable {
    guard let bias = encoding.bias else {
      // A learned bias that was not read is one all the same; a scheme without biases gets none from a checkpoint.
      if case .t5 = encoding { try checkValues() }
      throw nothing
    }
    let positions = try positionsAsColumns()
    let count = max(1, positions.count)
    return NumberTable(
      axes: [headAxis(bias.heads), positionAxis],
      parts: [
        NumberTable.Part(key: "bias", columns: positions.map { "\($0)" }) { row in
          let query = positions[row % count]
          return positions.map { bias.bias(query: query, key: $0, head: row / count) }
        }
      ])
  }

  func buckets() throws(DataComplaint) -> NumberTable {
    guard let buckets = encoding.buckets else { throw nothing }
    let distances = request.distances
    return NumberTable(
      axes: [distanceAxis],
      parts: [NumberTable.Part(key: "buckets") { Double(buckets.bucket(ofDifference: distances[$0])) }])
  }

  private func headAxis(_ count: Int) -> NumberTable.Axis {
    NumberTable.Axis(key: "heads", column: "head", count: count) { Double($0) }
  }
}
