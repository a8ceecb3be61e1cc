#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A wave that dies away: e^(w·p) with w = rate + iω, rate < 0; what xPos makes of one pair.
///
/// Sums over consecutive positions are geometric series. They are written with e^z − 1, which keeps its digits where z is
/// small: Σ_{k<n} e^(wk) = (e^(nw) − 1) / (e^w − 1).
struct DampedWave: Hashable, Sendable {
  /// ln ζ / scaleBase, less than 0.
  let rate: Double
  /// ω.
  let frequency: InverseFrequency

  /// e^(w·p); 0 where it is too small for a number. A negative p grows without bound.
  func value(at position: Int) -> Complex {
    let scale = exp(rate * Double(position))
    let phase = frequency.phase(at: position)
    return Complex(real: scale * phase.cosine, imaginary: scale * phase.sine)
  }

  /// Whether e^(w·p) is below e^−60 ≈ 10^−26: nothing beside the rounding of a sum that holds a 1.
  func hasDied(at position: Int) -> Bool { rate * Double(position) < -60 }

  /// e^(w·n) − 1, to full precision however near to zero.
  private func growth(over count: Int) -> Complex {
    let phase = frequency.phase(at: count)
    let half = sin(phase.radians / 2)
    let (power, rest) = (exp(rate * Double(count)), expm1(rate * Double(count)))
    return Complex(real: rest * phase.cosine - 2 * half * half, imaginary: power * sin(phase.radians))
  }

  /// The mean of e^(w·k) over k = 0 ..< n, n > 0.
  func mean(count: Int) -> Complex {
    count == 1 ? Complex(real: 1, imaginary: 0) : growth(over: count) / growth(over: 1) * (1 / Double(count))
  }

  /// The mean of e^(w·|p − q|) over p and q in 0 ..< n, n > 0: a block that the diagonal cuts in two.
  ///
  /// n + 2 Σ_{r=1}^{n−1} (n − r) e^(wr) over n², and with E(n) = e^(nw) − 1 that sum is e^w · (E(n) − n E(1)) / E(1)². Where
  /// nw is small the difference is lost to rounding, and Σ_{k≥2} (n^k − n) w^k / k! takes its place.
  func diagonalMean(count: Int) -> Double {
    let n = Double(count)
    guard count > 1 else { return 1 }
    let step = growth(over: 1)
    let w = Complex(real: rate, imaginary: frequency.phase(at: 1).radians)
    var difference: Complex
    if w.length * n < 0.5 {
      difference = Complex(real: 0, imaginary: 0)
      // w^k / k! and n^k · w^k / k!.
      var (short, long) = (w, w * n)
      for k in 2...20 {
        short = short * w * (1 / Double(k))
        long = long * w * (n / Double(k))
        difference = difference + long - short * n
      }
    } else {
      difference = growth(over: count) - step * n
    }
    let sum = value(at: 1) * (difference / (step * step))
    return (n + 2 * sum.real) / (n * n)
  }
}
