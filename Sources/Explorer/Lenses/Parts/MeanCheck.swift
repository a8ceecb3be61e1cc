import Encodings

extension PaneFrame.Check {
  /// The closed form of a block's mean in one column against the sum of its values, or for a long block against the means
  /// of its halves. `nil` for a long block of a field whose means are taken over samples.
  init?(meanOf field: any Field, rows: Range<Int>, column: Int, _ language: Language) {
    let columns = column..<(column + 1)
    let whole = field.mean(rows: rows, columns: columns)
    let limit = 1e-9
    if rows.count <= field.exactness.mostSummed {
      let sum = rows.reduce(0) { $0 + field.value(row: $1, column: column) } / Double(rows.count)
      self.init(
        identity: language("|mean − Σ samples / n|", "|均值 − Σ 样本 / n|"),
        residual: abs(whole - sum) / max(1, abs(whole)), limit: limit)
      return
    }
    guard field.exactness == .closedForm else { return nil }
    let middle = rows.lowerBound + rows.count / 2
    let (first, second) = (rows.lowerBound..<middle, middle..<rows.upperBound)
    let halves =
      (field.mean(rows: first, columns: columns) * Double(first.count)
        + field.mean(rows: second, columns: columns) * Double(second.count)) / Double(rows.count)
    self.init(
      identity: language("|mean − mean of both halves|", "|均值 − 两半的均值|"),
      residual: abs(whole - halves) / max(1, abs(whole)), limit: limit)
  }
}

extension Exactness {
  /// How many values of a column a mean is checked against.
  fileprivate var mostSummed: Int {
    switch self {
    case .closedForm: 512
    case .sampled(let limit): limit
    }
  }
}
