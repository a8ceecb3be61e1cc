import Screen

/// Writes the origin of a table as lines that begin with `#`, which come before its header. NumPy and R skip them, pandas
/// when told (`comment="#"`).
public func writeCSVComments(_ provenance: Provenance, to sink: any ByteSink) throws {
  for (key, value) in provenance.members {
    let text = if case .text(let text) = value { text } else { value.serialized }
    try sink.write("# \(key): \(visible(text))\n".utf8)
  }
}

/// Writes the names of the columns as a line of comma-separated values.
/// - Parameter group: Whether a column for the name of a group comes first.
public func writeCSVHeader(_ table: NumberTable, group: Bool, to sink: any ByteSink) throws {
  try sink.write((((group ? ["group"] : []) + table.columns).joined(separator: ",") + "\n").utf8)
}

/// Writes rows as comma-separated values: a line a row, numbers as the shortest that read back the same; infinite ones and
/// those that are none as NumPy reads them, `inf` and `nan`.
/// - Parameter group: What the first column holds in every row; nil: there is no such column.
public func writeCSVRows(
  _ table: NumberTable, group: String? = nil, to sink: any ByteSink, report: RowReport = { _, _ in }
) throws {
  let lead = group.map { csvField($0) + "," } ?? ""
  let rowCount = table.rowCount
  let blocks = table.parts.map { RowBlock(part: $0, table: table) }
  for row in 0..<rowCount {
    var line = lead
    for (axis, index) in zip(table.axes, table.indices(ofRow: row)) { line += jsonNumber(axis.value(index)) + "," }
    for block in blocks {
      for value in block.values(ofRow: row) { line += jsonNumber(value) + "," }
    }
    line.removeLast()
    line += "\n"
    try sink.write(line.utf8)
    if row & 0xF == 0 { report(row, rowCount) }
  }
  report(rowCount, rowCount)
}

/// A field of CSV, in quotes where it must be (RFC 4180).
func csvField(_ text: String) -> String {
  let plain = visible(text)
  guard plain.contains(where: { ",\"\n\r".contains($0) }) else { return plain }
  return "\"" + plain.replacing("\"", with: "\"\"") + "\""
}

extension NumberTable {
  /// The names of the columns: those of the axes, then those of the parts.
  public var columns: [String] { axes.map(\.column) + parts.flatMap(\.columns) }
}

/// A number as JSON and CSV have it: whole numbers without a point, others the shortest that reads back the same.
public func jsonNumber(_ value: Double) -> String { value.isNaN ? "nan" : Numerals.plain(value) }
