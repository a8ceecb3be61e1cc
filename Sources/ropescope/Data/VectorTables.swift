import Checkpoints
import Encodings
import Export

/// Kinds that follow from position vectors, and attention.
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
    let positions = request.positions
    guard
      let field = encoding.similarity(
        rowCount: (positions.greatest ?? 0) + 1, normalised: request.isNormalised)
    else { throw nothing }
    let columns = (0..<positions.count).map { positions[$0]..<positions[$0] + 1 }
    let names = (0..<positions.count).map { "\(positions[$0])" }
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "similarity", columns: names) { row in
          field.means(rows: [positions[row]..<positions[row] + 1], columns: columns)
        }
      ],
      facts: [("normalised", .flag(request.isNormalised))])
  }

  /// The most tokens whose attention is written: every one is compared with every other.
  static let mostTokens = 1024

  func attention() throws(DataComplaint) -> NumberTable {
    try checkValues()
    let (positions, head) = (request.positions, request.head)
    guard positions.isFromZero, (1...Self.mostTokens).contains(positions.count) else {
      throw .notOneText(limit: Self.mostTokens)
    }
    try checkEnd()
    let heads = max(1, encoding.bias?.heads ?? 1)
    guard (0..<heads).contains(head) else { throw .headOutOfRange(head, count: heads) }
    let tokens = try tokens(positions.count)
    let attention = Attention(
      queries: tokens, keys: tokens, values: [], encoding: encoding, head: head, causal: request.isCausal,
      scale: group?.softmaxScale)
    return NumberTable(
      axes: [positionAxis],
      parts: [
        NumberTable.Part(key: "attention", columns: columnNames("", positions.count)) { attention.weights[$0] }
      ],
      facts: [("head", .number(Double(head))), ("causal", .flag(request.isCausal))])
  }

  /// Queries and keys of tokens that are alike: what differs is their positions' doing alone.
  private func tokens(_ count: Int) throws(DataComplaint) -> [[Double]] {
    switch encoding {
    case .shaw, .deberta, .transformerXL: throw nothing
    case .rotary(let rotary):
      return [[Double]](repeating: [Double](repeating: 1, count: rotary.dimension), count: count)
    case .integer, .oneHot, .learned, .sinusoidal:
      var tokens: [[Double]] = []
      for position in 0..<count {
        do throws(InvalidParameter) {
          tokens.append(try encoding.vector(at: position) ?? [])
        } catch {
          throw .invalid(error)
        }
      }
      return tokens
    case .none, .alibi, .t5, .kerple, .fire: return [[Double]](repeating: [1], count: count)
    }
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
