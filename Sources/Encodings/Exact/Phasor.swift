#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A sum of weighted phasors.
struct Phasor {
  private var cosine = 0.0
  private var sine = 0.0

  /// Adds weight · e^(i · phase).
  mutating func add(_ phase: Phase, weight: Double) {
    let (sine, cosine) = sineAndCosine(ofTurn: phase.bits)
    self.cosine += weight * cosine
    self.sine += weight * sine
  }

  /// The length of the sum.
  var length: Double { (cosine * cosine + sine * sine).squareRoot() }

  /// The direction of the sum in (−π, π]; 0 for a sum that cancels.
  var angle: Double {
    let angle = atan2(sine, cosine)
    return angle == -.pi ? .pi : angle
  }
}
