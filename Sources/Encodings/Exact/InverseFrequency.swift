/// An inverse frequency ω in radians per position, held to about 106 bits.
///
/// The field calls ω = base^(−2i/d) the *inverse frequency* (`inv_freq`); it is the angle by which a pair turns from one
/// position to the next. The extra bits keep angles right far out: at position 2^40 a Double ω would be off by 1e-4.
///
///     InverseFrequency(radians: 0.1).phase(at: 3).radians   // 0.3
public struct InverseFrequency: Hashable, Sendable, Comparable {
  /// ω to double-double precision; always finite.
  let exact: DoubleDouble

  /// Half of what the pair turns in one position, whole turns taken off first, in units of 2^−128 turns; kept because every
  /// phase begins with it.
  ///
  /// Positions are whole numbers, so ω may be reduced modulo 2π before anything else; halves are kept because the
  /// centre of a block of positions may lie between two of them. The value lies in [−2^126, 2^126].
  let halfTurnStep: Int128

  init(exact: DoubleDouble) {
    self.exact = exact.high.isFinite ? exact : .zero
    halfTurnStep = Self.halfTurnStep(of: self.exact)
  }

  /// An inverse frequency from radians per position; a value that is not finite stands still, like zero.
  public init(radians: Double) { self.init(exact: DoubleDouble(radians)) }

  /// A pair that does not turn.
  public static let zero = InverseFrequency(radians: 0)

  /// The nearest Double to ω, radians per position.
  public var radians: Double { exact.high }

  /// λ = 2π / |ω|, in positions; infinite when the pair does not turn.
  public var wavelength: Double {
    exact.high == 0 ? .infinity : abs((DoubleDouble.twoPi / exact).high)
  }

  /// The angle position · ω in radians, whole turns included, rounded once.
  public func angle(at position: Int) -> Double { (exact * DoubleDouble(position)).high }

  /// How often the pair has turned at a position: p / λ, whole turns included.
  public func turns(at position: Int) -> Double { exactTurns(at: position).high }

  /// The same, as precise as ω: after L positions r = L / λ = L · ω / 2π.
  func exactTurns(at position: Int) -> DoubleDouble { exact * DoubleDouble(position) / .twoPi }

  /// The angle at a position with whole turns taken off exactly.
  ///
  /// Within 2^−64 turns for |ω| ≤ 2π and |position| ≤ 2^40.
  /// - Complexity: O(1).
  public func phase(at position: Int) -> Phase {
    let turn = (halfTurnStep &<< 1) &* Int128(position)
    return Phase(bits: UInt64(truncatingIfNeeded: (turn &+ (1 << 63)) &>> 64))
  }

  /// ω / factor. Dividing by zero or by something that is not finite gives zero.
  public func divided(by factor: Double) -> InverseFrequency {
    InverseFrequency(exact: exact / DoubleDouble(factor))
  }

  /// ω − ω': what two pairs part by in one position, as precise as both.
  public static func - (a: InverseFrequency, b: InverseFrequency) -> InverseFrequency {
    InverseFrequency(exact: a.exact - b.exact)
  }

  /// Orders by ω.
  public static func < (a: InverseFrequency, b: InverseFrequency) -> Bool { a.exact < b.exact }

  private static func halfTurnStep(of exact: DoubleDouble) -> Int128 {
    let turns = exact / .twoPi
    let fraction = turns + DoubleDouble(-turns.high.rounded())
    // Where `high` is a large whole number, `low` may hold further whole turns.
    let reduced = fraction + DoubleDouble(-fraction.high.rounded())
    let scaled = reduced.high * 0x1p63
    let top = scaled.rounded(.down)
    let rest = ((scaled - top) + reduced.low * 0x1p63) * 0x1p32
    let middle = rest.rounded(.down)
    let bottom = ((rest - middle) * 0x1p32).rounded()
    return (Int128(Int64(top)) &<< 64) &+ (Int128(Int64(middle)) &<< 32) &+ Int128(Int64(bottom))
  }
}
