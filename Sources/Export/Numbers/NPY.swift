/// The numbers of NumPy that can be written.
public enum NumberType: String, Hashable, Sendable, CaseIterable {
  /// 32-bit floating point.
  case f32
  /// 64-bit floating point.
  case f64

  /// NumPy's own name, in the byte order of this machine.
  var descriptor: String { (1.littleEndian == 1 ? "<" : ">") + (self == .f32 ? "f4" : "f8") }

  /// Bytes of one number.
  public var size: Int { self == .f32 ? 4 : 8 }
}

/// The header of an NPY file, version 1.0: its data begin at a multiple of 64 bytes.
///
/// Source: NumPy, numpy.lib.format.
///
/// - Parameters:
///   - shape: Extents, rows first; the data are row-major.
///   - comment: One line of ASCII that stands behind the dict as a comment of Python's.
public func npyHeader(shape: [Int], type: NumberType, comment: String? = nil) -> [UInt8] {
  let extents = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
  var text = "{'descr': '\(type.descriptor)', 'fortran_order': False, 'shape': (\(extents)), }"
  if let comment { text += "  # " + comment }
  let unpadded = 10 + text.utf8.count + 1
  text += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
  let length = text.utf8.count
  return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8 & 255)] + Array(text.utf8)
}

extension Provenance {
  /// The origin in one line of ASCII.
  var npyComment: String { JSONValue.object(members).serialized }

  /// Whether NumPy reads a header that holds the origin: it takes 10,000 bytes at most, of which the dict needs few.
  public var fitsNPY: Bool { npyComment.utf8.count <= 9_500 }
}

/// Writes the values of a table as NPY, row-major; names, axes and parts that stand aside are not part of the format.
///
/// The shape is (axes …, values of a row), without the last extent where a row is one number.
/// - Parameter provenance: Written behind the header's dict as a comment, which NumPy skips and some other readers do not.
/// - Complexity: Memory for one block of rows, which is used again.
public func writeNPY(
  _ table: NumberTable, type: NumberType, provenance: Provenance? = nil, to sink: any ByteSink,
  report: RowReport = { _, _ in }
) throws {
  let parts = table.parts.filter { !$0.isAside }
  let width = parts.reduce(0) { $0 + $1.columns.count }
  let isFlat = parts.count == 1 && parts.allSatisfy(\.isSingle)
  try sink.write(
    npyHeader(shape: table.axes.map(\.count) + (isFlat ? [] : [width]), type: type, comment: provenance?.npyComment))
  switch type {
  case .f32: try writeBlocks(of: Float.self, table, parts, width: width, to: sink, report)
  case .f64: try writeBlocks(of: Double.self, table, parts, width: width, to: sink, report)
  }
}

/// A number as arrays store it, which a part of a table can write.
private protocol StoredNumber: ExpressibleByIntegerLiteral {
  static func fill(_ part: NumberTable.Part, from row: Int, _ buffer: UnsafeMutableBufferPointer<Self>)
}

extension Double: StoredNumber {
  static func fill(_ part: NumberTable.Part, from row: Int, _ buffer: UnsafeMutableBufferPointer<Double>) {
    part.fill(row, buffer)
  }
}

extension Float: StoredNumber {
  static func fill(_ part: NumberTable.Part, from row: Int, _ buffer: UnsafeMutableBufferPointer<Float>) {
    if let fillSingle = part.fillSingle { return fillSingle(row, buffer) }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: buffer.count) { exact in
      exact.initialize(repeating: 0)
      part.fill(row, exact)
      for index in buffer.indices { buffer[index] = Float(exact[index]) }
    }
  }
}

/// Makes blocks of rows in one buffer and passes each on as it stands in memory.
private func writeBlocks<Number: StoredNumber>(
  of type: Number.Type, _ table: NumberTable, _ parts: [NumberTable.Part], width: Int, to sink: any ByteSink,
  _ report: RowReport
) throws {
  let rowCount = table.rowCount
  let blockRows = min(table.blockRows(width: width), max(1, rowCount))
  var block = [Number](repeating: 0, count: blockRows * width)
  // One part fills the block itself; several are made aside and laid side by side.
  var aside = [Number](repeating: 0, count: parts.count > 1 ? block.count : 0)
  var row = 0
  while row < rowCount {
    let rows = min(blockRows, rowCount - row)
    try block.withUnsafeMutableBufferPointer { whole in
      let block = UnsafeMutableBufferPointer(rebasing: whole[..<(rows * width)])
      if parts.count == 1 {
        Number.fill(parts[0], from: row, block)
      } else {
        aside.withUnsafeMutableBufferPointer { lay(parts, from: row, rows: rows, width: width, in: block, aside: $0) }
      }
      try sink.write(block: UnsafeRawBufferPointer(block))
    }
    row += rows
    report(row, rowCount)
  }
}

private func lay<Number: StoredNumber>(
  _ parts: [NumberTable.Part], from row: Int, rows: Int, width: Int, in block: UnsafeMutableBufferPointer<Number>,
  aside: UnsafeMutableBufferPointer<Number>
) {
  var start = 0
  for part in parts {
    let columns = part.columns.count
    let own = UnsafeMutableBufferPointer(rebasing: aside[..<(rows * columns)])
    Number.fill(part, from: row, own)
    for index in 0..<rows {
      for column in 0..<columns { block[index * width + start + column] = own[index * columns + column] }
    }
    start += columns
  }
}
