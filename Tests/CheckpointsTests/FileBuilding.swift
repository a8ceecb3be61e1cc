/// A `.safetensors` file with the header that is given, and as many data bytes as are asked for.
func safetensors(header: String, data: [UInt8] = []) -> [UInt8] {
  littleEndian(UInt64(header.utf8.count)) + Array(header.utf8) + data
}

/// A `.safetensors` file of float32 tables.
func safetensors(_ tensors: [(name: String, rows: Int, columns: Int, values: [Float])]) -> [UInt8] {
  var entries = [String]()
  var data = [UInt8]()
  for tensor in tensors {
    let begin = data.count
    data += tensor.values.flatMap { littleEndian($0.bitPattern) }
    entries.append(
      #""\#(tensor.name)": {"dtype": "F32", "shape": [\#(tensor.rows), \#(tensor.columns)], "#
        + #""data_offsets": [\#(begin), \#(data.count)]}"#)
  }
  return safetensors(header: "{" + entries.joined(separator: ", ") + "}", data: data)
}

/// A `.npy` file of the version that is given.
func npy(_ header: String, version: UInt8 = 1, data: [UInt8]) -> [UInt8] {
  let length = header.utf8.count
  let lengthBytes = version == 1 ? littleEndian(UInt16(length)) : littleEndian(UInt32(length))
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + lengthBytes + Array(header.utf8) + data
}

func littleEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
  withUnsafeBytes(of: word.littleEndian, Array.init)
}

func bigEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
  withUnsafeBytes(of: word.bigEndian, Array.init)
}

/// A table that no formula makes: the same for every run.
func scatter(rows: Int, columns: Int) -> [Float] {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  return (0..<rows * columns).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) / Float(1 << 24) - 0.5
  }
}
