/// Sine and cosine of a fraction of a turn given in units of 2^−64, within 3e-16.
///
/// The nearest quarter turn is taken off as an integer; the rest, |x| ≤ π/4, goes through the minimax polynomials of
/// fdlibm's `k_sin.c` and `k_cos.c` (degrees 13 and 14). No call into the C library: every platform gives the same bits,
/// and the compiler vectorises loops over it.
@inline(__always)
func sineAndCosine(ofTurn bits: UInt64) -> (sine: Double, cosine: Double) {
  let quarter = (bits &+ (1 << 61)) &>> 62
  let rest = Int64(bitPattern: bits &- (quarter &<< 62))
  let x = Double(rest) * (2 * Double.pi * 0x1p-64)
  let sine = sineNearZero(x)
  let cosine = cosineNearZero(x)
  // Exchange and signs on bits: a branch would be mispredicted at every other value.
  let swap = 0 &- (quarter & 1)
  let s = sine.bitPattern
  let c = cosine.bitPattern
  return (
    Double(bitPattern: (c & swap | s & ~swap) ^ ((quarter & 2) &<< 62)),
    Double(bitPattern: (s & swap | c & ~swap) ^ (((quarter &+ 1) & 2) &<< 62))
  )
}

/// Sine of a signed fraction of a turn in units of 2^−128, to full *relative* precision however small it is.
func sine(ofTurn turn: Int128) -> Double {
  let eighth: Int128 = 1 << 125
  if -eighth < turn, turn < eighth {
    // Converted by halves of the magnitude: the standard library's own conversion is generic, and slow.
    let high = Double(UInt64(truncatingIfNeeded: turn.magnitude >> 64)) * 0x1p-64
    let low = Double(UInt64(truncatingIfNeeded: turn.magnitude)) * 0x1p-128
    let sine = sineNearZero((high + low) * (2 * Double.pi))
    return turn < 0 ? -sine : sine
  }
  return sineAndCosine(ofTurn: UInt64(truncatingIfNeeded: turn >> 64)).sine
}

/// sin x for |x| ≤ π/4.
@inline(__always)
private func sineNearZero(_ x: Double) -> Double {
  let z = x * x
  let low = z * (z * (z * 1.58969099521155010221e-10 - 2.50507602534068634195e-08) + 2.75573137070700676789e-06)
  let series = z * (z * (low - 1.98412698298579493134e-04) + 8.33333333332248946124e-03) - 1.66666666666666324348e-01
  return x + x * z * series
}

/// cos x for |x| ≤ π/4.
@inline(__always)
private func cosineNearZero(_ x: Double) -> Double {
  let z = x * x
  let low = z * (z * (z * -1.13596475577881948265e-11 + 2.08757232129817482790e-09) - 2.75573143513906633035e-07)
  let series = z * (z * (low + 2.48015872894767294178e-05) - 1.38888888888741095749e-03) + 4.16666666666666019037e-02
  return 1 - (0.5 * z - z * z * series)
}
