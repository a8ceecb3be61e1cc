import Checkpoints
import Encodings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A dumped table whose columns are known: which wave of which pair each holds.
struct DumpTable {
  /// What the columns hold, from left to right.
  enum Content: String {
    case cosines, sines
    /// All cosines, then all sines: the cache of vLLM.
    case cosinesThenSines = "cosines-then-sines"
    /// All sines, then all cosines: tensor2tensor, fairseq.
    case sinesThenCosines = "sines-then-cosines"
    /// Cosine and sine of each pair side by side: complex numbers.
    case cosineSineInTurn = "cosine-sine-in-turn"
    /// Sine and cosine of each pair side by side: the paper.
    case sineCosineInTurn = "sine-cosine-in-turn"
  }

  let table: PositionTable
  let content: Content
  /// How the columns of a table of one wave repeat; nil where each pair has one column.
  let repetition: PairLayout?
  let pairCount: Int
  /// What all waves are multiplied by; nil for sines alone, whose first row does not say.
  let attentionFactor: Double?

  /// A table whose first row is that of cosines and sines at position 0; nil for any other.
  init?(_ table: PositionTable) {
    guard let first = table.row(0).map(Array.init), let content = Self.content(ofFirstRow: first, table.rounding)
    else { return nil }
    (self.table, self.content) = (table, content)
    attentionFactor = first.first { $0 > 0.01 }
    switch content {
    case .cosines, .sines:
      repetition = Self.repetition(of: table)
      pairCount = repetition == nil ? table.columns : table.columns / 2
    default:
      repetition = nil
      pairCount = table.columns / 2
    }
  }

  /// At position 0 sines are 0 and cosines the attention factor.
  private static func content(ofFirstRow row: [Double], _ rounding: Double) -> Content? {
    let isSine = row.map { abs($0) < 1e-6 }
    let cosines = zip(row, isSine).filter { !$1 }.map(\.0)
    if let least = cosines.min(), let most = cosines.max() {
      guard least > 0.01, most - least <= 4 * rounding * most else { return nil }
    }
    let half = row.count / 2
    let turns = isSine.indices.map { !$0.isMultiple(of: 2) }
    switch isSine {
    case isSine.map { _ in false }: return .cosines
    case isSine.map { _ in true }: return .sines
    case isSine.indices.map { $0 >= half } where row.count == 2 * half: return .cosinesThenSines
    case isSine.indices.map { $0 < half } where row.count == 2 * half: return .sinesThenCosines
    case turns where row.count == 2 * half: return .cosineSineInTurn
    case turns.map { !$0 } where row.count == 2 * half: return .sineCosineInTurn
    default: return nil
    }
  }

  /// Which columns are alike in every row.
  private static func repetition(of table: PositionTable) -> PairLayout? {
    let half = table.columns / 2
    guard half > 0, table.columns == 2 * half, table.rows > 1 else { return nil }
    func isRepeated(_ twins: (Int) -> (Int, Int)) -> Bool {
      (0..<table.rows).allSatisfy { row in
        (0..<half).allSatisfy { pair in
          let (one, other) = twins(pair)
          return table.values[row * table.columns + one] == table.values[row * table.columns + other]
        }
      }
    }
    if isRepeated({ ($0, $0 + half) }) { return .halfSplit }
    return isRepeated { (2 * $0, 2 * $0 + 1) } ? .interleaved : nil
  }

  /// A pair's cosine or sine at a position, as the dump has it; nil where it has none.
  func value(position: Int, pair: Int, isSine: Bool) -> Double? {
    let column: Int? =
      switch content {
      case .cosines: isSine ? nil : column(of: pair)
      case .sines: isSine ? column(of: pair) : nil
      case .cosinesThenSines: isSine ? pair + pairCount : pair
      case .sinesThenCosines: isSine ? pair : pair + pairCount
      case .cosineSineInTurn: 2 * pair + (isSine ? 1 : 0)
      case .sineCosineInTurn: 2 * pair + (isSine ? 0 : 1)
      }
    return column.map { table.values[position * table.columns + $0] }
  }

  private func column(of pair: Int) -> Int { repetition == .interleaved ? 2 * pair : pair }

  /// The base that pair 1 turns by, ω₁ = base^(−1/n), where there are two pairs at least. Exact to some parts in a hundred
  /// thousand for numbers of 32 bits.
  var base: Double? {
    guard pairCount > 1, table.rows > 1 else { return nil }
    let factor = attentionFactor ?? 1
    let sine = value(position: 1, pair: 1, isSine: true).map { asin(min(1, max(-1, $0 / factor))) }
    let cosine = value(position: 1, pair: 1, isSine: false).map { acos(min(1, max(-1, $0 / factor))) }
    guard let angle = sine ?? cosine, angle > 0, angle < 1 else { return nil }
    return pow(angle, -Double(pairCount))
  }
}
