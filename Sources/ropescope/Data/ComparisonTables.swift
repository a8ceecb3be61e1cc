import Encodings
import Explorer
import Export

/// Kinds of two encodings: both beside their difference, and where they part.
extension KindTables {
  /// Both encodings on what they share, and what the other is called.
  private func sides() throws(DataComplaint) -> (comparison: Comparison, name: String) {
    guard let (source, other) = scene.compared else { throw .nothingToCompare }
    for side in [encoding, other] where side.isWithoutValues { throw .valuesUnknown(side.scheme) }
    guard
      let comparison = Comparison(encoding, other, component: scene.component, head: try head())
    else { throw .nothingInCommon(encoding.scheme, other.scheme) }
    if request.scene.component != nil {
      guard case .waves = comparison.ground else { throw .noComponents(encoding.scheme) }
    }
    return (comparison, scene.name(of: source, other, .english))
  }

  func comparison() throws(DataComplaint) -> NumberTable {
    let (comparison, name) = try sides()
    let positions = request.positions
    let difference = comparison.difference
    if let last = positions.greatest, last >= difference.rowCount {
      throw .pastTheEnd(position: last, count: difference.rowCount)
    }
    // Keys are as many as positions: those asked for stand for both.
    let columns = comparison.isOfTokens ? try positionsAsColumns() : Array(difference.columnRange)
    let blocks = columns.map { $0..<($0 + 1) }
    func part(_ key: String, _ field: any Field) -> NumberTable.Part {
      NumberTable.Part(key: key, columns: columns.map { "\(key)_\($0)" }) { first, buffer in
        let rows = (first..<(first + buffer.count / max(1, blocks.count))).map { positions[$0]..<(positions[$0] + 1) }
        _ = buffer.update(fromContentsOf: field.means(rows: rows, columns: blocks))
      }
    }
    return NumberTable(
      axes: [positionAxis],
      parts: [
        part("a", comparison.firstField), part("b", comparison.secondField), part("difference", difference),
      ], facts: facts(of: comparison, name))
  }

  /// One row: the first place past the tolerance, and how far was searched. Without one its numbers are none.
  func divergence() throws(DataComplaint) -> NumberTable {
    let (comparison, name) = try sides()
    let divergence = comparison.divergence(past: scene.tolerance)
    let (first, column) = (divergence.first, comparison.columnName.english)
    func part(_ key: String, _ value: Double?) -> NumberTable.Part {
      NumberTable.Part(key: key) { _ in value ?? .nan }
    }
    return NumberTable(
      axes: [],
      parts: [
        part("tolerance", divergence.tolerance), part("first_position", first.map { Double($0.position) }),
        part(column, first.map { Double($0.column) }), part("difference", first?.difference),
        part("searched_positions", Double(divergence.searched)),
      ], facts: facts(of: comparison, name))
  }

  private func facts(of comparison: Comparison, _ name: String) -> [(key: String, value: JSONValue)] {
    let what =
      switch comparison.ground {
      case .waves(let component): component.rawValue
      case .vectors: "table"
      case .biases(let head): "bias of head \(head)"
      case .buckets: "buckets"
      }
    return [("with", .text(name)), ("compared", .text(what))]
  }
}

extension Comparison {
  /// Whether rows and columns are queries and keys.
  var isOfTokens: Bool {
    switch ground {
    case .biases, .buckets: true
    case .waves, .vectors: false
    }
  }
}
