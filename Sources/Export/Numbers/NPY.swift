/// The numbers of NumPy that can be written.
public enum NumberType: String, Hashable, Sendable, CaseIterable {
  /// 32-bit floating point.
  case f32
  /// 64-bit floating point.
  case f64

  /// NumPy's own name, little-endian.
  var descriptor: String { self == .f32 ? "<f4" : "<f8" }

  /// Bytes of one number.
  public var size: Int { self == .f32 ? 4 : 8 }
}

/// The header of an NPY file, version 1.0: its data begin at a multiple of 64 bytes.
///
/// Source: NumPy, numpy.lib.format.
///
/// - Parameter shape: Extents, rows first; the data are row-major.
public func npyHeader(shape: [Int], type: NumberType) -> [UInt8] {
  let extents = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
  var text = "{'descr': '\(type.descriptor)', 'fortran_order': False, 'shape': (\(extents)), }"
  let unpadded = 10 + text.utf8.count + 1
  text += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
  let length = text.utf8.count
  return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8 & 255)] + Array(text.utf8)
}

/// Writes the numbers of a table as NPY, row-major; column names are not part of the format.
public func writeNPY(_ table: NumberTable, type: NumberType, to sink: any ByteSink) throws {
  try sink.write(npyHeader(shape: [table.rowCount, table.columns.count], type: type))
  var bytes: [UInt8] = []
  for index in 0..<table.rowCount {
    bytes.removeAll(keepingCapacity: true)
    for value in table.row(index) {
      switch type {
      case .f32: withUnsafeBytes(of: Float(value).bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      case .f64: withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    try sink.write(bytes)
  }
}
