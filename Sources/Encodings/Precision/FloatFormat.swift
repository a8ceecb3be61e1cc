/// A floating-point format that models compute in, emulated: every value of it is a Double.
///
///     FloatFormat.bfloat16.rounded(257)   // 256
public enum FloatFormat: String, Hashable, Sendable, CaseIterable {
  /// 24 significant bits.
  case float32
  /// 8 significant bits, float32's range.
  case bfloat16
  /// 11 significant bits, at most 65,504.
  case float16

  /// How many significant bits a value holds, the leading one included.
  public var significantBits: Int {
    switch self {
    case .float32: 24
    case .bfloat16: 8
    case .float16: 11
    }
  }

  /// The value of the format nearest to a number, ties to even, by way of float32 as PyTorch casts.
  ///
  /// What is too large becomes infinite; what is too small loses bits, then vanishes.
  public func rounded(_ value: Double) -> Double {
    let single = Float(value)
    switch self {
    case .float32: return Double(single)
    case .bfloat16:
      guard single.isFinite else { return Double(single) }
      let bits = single.bitPattern
      // Adds a half of the dropped part, less one where the kept part is even.
      let kept = (bits &+ 0x7fff &+ ((bits >> 16) & 1)) & 0xffff_0000
      return Double(Float(bitPattern: kept))
    case .float16: return Self.half(Double(single))
    }
  }

  /// How many whole positions share the stored value of this one; 0 where it overflows.
  ///
  /// bfloat16 holds 8 bits: from 256 on every second position is stored as its neighbour.
  /// - Complexity: O(log count).
  public func positionsStored(like position: Int) -> Int {
    guard rounded(Double(position)).isFinite else { return 0 }
    return 1 + positionsStored(like: position, towards: 1) + positionsStored(like: position, towards: -1)
  }

  /// Those on one side. Rounding never turns back, so that halving finds where they end.
  private func positionsStored(like position: Int, towards step: Int) -> Int {
    let stored = rounded(Double(position))
    func isStoredAlike(_ distance: Int) -> Bool {
      let (neighbour, overflow) = position.addingReportingOverflow(step * distance)
      return !overflow && rounded(Double(neighbour)) == stored
    }
    // No format stores more than 2^63 / 2^7 positions alike, so that doubling ends before Int does.
    var (alike, different) = (0, 1)
    while isStoredAlike(different) { (alike, different) = (different, 2 * different) }
    while different - alike > 1 {
      let middle = alike + (different - alike) / 2
      if isStoredAlike(middle) { alike = middle } else { different = middle }
    }
    return alike
  }

  /// binary16 without the type itself, which Intel Macs lack.
  private static func half(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    // Below 2^−14 the step stays at 2^−24.
    let exponent = max(Int(value.exponent), -14)
    let step = Double(sign: .plus, exponent: exponent - 10, significand: 1)
    let rounded = (value / step).rounded(.toNearestOrEven) * step
    return abs(rounded) > 65_504 ? (value < 0 ? -.infinity : .infinity) : rounded
  }
}
