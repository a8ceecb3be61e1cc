/// One column of a `PhaseField`: a frequency, and whether its cosine or its sine is shown.
struct PhaseColumn: Hashable, Sendable {
  enum Part: Hashable, Sendable { case cosine, sine, nothing }

  /// Half of what a position turns, in units of 2^−128 turns.
  private let halfStep: Int128
  /// What makes a sine of the part: a quarter turn for a cosine; in units of 2^−64 turns.
  private let lead: UInt64
  private let isPadding: Bool

  /// A column that is zero throughout.
  static let padding = PhaseColumn(frequency: .zero, part: .nothing)

  init(frequency: InverseFrequency, part: Part) {
    halfStep = frequency.halfTurnStep
    lead = part == .cosine ? 1 << 62 : 0
    isPadding = part == .nothing
  }

  /// The Dirichlet kernel sin(n ω/2) / (n sin(ω/2)) of n positions, n > 0; its limit 1 where ω is a multiple of 2π.
  func kernel(count: Int) -> Double {
    if isPadding { return 0 }
    if halfStep == 0 || count == 1 { return 1 }
    return sine(ofTurn: halfStep &* Int128(count)) / (Double(count) * sine(ofTurn: halfStep))
  }

  /// The phase in the middle of a block of positions.
  @inline(__always)
  func centre(twiceCentre: Int) -> Phase {
    Phase(bits: UInt64(truncatingIfNeeded: (halfStep &* Int128(twiceCentre) &+ (1 << 63)) &>> 64))
  }

  /// The cosine or sine in the middle of a block of positions.
  @inline(__always)
  func wave(twiceCentre: Int) -> Double {
    sineAndCosine(ofTurn: centre(twiceCentre: twiceCentre).bits &+ lead).sine
  }
}
