import Encodings
import Export

/// Kinds that follow from position vectors.
extension KindTables {
  func vectors() throws(DataComplaint) -> NumberTable {
    let positions = request.positions
    let encoding = encoding
    let own: NumberTable.Part
    switch encoding {
    case .sinusoidal(let sinusoidal): own = sinusoids(sinusoidal)
    case .transformerXL(let transformerXL):
      own = NumberTable.Part(key: "table", columns: columnNames("", transformerXL.sinusoidal.dimension)) {
        transformerXL.row(distance: positions[$0])
      }
    case .integer, .oneHot, .learned:
      try checkValues()
      try checkEnd()
      own = NumberTable.Part(key: "table", columns: columnNames("", encoding.dimension ?? 0)) {
        (try? encoding.vector(at: positions[$0])) ?? []
      }
    default: throw nothing
    }
    return NumberTable(axes: [positionAxis], parts: [own])
  }

  private func sinusoids(_ sinusoidal: Sinusoidal) -> NumberTable.Part {
    part("table", columnNames("", sinusoidal.dimension)) { PhaseRows(sinusoidal: sinusoidal, step: $0) }
  }

  func similarity() throws(DataComplaint) -> NumberTable {
    try checkValues()
    try checkEnd()
    guard
      let field = encoding.similarity(
        rowCount: (request.positions.greatest ?? 0) + 1, normalised: request.isNormalised)
    else { throw nothing }
    let positions = try positionsAsColumns()
    let columns = positions.map { $0..<$0 + 1 }
    let names = positions.map { "\($0)" }
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "similarity", columns: names) { first, buffer in
          let rows = columns[first..<(first + buffer.count / max(1, columns.count))]
          _ = buffer.update(fromContentsOf: field.means(rows: Array(rows), columns: columns))
        }
      ],
      facts: [("normalised", .flag(request.isNormalised))])
  }

  /// Refuses schemes whose learned values are not known.
  func checkValues() throws(DataComplaint) {
    switch encoding {
    case .learned(let table) where table.values.isEmpty: throw .valuesUnknown(.learned)
    case .t5(let t5) where t5.biases.isEmpty: throw .valuesUnknown(.t5)
    default: break
    }
  }
}
