/// How much of a head turns, as a config states it.
enum TurningPart: Hashable {
  /// This share of the head.
  case fraction(Double)
  /// So many of its features.
  case features(Int)

  /// How many features turn of a head that has so many: ⌊head · fraction⌋.
  func features(of head: Int) -> Int {
    switch self {
    // One outside its range is refused later, by the encoding; here it must only stay countable.
    case .fraction(let fraction): Int(min(max(Double(head) * fraction, 0), Double(2 * head)))
    case .features(let features): features
    }
  }

  /// The share of a head that turns.
  func fraction(of head: Int) -> Double {
    switch self {
    case .fraction(let fraction): fraction
    case .features(let features): Double(features) / Double(head)
    }
  }
}
