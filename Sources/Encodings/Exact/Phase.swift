/// A fraction of a turn as a 64-bit fixed-point number.
///
/// phase = bits / 2^64 turns. The integer's wrap-around is the argument reduction: adding, subtracting and multiplying by
/// whole numbers are exact, at any position, at the cost of one machine instruction.
///
///     Phase(turns: 0.25) + Phase(turns: 0.75) == Phase(turns: 0)
public struct Phase: Hashable, Sendable {
  /// The fraction of a turn in units of 2^−64.
  public let bits: UInt64

  /// A phase from its 64-bit fraction of a turn.
  public init(bits: UInt64) { self.bits = bits }

  /// A phase from turns; whole turns fall away. A value that is not finite gives phase 0.
  public init(turns: Double) {
    let fraction = turns.isFinite ? turns - turns.rounded(.down) : 0
    // Just below a whole turn the fraction rounds to 1.
    bits = fraction < 1 ? UInt64(fraction * 0x1p64) : 0
  }

  /// The phase in turns, in (−½, ½].
  public var turns: Double {
    bits == 1 << 63 ? 0.5 : Double(Int64(bitPattern: bits)) * 0x1p-64
  }

  /// The phase in radians, in (−π, π].
  public var radians: Double { turns * (2 * .pi) }

  /// The cosine, within 3e-16 of exact.
  public var cosine: Double { sineAndCosine(ofTurn: bits).cosine }

  /// The sine, within 3e-16 of exact.
  public var sine: Double { sineAndCosine(ofTurn: bits).sine }

  /// The sum, whole turns dropped.
  public static func + (a: Phase, b: Phase) -> Phase { Phase(bits: a.bits &+ b.bits) }

  /// The difference, whole turns dropped.
  public static func - (a: Phase, b: Phase) -> Phase { Phase(bits: a.bits &- b.bits) }

  /// The opposite phase.
  public static prefix func - (a: Phase) -> Phase { Phase(bits: 0 &- a.bits) }

  /// A whole multiple, whole turns dropped.
  public static func * (a: Phase, count: Int) -> Phase {
    Phase(bits: a.bits &* UInt64(bitPattern: Int64(count)))
  }
}
