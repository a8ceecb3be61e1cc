import Encodings
import Screen

extension Scene {
  /// The position itself, or its share of a length.
  func derivation(of integer: IntegerPosition) -> Derivation {
    let value = integer.vector(at: position).first ?? 0
    let steps =
      integer.length.map { Derivation.chain("PE(p)", ["p / L", "\(position) / \($0)", Derivation.eight(value)]) }
      ?? Derivation.chain("PE(p)", ["p", "\(position)"])
    let back = value * Double(integer.length ?? 1)
    return Derivation(
      steps, numbers: [("pe", value)],
      check: .init(
        identity: "|PE(p)·L − p|", residual: abs(back - Double(position)), limit: 1e-15 * Double(position)),
      columns: [.init(name: "j 0")]
    ) { position, _ in integer.vector(at: position).first ?? 0 }
  }

  /// A one at the position, zeros elsewhere.
  func derivation(of oneHot: OneHot, _ language: Language) -> Derivation {
    guard let vector = try? oneHot.vector(at: position) else { return past(oneHot.rows, language) }
    let first = max(0, position - 2)
    return Derivation(
      Derivation.chain(
        "PE(p, j)",
        [
          language("1 if j = p else 0", "若 j = p 则为 1，否则为 0"),
          language("1 at j = \(position)", "仅在 j = \(position) 处为 1"),
        ]),
      numbers: [("feature", Double(position))],
      check: .init(identity: "|Σⱼ PE(p, j) − 1|", residual: abs(vector.reduce(0, +) - 1), limit: 0),
      columns: (first..<min(oneHot.rows, first + 12)).map { .init(name: "j \($0)", pair: $0) }
    ) { position, column in position == first + column ? 1 : 0 }
  }

  /// The row of a learned table: nothing is computed.
  func derivation(of table: LearnedTable, _ language: Language) -> Derivation {
    guard let vector = try? table.vector(at: position) else { return past(table.positionCount, language) }
    var steps = Derivation.chain(
      "PE(p)", ["W[p + \(table.offset)]", "W[\(position) + \(table.offset)]", "W[\(position + table.offset)]"])
    guard !table.values.isEmpty else {
      steps.append(
        Derivation.note(
          language(
            "learned numbers: they are in the checkpoint, open its folder or .safetensors",
            "训练得到的数值在检查点中：请打开其文件夹或 .safetensors")))
      return Derivation(steps)
    }
    let start = (position + table.offset) * table.dimension
    let residual = zip(vector, table.values.dropFirst(start)).map { abs($0 - $1) }.max() ?? 0
    return Derivation(
      steps, numbers: [("row", Double(position + table.offset))],
      check: .init(identity: "|PE(p) − W[p + offset]|", residual: residual, limit: 0),
      columns: (0..<min(12, table.dimension)).map { .init(name: "j \($0)", pair: $0) }
    ) { position, column in ((try? table.vector(at: position)) ?? [])[safe: column] ?? .nan }
  }

  private func past(_ rows: Int, _ language: Language) -> Derivation {
    Derivation([
      Derivation.note(
        language(
          "The table ends at position \(rows - 1): nothing follows from its rows about the next.",
          "表止于位置 \(rows - 1)：由已有的行推不出下一行。"))
    ])
  }
}

extension Array {
  /// The element at an index, or `nil` outside.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
