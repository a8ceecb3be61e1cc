/// Numbers that follow from a text and are the same on every machine: FNV-1a of its UTF-8 bytes seeds SplitMix64.
///
/// Sources: Fowler, Noll and Vo, RFC 9923; Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
struct HashedStream {
  private var state: UInt64

  /// The stream of a text.
  init(of text: String) {
    state = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The stream of a seed.
  init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  mutating func nextBits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits &>> 31)
  }

  /// The next number in 0 ..< 1.
  mutating func next() -> Double { Double(nextBits() &>> 11) * 0x1p-53 }
}
