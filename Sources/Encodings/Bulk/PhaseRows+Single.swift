extension PhaseRows {
  /// One strip in single precision.
  func writeSingle(anchors: [Phase], rows: Int, to buffer: UnsafeMutableBufferPointer<Float>) {
    guard let base = buffer.baseAddress else { return }
    let pairs = anchors.count
    let quarterTurn: Int32 = 1 << 30
    // Half a unit is added before the lower half of the phase is cut off.
    let shortAnchors = anchors.map { Int32(truncatingIfNeeded: ($0.bits &+ 0x8000_0000) >> 32) }
    shortAnchors.withUnsafeBufferPointer { anchors in
      shortOffsets.withUnsafeBufferPointer { offsets in
        for row in 0..<rows {
          let phases = ShortPhases(
            anchors: anchors, offsets: UnsafeBufferPointer(rebasing: offsets[(row * pairs)...]))
          let out = base + row * columnCount
          switch order {
          case .interleaved:
            let whole = min(pairs, columnCount / 2)
            phases.writeInterleaved(0..<whole, factor: Float(amplitude), to: out)
            // An odd dimension's last frequency has a sine alone.
            if whole < pairs { phases.writeSines(whole..<pairs, factor: Float(amplitude), to: out + whole) }
          case .halves:
            phases.writeSines(0..<pairs, factor: Float(amplitude), to: out)
            phases.writeSines(
              0..<min(pairs, columnCount - pairs), lead: quarterTurn, factor: Float(amplitude), to: out + pairs)
          case .cosines: phases.writeSines(0..<pairs, lead: quarterTurn, factor: Float(amplitude), to: out)
          case .sines: phases.writeSines(0..<pairs, factor: Float(amplitude), to: out)
          }
          fillPadding(row * columnCount, pairs, buffer)
        }
      }
    }
  }
}

/// The phases of one row in units of 2^−32 turns, as sums of two lists. Each loop is plain, over one lane at a time and
/// without branches, so that the compiler turns it into vector instructions.
private struct ShortPhases {
  let anchors: UnsafeBufferPointer<Int32>
  let offsets: UnsafeBufferPointer<Int32>

  func writeInterleaved(_ pairs: Range<Int>, factor: Float, to out: UnsafeMutablePointer<Float>) {
    guard let anchors = anchors.baseAddress, let offsets = offsets.baseAddress else { return }
    var pair = pairs.lowerBound
    while pair < pairs.upperBound {
      let (sine, cosine) = shortSineAndCosine(ofTurn: anchors[pair] &+ offsets[pair])
      out[2 &* pair] = sine * factor
      out[2 &* pair &+ 1] = cosine * factor
      pair &+= 1
    }
  }

  /// Sines of the phases advanced by `lead`; a quarter turn makes them cosines.
  func writeSines(_ pairs: Range<Int>, lead: Int32 = 0, factor: Float, to out: UnsafeMutablePointer<Float>) {
    guard let anchors = anchors.baseAddress, let offsets = offsets.baseAddress else { return }
    var pair = pairs.lowerBound
    while pair < pairs.upperBound {
      out[pair] = shortSineAndCosine(ofTurn: anchors[pair] &+ offsets[pair] &+ lead).sine * factor
      pair &+= 1
    }
  }
}

/// Sine and cosine of a fraction of a turn in units of 2^−32, within 1.3e-7.
///
/// The nearest quarter turn comes off as an integer; signs and the exchange of the two are done on bits, without branches, so
/// that a loop over it becomes vector instructions. The polynomials are Cephes' `sinf` and `cosf`.
@inline(__always)
func shortSineAndCosine(ofTurn turn: Int32) -> (sine: Float, cosine: Float) {
  let quarter = (turn &+ (1 << 29)) &>> 30
  let x = Float(turn &- (quarter &<< 30)) * 1.4629180792671596e-9
  let z = x * x
  let sine = x * z * (z * (z * -1.9515295891e-4 + 8.3321608736e-3) - 1.6666654611e-1) + x
  let cosine =
    z * z * (z * (z * 2.443315711809948e-5 - 1.388731625493765e-3) + 4.166664568298827e-2) + (z * -0.5 + 1)
  let swap = UInt32(bitPattern: 0 &- (quarter & 1))
  let s = sine.bitPattern
  let c = cosine.bitPattern
  return (
    Float(bitPattern: (c & swap | s & ~swap) ^ (UInt32(bitPattern: quarter & 2) &<< 30)),
    Float(bitPattern: (s & swap | c & ~swap) ^ (UInt32(bitPattern: (quarter &+ 1) & 2) &<< 30))
  )
}
