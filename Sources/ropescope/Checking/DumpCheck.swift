import Checkpoints
import Encodings
import Explorer
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A dumped table beside what it could be.
struct DumpCheck {
  /// Something that a table could hold.
  struct Candidate {
    /// What to type for it: a model's name, or options; untrusted text.
    let name: String
    let encoding: Encoding
  }

  /// Where a table and a candidate first differ.
  struct Difference: Hashable {
    let position: Int
    /// The pair, or the column of vectors that are not waves.
    let column: Int
    let found: Double
    let expected: Double
  }

  /// How a candidate fared.
  enum Outcome: Hashable {
    case agrees
    case differs(Difference)
    /// The table has another number of pairs or features.
    case wrongCount(expected: Int)
    /// The candidate has neither waves nor vectors.
    case nothingToCompare
  }

  let table: PositionTable
  /// What its columns hold; nil where they are not waves.
  let waves: DumpTable?
  /// What it was to be compared with.
  let expected: [(candidate: Candidate, outcome: Outcome)]
  /// What agrees of the rest: the expected with other options, plain frequencies, models of the catalogue.
  let agreements: [Candidate]

  /// Whether it is not what was expected, or, where nothing was, nothing known.
  var isDoubtful: Bool {
    expected.isEmpty ? agreements.isEmpty : !expected.contains { $0.outcome == .agrees }
  }

  init(_ table: PositionTable, against expected: [Candidate], _ tolerance: Double) {
    self.table = table
    let waves = DumpTable(table)
    self.waves = waves
    let outcomes = expected.map { ($0, Self.outcome(of: table, waves, $0.encoding, tolerance)) }
    self.expected = outcomes
    guard let waves, expected.isEmpty || !outcomes.contains(where: { $0.1 == .agrees }) else {
      agreements = []
      return
    }
    agreements = (Self.variants(of: expected) + Self.plain(waves) + (expected.isEmpty ? Self.catalogue : [])).filter {
      Self.outcome(of: table, waves, $0.encoding, tolerance) == .agrees
    }
  }

  // MARK: What it could be

  /// What was expected, with what is most often forgotten.
  private static func variants(of expected: [Candidate]) -> [Candidate] {
    var withoutFactor = EncodingOptions()
    withoutFactor.scaling.attentionFactor = 1
    let options: [(words: String, options: EncodingOptions)] = [
      ("--scaling none", EncodingOptions(scaling: ScalingOptions(name: "none"))),
      ("--attention-factor 1", withoutFactor),
      ("--base 10000", EncodingOptions(base: 10_000)),
      ("--base 10000 --scaling none", EncodingOptions(base: 10_000, scaling: ScalingOptions(name: "none"))),
    ]
    return expected.flatMap { candidate in
      options.compactMap { words, options in
        guard let encoding = try? options.applied(to: candidate.encoding), encoding != candidate.encoding else {
          return nil
        }
        return Candidate(name: candidate.name + " " + words, encoding: encoding)
      }
    }
  }

  /// Frequencies of one base, and both ladders of sinusoids.
  private static func plain(_ waves: DumpTable) -> [Candidate] {
    let dimension = 2 * waves.pairCount
    let bases: [Double] =
      waves.base.map { base in
        let round: [Double] = (1...3).map { rounded(base, digits: $0) }
        // What 32 bits have blurred is the round number next to it.
        return round.contains { abs($0 / base - 1) < 1e-4 } ? round : round + [base]
      } ?? []
    var candidates: [Candidate] = []
    for base in [10_000] + bases where !candidates.contains(where: { $0.encoding.base == base }) {
      guard let rotary = try? Rotary(dimension: dimension, base: base) else { continue }
      candidates.append(
        Candidate(name: "--dim \(dimension) --base \(Numerals.plain(base))", encoding: .rotary(rotary)))
    }
    if let sinusoidal = try? Sinusoidal(dimension: dimension, ladder: .endpoint) {
      let name = "--scheme sinusoidal --dim \(dimension) --ladder endpoint"
      candidates.append(Candidate(name: name, encoding: .sinusoidal(sinusoidal)))
    }
    return candidates
  }

  private static var catalogue: [Candidate] {
    Catalogue.names.flatMap { name in
      ((try? Catalogue.entry(named: name)?.describe())?.groups ?? []).map { group in
        Candidate(name: group.name == "all" ? name : "\(name) --group \(group.name)", encoding: group.encoding)
      }
    }
  }

  // MARK: Whether it is

  private static func outcome(
    of table: PositionTable, _ waves: DumpTable?, _ encoding: Encoding, _ tolerance: Double
  ) -> Outcome {
    if let waves, let spectrum = encoding.spectrum {
      guard spectrum.pairCount == waves.pairCount else { return .wrongCount(expected: spectrum.pairCount) }
      return difference(of: waves, spectrum, tolerance).map(Outcome.differs) ?? .agrees
    }
    guard let dimension = encoding.dimension, (try? encoding.vector(at: 0)) != nil else { return .nothingToCompare }
    guard dimension == table.columns else { return .wrongCount(expected: dimension) }
    for position in 0..<min(table.rows, encoding.positionCount ?? table.rows) {
      guard let row = table.row(position), let vector = try? encoding.vector(at: position) else { continue }
      for (column, (found, expected)) in zip(row, vector).enumerated()
      where abs(found - expected) > tolerance + 2 * table.rounding * abs(expected) {
        return .differs(Difference(position: position, column: column, found: found, expected: expected))
      }
    }
    return .agrees
  }

  /// Software computes angles in 32 bits: what that rounds, position · ω parts in some millions, is not held against it.
  private static func difference(of waves: DumpTable, _ spectrum: Spectrum, _ tolerance: Double) -> Difference? {
    let angleRounding = waves.table.rounding < 0x1p-30 ? 0x1p-46 : 0x1p-22
    let factor = spectrum.attentionFactor
    for position in 0..<waves.table.rows {
      for pair in 0..<waves.pairCount {
        let phase = spectrum[pair].phase(at: position)
        let angle = abs(spectrum[pair].radians) * Double(position)
        let allowed = tolerance + factor * (2 * waves.table.rounding + angle * angleRounding)
        for isSine in [false, true] {
          guard let found = waves.value(position: position, pair: pair, isSine: isSine) else { continue }
          let expected = (isSine ? phase.sine : phase.cosine) * factor
          if abs(found - expected) > allowed {
            return Difference(position: position, column: pair, found: found, expected: expected)
          }
        }
      }
    }
    return nil
  }

  /// A positive number rounded to so many significant digits.
  private static func rounded(_ number: Double, digits: Int) -> Double {
    guard number > 0, number.isFinite else { return number }
    let exponent = Int(log10(number).rounded(.down)) - digits + 1
    let unit = pow(10, Double(abs(exponent)))
    return exponent >= 0 ? (number / unit).rounded() * unit : (number * unit).rounded() / unit
  }
}
