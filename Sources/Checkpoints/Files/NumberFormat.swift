/// A format in which checkpoints keep numbers.
enum NumberFormat: String, Hashable, Sendable, CaseIterable {
  case float16 = "F16"
  case bfloat16 = "BF16"
  case float32 = "F32"
  case float64 = "F64"

  /// Bytes of one number.
  var width: Int {
    switch self {
    case .float16, .bfloat16: 2
    case .float32: 4
    case .float64: 8
    }
  }

  /// Half a unit in the last place of numbers between ½ and 1: how far rounding moves a sine or cosine.
  var rounding: Double {
    switch self {
    case .float16: 0x1p-12
    case .bfloat16: 0x1p-9
    case .float32: 0x1p-25
    case .float64: 0x1p-54
    }
  }

  /// The numbers that bytes hold, in their order. Bytes past the last whole number are left out.
  ///
  /// - Complexity: O(bytes).
  func decode(_ bytes: [UInt8], bigEndian: Bool = false) -> [Double] {
    bytes.withUnsafeBytes { buffer in
      (0..<buffer.count / width).map { index in
        switch self {
        case .float16: Self.half(Self.load(UInt16.self, buffer, index, bigEndian))
        case .bfloat16:
          Double(Float(bitPattern: UInt32(Self.load(UInt16.self, buffer, index, bigEndian)) << 16))
        case .float32: Double(Float(bitPattern: Self.load(UInt32.self, buffer, index, bigEndian)))
        case .float64: Double(bitPattern: Self.load(UInt64.self, buffer, index, bigEndian))
        }
      }
    }
  }

  private static func load<Word: FixedWidthInteger>(
    _ type: Word.Type, _ buffer: UnsafeRawBufferPointer, _ index: Int, _ bigEndian: Bool
  ) -> Word {
    let word = buffer.loadUnaligned(fromByteOffset: index * MemoryLayout<Word>.size, as: type)
    return bigEndian ? Word(bigEndian: word) : Word(littleEndian: word)
  }

  /// IEEE 754 binary16: one bit of sign, five of exponent, ten of fraction.
  private static func half(_ bits: UInt16) -> Double {
    let sign = bits >> 15 == 0 ? 1.0 : -1.0
    let fraction = Double(bits & 0x3FF)
    switch (bits >> 10) & 0x1F {
    case 0: return sign * fraction * 0x1p-24
    case 0x1F: return fraction == 0 ? sign * .infinity : .nan
    case let exponent:
      return sign * (1 + fraction * 0x1p-10) * Double(sign: .plus, exponent: Int(exponent) - 15, significand: 1)
    }
  }
}
