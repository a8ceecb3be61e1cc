/// Puts scalars together from UTF-8 that arrives byte by byte. Ill-formed bytes are dropped.
struct ScalarDecoder {
  private var pending: [UInt8] = []

  /// Whether bytes are missing.
  var isWaiting: Bool { !pending.isEmpty }

  /// The scalar that this byte completes.
  mutating func feed(_ byte: UInt8) -> Unicode.Scalar? {
    if byte & 0xC0 != 0x80 { pending.removeAll(keepingCapacity: true) }
    pending.append(byte)
    var decoder = UTF8()
    var bytes = pending.makeIterator()
    switch decoder.decode(&bytes) {
    case .scalarValue(let scalar):
      pending.removeAll(keepingCapacity: true)
      return scalar
    case .emptyInput: return nil
    case .error:
      if pending.count >= expectedLength { pending.removeAll(keepingCapacity: true) }
      return nil
    }
  }

  private var expectedLength: Int {
    switch pending.first ?? 0 {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
