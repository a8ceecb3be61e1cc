import Screen

/// Writes a table as comma-separated values: a header, then a line a row, numbers as the shortest that read back the same.
public func writeCSV(_ table: NumberTable, to sink: any ByteSink) throws {
  try sink.write((table.columns.joined(separator: ",") + "\n").utf8)
  for index in 0..<table.rowCount {
    try sink.write((table.row(index).map(jsonNumber).joined(separator: ",") + "\n").utf8)
  }
}

/// A number as JSON and CSV have it: whole numbers without a point, others the shortest that reads back the same.
public func jsonNumber(_ value: Double) -> String { Numerals.plain(value) }
