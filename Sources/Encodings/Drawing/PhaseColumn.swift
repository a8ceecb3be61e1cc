#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One column of a `PhaseField`: a frequency, and whether its cosine or its sine is shown.
struct PhaseColumn: Hashable, Sendable {
  enum Part: Hashable, Sendable { case cosine, sine, nothing }

  /// Half of what a position turns, in units of 2^−128 turns.
  let halfStep: Int128
  let part: Part

  /// A column that is zero throughout.
  static let padding = PhaseColumn(frequency: .zero, part: .nothing)

  init(frequency: InverseFrequency, part: Part) {
    halfStep = frequency.halfTurnStep
    self.part = part
  }

  /// The Dirichlet kernel sin(n ω/2) / (n sin(ω/2)) of n positions, n > 0; its limit 1 where ω is a multiple of 2π.
  func kernel(count: Int) -> Double {
    if halfStep == 0 || count == 1 { return 1 }
    return sine(ofTurn: halfStep &* Int128(count)) / (Double(count) * sine(ofTurn: halfStep))
  }
}

/// A sum of mean phasors.
struct Phasor {
  /// The sum of what the columns show: cosines, or sines where a column shows its sine.
  private(set) var along = 0.0
  /// The sum of the sines, where the whole phasor is wanted.
  private(set) var across = 0.0

  /// Adds the mean phasor of one column over a block of positions.
  @inline(__always)
  mutating func add(_ column: PhaseColumn, kernel: Double, twiceCentre: Int, whole: Bool) {
    let turn = column.halfStep &* Int128(twiceCentre) &+ (1 << 63)
    let (sine, cosine) = sineAndCosine(ofTurn: UInt64(truncatingIfNeeded: turn &>> 64))
    switch column.part {
    case .cosine: along += kernel * cosine
    case .sine: along += kernel * sine
    case .nothing: break
    }
    if whole { across += kernel * sine }
  }

  var length: Double { (along * along + across * across).squareRoot() }

  /// In (−π, π]; 0 for a sum that cancels.
  var direction: Double {
    let angle = atan2(across, along)
    return angle == -.pi ? .pi : angle
  }
}
