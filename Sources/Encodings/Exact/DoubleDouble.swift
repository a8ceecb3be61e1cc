#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A real number as the unevaluated sum of two Doubles, about 106 significant bits.
///
/// An angle is position · ω. At position 2^40 the last bit of a Double ω is worth 1.2e-4 radians, so frequencies are
/// kept to twice that precision; the algorithms are those of Dekker (1971) and Hida, Li and Bailey (2001), with fused
/// multiply-add for exact products.
struct DoubleDouble: Hashable, Sendable {
  /// The nearest Double to the value.
  let high: Double
  /// What `high` leaves over; |low| ≤ half a unit in the last place of `high`.
  let low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  init(_ integer: Int) {
    high = Double(integer)
    // Double(Int.max) rounds up to 2^63, which no Int holds.
    low = high < 0x1p63 ? Double(integer &- Int(high)) : -1
  }

  /// The exact sum of two Doubles (Knuth's two-sum).
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let high = a + b
    let partOfB = high - a
    return DoubleDouble(high, (a - (high - partOfB)) + (b - partOfB))
  }

  /// The exact product of two Doubles.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let high = a * b
    return DoubleDouble(high, (-high).addingProduct(a, b))
  }

  static let zero = DoubleDouble(0.0)
  static let one = DoubleDouble(1.0)
  static let ln2 = DoubleDouble(0x1.62e4_2fef_a39e_fp-1, 0x1.abc9_e3b3_9803_fp-56)
  static let twoPi = DoubleDouble(0x1.921f_b544_42d1_8p+2, 0x1.1a62_6331_45c0_7p-52)

  static prefix func - (a: DoubleDouble) -> DoubleDouble { DoubleDouble(-a.high, -a.low) }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let highs = sum(a.high, b.high)
    let lows = sum(a.low, b.low)
    let carried = renormalised(highs.high, highs.low + lows.high)
    return renormalised(carried.high, carried.low + lows.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + (-b) }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let highs = product(a.high, b.high)
    return renormalised(highs.high, highs.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    guard first.isFinite else { return DoubleDouble(first) }
    let remainder = a - b * DoubleDouble(first)
    let second = remainder.high / b.high
    let third = (remainder - b * DoubleDouble(second)).high / b.high
    return renormalised(first, second) + DoubleDouble(third)
  }

  /// e^x by reduction to |r| ≤ ln 2 / 1024, nine terms of the series of e^r − 1, and nine squarings.
  static func exp(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high.isFinite, abs(x.high) < 700 else { return DoubleDouble(expOfDouble(x.high)) }
    let powersOfTwo = (x.high / ln2.high).rounded()
    let reduced = (x - ln2 * DoubleDouble(powersOfTwo)).scaled(by: 0x1p-9)
    var series = zero
    for coefficient in inverseFactorials { series = series * reduced + coefficient }
    var excess = reduced * series
    // (1 + e)² − 1 = e (2 + e): squaring without the leading one loses no bits of a small e.
    for _ in 0..<9 { excess = excess * (DoubleDouble(2.0) + excess) }
    return (one + excess).scaled(by: exp2OfDouble(powersOfTwo))
  }

  /// 1/9!, 1/8!, …, 1/1!.
  private static let inverseFactorials: [DoubleDouble] = (1...9).reversed().map { last in
    one / DoubleDouble((1...last).reduce(1, *))
  }

  /// e^(k · step) for k = 0 ..< count: each the product of a coarse and a fine power, so that few are exponentiated.
  static func exps(ofMultiplesOf step: DoubleDouble, count: Int) -> [DoubleDouble] {
    let stride = max(Int(Double(count).squareRoot()), 1)
    let fine = (0..<stride).map { exp(step * DoubleDouble($0)) }
    return Swift.stride(from: 0, to: count, by: stride).flatMap { start in
      let coarse = exp(step * DoubleDouble(start))
      return fine.prefix(count - start).map { coarse * $0 }
    }
  }

  /// ln x for x > 0, by one Newton step from the Double logarithm.
  static func log(_ x: DoubleDouble) -> DoubleDouble {
    let estimate = logOfDouble(x.high)
    guard estimate.isFinite, abs(estimate) < 700 else { return DoubleDouble(estimate) }
    let start = DoubleDouble(estimate)
    return start + (x * exp(-start) - one)
  }

  /// The value times a power of two, exactly.
  private func scaled(by powerOfTwo: Double) -> DoubleDouble {
    DoubleDouble(high * powerOfTwo, low * powerOfTwo)
  }

  private static func renormalised(_ high: Double, _ low: Double) -> DoubleDouble {
    let sum = high + low
    return DoubleDouble(sum, low - (sum - high))
  }
}

extension DoubleDouble: Comparable {
  static func < (a: DoubleDouble, b: DoubleDouble) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }
}

// Inside the type `exp` and `log` name its own functions; these reach the C library's.
private func expOfDouble(_ x: Double) -> Double { exp(x) }
private func exp2OfDouble(_ x: Double) -> Double { exp2(x) }
private func logOfDouble(_ x: Double) -> Double { log(x) }
