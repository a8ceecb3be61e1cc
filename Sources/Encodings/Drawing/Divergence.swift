#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where two encodings first part by more than a tolerance.
///
/// Nearly every mistake in a rotary encoding is right at position 0 and wrong in proportion to the position: this finds the
/// position from which it shows.
///
///     let (a, b) = (try Rotary(dimension: 64), try Rotary(dimension: 64, base: 10_001))
///     Divergence(of: a.spectrum, b.spectrum, past: 1e-3).first?.position
public struct Divergence: Hashable, Sendable {
  /// A position and a column where two encodings differ.
  public struct Place: Hashable, Sendable {
    /// The position, from 0.
    public let position: Int
    /// The pair, or the column of a field.
    public let column: Int
    /// The first's value less the second's.
    public let difference: Double
  }

  /// Which waves of a pair are compared.
  public enum Wave: String, Hashable, Sendable, CaseIterable {
    /// cos(p ω) times the attention factor.
    case cosine
    /// sin(p ω) times the attention factor.
    case sine
  }

  /// The tolerance: only more than this counts.
  public let tolerance: Double
  /// The first place, of the smallest column where several share the position; nil: none in what was searched.
  public let first: Place?
  /// How many positions were searched, from 0.
  public let searched: Int

  /// How many values are looked at for one answer at most.
  static let budget = 1 << 16

  /// Where the cosines or sines of two spectra part, over the pairs that both have.
  ///
  /// For each pair cos pα − cos pβ = −2 sin(p(α+β)/2) sin(p(α−β)/2): the factors bound the first position from below. From
  /// there on a value v can change by at most |α| + |β| a position, so (tolerance − |v|) / (|α| + |β|) positions are passed
  /// over at once. Angles are reduced exactly, so positions up to 2^40 are right.
  ///
  /// - Parameters:
  ///   - waves: What is compared; by default both.
  ///   - tolerance: At least 0.
  ///   - limit: How many positions are searched at most.
  /// - Complexity: O(pairs + 2^16) at worst; a few hundred values as a rule.
  public init(
    of a: Spectrum, _ b: Spectrum, waves: [Wave] = Wave.allCases, past tolerance: Double, limit: Int = (1 << 40) + 1
  ) {
    let searches = (0..<min(a.pairCount, b.pairCount)).flatMap { pair in
      waves.compactMap { WaveSearch(a: a, b: b, pair: pair, wave: $0, tolerance: tolerance, limit: limit) }
    }
    var best: Place?
    var searched = max(limit, 0)
    var budget = Self.budget
    for search in searches.sorted(by: { ($0.start, $0.pair) < ($1.start, $1.pair) }) {
      if let best, search.start > best.position { break }
      let end = min(best.map { $0.position + 1 } ?? limit, searched)
      switch search.run(until: end, budget: &budget) {
      case .found(let place):
        if let held = best, (held.position, held.column) <= (place.position, place.column) { continue }
        best = place
      case .gaveUp(let position): searched = min(searched, position)
      case .nothing: break
      }
    }
    self.tolerance = tolerance
    // What was found past the point to which everything was searched may not be the first.
    first = best.flatMap { $0.position < searched ? $0 : nil }
    self.searched = searched
  }

  /// Where the angles of two spectra part, over the pairs that both have: their angle Δ = p (α − β) in (−π, π].
  ///
  /// |Δ| > t is |sin Δ| > sin t or cos Δ < 0 for a tolerance t below π/2, and 1 − cos Δ > 2 sin²(t/2) from there on: the
  /// search is the one along waves, of the differences of the frequencies against waves that stand still.
  ///
  /// - Parameters:
  ///   - tolerance: Radians, at least 0.
  ///   - limit: How many positions are searched at most.
  /// - Complexity: As that of waves.
  public init(ofAngles a: Spectrum, _ b: Spectrum, past tolerance: Double, limit: Int = (1 << 40) + 1) {
    let steps = Spectrum(inverseFrequencies: zip(a.inverseFrequencies, b.inverseFrequencies).map { $0 - $1 })
    let still = Spectrum(inverseFrequencies: Array(repeating: .zero, count: steps.pairCount))
    let half = sin(tolerance / 2)
    let waves: [(Wave, Double)] =
      tolerance < .pi / 2
      ? [(.sine, sin(tolerance)), (.cosine, 1)] : [(.cosine, tolerance < .pi ? 2 * half * half : 2)]
    let searches = waves.map { Divergence(of: steps, still, waves: [$0], past: $1, limit: limit) }
    let searched = searches.map(\.searched).min() ?? 0
    let places = searches.compactMap(\.first).filter { $0.position < searched }
    self.tolerance = tolerance
    self.searched = searched
    first = places.min { ($0.position, $0.column) < ($1.position, $1.column) }.map {
      Place(
        position: $0.position, column: $0.column, difference: steps[$0.column].phase(at: $0.position).radians)
    }
  }

