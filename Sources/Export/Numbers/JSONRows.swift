/// Writes the members of a table's object, without its braces: the facts, a list an axis, and for each part its rows, lists
/// nested by axis. Numbers that are not finite are `null`.
///
/// - Complexity: Memory for one block of rows; parts are made one after another.
public func writeJSONMembers(
  _ table: NumberTable, to sink: any ByteSink, report: RowReport = { _, _ in }
) throws {
  for (key, value) in table.facts { try sink.write(", \(JSONValue.quoted(key)): \(value.serialized)".utf8) }
  // An axis is written once, each part in every row; both are work.
  let work = (
    table.axes.map { Double($0.count) }, table.parts.map { Double(table.rowCount) * Double($0.columns.count) }
  )
  let whole = work.0.reduce(0, +) + work.1.reduce(0, +)
  var before = 0.0
  func tell(_ done: Double) { report(Int((before + done) / max(1, whole) * wholeReport), Int(wholeReport)) }
  for (axis, work) in zip(table.axes, work.0) {
    try sink.write(", \(JSONValue.quoted(axis.key)): [".utf8)
    for index in 0..<axis.count {
      try sink.write(((index > 0 ? ", " : "") + JSONValue.number(axis.value(index)).serialized).utf8)
      if index & 0xFFF == 0 { tell(Double(index)) }
    }
    try sink.write("]".utf8)
    before += work
  }
  for (part, work) in zip(table.parts, work.1) {
    try sink.write(", \(JSONValue.quoted(part.key)): ".utf8)
    try writeRows(of: part, table, to: sink) { done, rows in tell(work * Double(done) / Double(max(1, rows))) }
    before += work
  }
}

/// What the parts of a report add up to.
private let wholeReport = 1e6

private func writeRows(
  of part: NumberTable.Part, _ table: NumberTable, to sink: any ByteSink, report: RowReport
) throws {
  let block = RowBlock(part: part, table: table)
  let rowCount = table.rowCount
  let depth = table.axes.count
  guard rowCount > 0 else { return try sink.write("[]".utf8) }
  for row in 0..<rowCount {
    // A bracket opens and closes for every axis whose faster ones begin and end with this row.
    let indices = table.indices(ofRow: row)
    let opened = indices.reversed().prefix { $0 == 0 }.count
    let closed = zip(indices, table.axes).reversed().prefix { $0 == $1.count - 1 }.count
    var text = row > 0 ? ", " : ""
    text += String(repeating: "[", count: min(opened, depth))
    let values = block.values(ofRow: row)
    if part.isSingle {
      text += values.first.map { JSONValue.number($0).serialized } ?? "null"
    } else {
      text += JSONValue.numbers(values).serialized
    }
    text += String(repeating: "]", count: closed)
    try sink.write(text.utf8)
    if row & 0xF == 0 { report(row, rowCount) }
  }
  report(rowCount, rowCount)
}
