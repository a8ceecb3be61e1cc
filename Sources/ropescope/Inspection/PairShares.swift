import Checkpoints
import Encodings

/// What training saw of a rotary encoding's pairs, and what its extension does to which of them.
struct PairShares {
  /// Pairs of one fate: how many, and the first and the last of them.
  struct Share: Hashable {
    let count: Int
    let first: Int
    let last: Int

    /// `nil` when there are none.
    init?(_ pairs: [Int]) {
      guard let first = pairs.first, let last = pairs.last else { return nil }
      (self.count, self.first, self.last) = (pairs.count, first, last)
    }
  }

  /// Positions before any extension; `nil` when the config does not say.
  let trainedLength: Int?
  /// The length that the extension is looked at for; as long as training where nothing is said of a longer one.
  let targetLength: Int
  /// How many pairs turn at all, and how many there are.
  let turning: Int
  let count: Int
  /// Wavelengths after the extension, positions; `nil` when no pair turns.
  let wavelengths: ClosedRange<Double>?
  /// Wavelengths before it.
  let plainWavelengths: ClosedRange<Double>?
  /// Pairs that turn, and never whole within training; `nil` when there are none or the length is not known.
  let incomplete: Share?
  /// Pairs that the extension leaves as they are.
  let leftAlone: Share?
  /// Pairs between the two.
  let blended: Share?
  /// Pairs that it divides by its factor.
  let interpolated: Share?
  /// Pairs that stand still.
  let still: Share?
  /// By what pairs are divided, least and greatest.
  let divisors: ClosedRange<Double>?
  /// The first position whose angle in some pair training has not seen; `nil`: none up to the target.
  let firstUnseen: Int?
  /// How many pairs meet angles that training has not seen.
  let unseenCount: Int

  /// Ratios of frequencies this near are one.
  private static let tolerance = 1e-9

  /// - Parameter targetLength: The length that dynamic NTK and LongRoPE look at; nil: the longest that is meant.
  init(_ rotary: Rotary, group: LayerGroup?, targetLength: Int? = nil) throws(InvalidParameter) {
    let trained = rotary.scaling.originalLength ?? group?.originalLength ?? group?.maxLength
    let length = max(trained ?? 1, 1)
    let target = max(targetLength ?? rotary.length ?? Self.longest(rotary.scaling, group, length), length)
    let reach = try Reach(
      dimension: rotary.rotaryDimension, base: rotary.base, trainedLength: length, targetLength: target,
      scalings: [rotary.scaling])
    let method = reach.methods.first
    let spectrum = method?.spectrum ?? reach.plain
    let pairs = Array(0..<spectrum.pairCount)
    let moving = pairs.filter { spectrum[$0] != .zero }
    let divisors = method?.crowding ?? []
    func isNear(_ pair: Int, _ divisor: Double) -> Bool { abs(divisors[pair] / divisor - 1) <= Self.tolerance }
    let alone = moving.filter { isNear($0, 1) }
    let whole = rotary.scaling.factor.map { factor in
      moving.filter { factor > 1 && isNear($0, factor) && rotary.scaling.hasOneFactor }
    }
    let rest = Set(alone + (whole ?? []))

    trainedLength = trained
    self.targetLength = target
    (turning, count) = (moving.count, pairs.count)
    wavelengths = Self.wavelengths(moving, spectrum)
    plainWavelengths = Self.wavelengths(pairs, reach.plain)
    incomplete = trained.flatMap { length in
      Share(moving.filter { reach.plain[$0].turns(at: length - 1) < 1 })
    }
    leftAlone = Share(alone)
    interpolated = whole.flatMap(Share.init)
    blended = Share(moving.filter { !rest.contains($0) })
    still = Share(pairs.filter { spectrum[$0] == .zero })
    self.divisors = Self.range(moving.map { divisors[$0] })
    firstUnseen = trained == nil ? nil : method?.firstUnseenPosition
    unseenCount = trained == nil ? 0 : method?.firstUnseen.count { $0 != nil } ?? 0
  }

  /// The longest length that the config means: its own, or what the factor makes of the trained one.
  private static func longest(_ scaling: Scaling, _ group: LayerGroup?, _ trained: Int) -> Int {
    let stretched = Double(trained) * (scaling.factor ?? 1)
    // Past 2^40 positions nothing is looked at.
    return max(group?.maxLength ?? 0, stretched < 0x1p40 ? Int(stretched) : trained)
  }

  private static func wavelengths(_ pairs: [Int], _ spectrum: Spectrum) -> ClosedRange<Double>? {
    range(pairs.map { spectrum[$0].wavelength })
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double>? {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return least...greatest
  }
}

extension Scaling {
  /// Whether pairs are divided by one factor at most; LongRoPE has one for each.
  var hasOneFactor: Bool { if case .longRoPE = self { false } else { true } }
}