  /// Where two fields part, over the rows and columns that both have, value by value. Of fields as wide as positions are
  /// many, the first 256 columns are searched.
  ///
  /// - Parameter rows: How many rows are searched at most.
  /// - Complexity: O(rows · columns), and no more than 2^16 values.
  public init(of a: any Field, _ b: any Field, past tolerance: Double, rows: Int = 512) {
    let difference = DifferenceField(a, minus: b)
    let columns = difference.columnCount <= Self.budget ? difference.columnCount : 256
    let count = min(rows, difference.rowCount, Self.budget / max(columns, 1))
    var found: Place?
    for row in 0..<max(count, 0) where found == nil {
      let values = difference.means(rows: [row..<row + 1], columns: (0..<columns).map { $0..<$0 + 1 })
      if let column = values.firstIndex(where: { abs($0) > tolerance }) {
        found = Place(position: row, column: column, difference: values[column])
      }
    }
    self.tolerance = tolerance
    first = found
    searched = max(count, 0)
  }
}

/// The search along one wave of one pair.
private struct WaveSearch {
  enum Outcome { case found(Divergence.Place), nothing, gaveUp(at: Int) }

  let pair: Int
  /// No position before this one can be past the tolerance.
  let start: Int
  private let a: Spectrum
  private let b: Spectrum
  private let wave: Divergence.Wave
  private let tolerance: Double
  /// How much the difference can change from one position to the next.
  private let slope: Double

  /// nil where the difference never passes the tolerance.
  init?(a: Spectrum, b: Spectrum, pair: Int, wave: Divergence.Wave, tolerance: Double, limit: Int) {
    let (turnA, turnB) = (a[pair].phase(at: 1), b[pair].phase(at: 1))
    let (factorA, factorB) = (abs(a.attentionFactor), abs(b.attentionFactor))
    (self.a, self.b, self.pair, self.wave, self.tolerance) = (a, b, pair, wave, tolerance)
    slope = factorA * abs(turnA.radians) + factorB * abs(turnB.radians)
    let room = tolerance - abs(a.attentionFactor - b.attentionFactor)
    guard room >= 0 else {
      start = 0
      return
    }
    let share = room / (2 * min(factorA, factorB))
    guard share < 1 else { return nil }
    var first = Self.firstPosition(past: share, step: turnA - turnB)
    if wave == .cosine { first = max(first, Self.firstPosition(past: share, step: turnA + turnB)) }
    guard first < Double(limit) else { return nil }
    start = Int(max(0, first))
  }

  /// The least p, rounded down and a little more, for which |sin(p · step / 2)| can exceed a share.
  private static func firstPosition(past share: Double, step: Phase) -> Double {
    let half = abs(step.radians) / 2
    return half > 0 ? (asin(share) / half * (1 - 1e-6) - 1).rounded(.down) : .infinity
  }

  func run(until end: Int, budget: inout Int) -> Outcome {
    var position = start
    while position < end {
      guard budget > 0 else { return .gaveUp(at: position) }
      budget -= 1
      let difference = value(a, position) - value(b, position)
      if abs(difference) > tolerance {
        return .found(Divergence.Place(position: position, column: pair, difference: difference))
      }
      let stride = slope > 0 ? (tolerance - abs(difference)) / slope : .infinity
      guard stride < Double(end - position) else { return .nothing }
      position += max(1, Int(stride))
    }
    return .nothing
  }

  private func value(_ spectrum: Spectrum, _ position: Int) -> Double {
    let phase = spectrum[pair].phase(at: position)
    return (wave == .cosine ? phase.cosine : phase.sine) * spectrum.attentionFactor
  }
}
