/// Which angles of each pair training has seen, where a longer text leaves them, and how crowded positions become: for several
/// extensions of one model side by side.
///
/// Training covers positions 0 ..< L without extension, so pair i has seen the arc from 0 to (L − 1) · ω_i, or the whole circle
/// if that is a turn or more. An extension turns the pair by ω'_i a position instead.
///
///     let reach = try Reach(dimension: 128, trainedLength: 4096, targetLength: 32_768)
///     reach.methods[0].firstUnseenPosition   // direct extrapolation: 4096
public struct Reach: Hashable, Sendable {
  /// One extension.
  public struct Method: Hashable, Sendable {
    /// The extension.
    public let scaling: Scaling
    /// The frequencies after it, at the target length.
    public let spectrum: Spectrum
    /// The first position whose angle training has not seen, by pair; nil: none. Shape (pairs).
    public let firstUnseen: [Int?]
    /// The share of the circle that the target length sees and training did not, 0 … 1, by pair. Shape (pairs).
    public let unseenArc: [Double]
    /// ω_i / ω'_i: how many positions stand where training saw one, by pair; 1 for a pair that does not turn. Shape (pairs).
    public let crowding: [Double]

    /// The first position at which any pair leaves what it has seen; nil: none up to the target length.
    public var firstUnseenPosition: Int? { firstUnseen.compactMap { $0 }.min() }
  }

  /// How many positions were trained.
  public let trainedLength: Int
  /// How many positions are wanted.
  public let targetLength: Int
  /// The frequencies before any extension.
  public let plain: Spectrum
  /// The extensions, in the order given.
  public let methods: [Method]

  /// Compares extensions of a rotary encoding.
  /// - Parameters:
  ///   - dimension: How many features turn: d, or the rotary dimension of a partial encoding.
  ///   - trainedLength: L, at least 1.
  ///   - targetLength: At least L.
  ///   - scalings: nil: none, linear, NTK-aware, dynamic NTK, NTK-by-parts, YaRN and Llama 3 with the factor
  ///     targetLength / trainedLength.
  /// - Throws: When a parameter is out of range.
  public init(
    dimension: Int, base: Double = 10_000, trainedLength: Int, targetLength: Int, scalings: [Scaling]? = nil
  ) throws(InvalidParameter) {
    try InvalidParameter.requirePositive(.originalLength, trainedLength)
    try InvalidParameter.require(
      targetLength >= trainedLength, .length, Double(targetLength), .atLeast(Double(trainedLength)))
    let plain = try Rotary(dimension: dimension, base: base).spectrum
    var methods: [Method] = []
    for scaling in scalings ?? Self.scalings(from: trainedLength, to: targetLength) {
      let rotary = try Rotary(dimension: dimension, base: base, scaling: scaling, length: targetLength)
      methods.append(
        Method(
          scaling: scaling, spectrum: rotary.spectrum, plain: plain, trainedLength: trainedLength,
          targetLength: targetLength))
    }
    self.trainedLength = trainedLength
    self.targetLength = targetLength
    self.plain = plain
    self.methods = methods
  }

  /// The extensions that stretch one length to another, in the order of their appearance.
  ///
  /// Dynamic NTK follows the length by itself, so its factor is 1.
  public static func scalings(from trainedLength: Int, to targetLength: Int) -> [Scaling] {
    let factor = trainedLength > 0 ? max(Double(targetLength) / Double(trainedLength), 1) : 1
    return [
      .none, .linear(factor: factor), .ntkAware(factor: factor),
      .dynamicNTK(factor: 1, originalLength: trainedLength),
      .byParts(ByParts(factor: factor, originalLength: trainedLength)),
      .yarn(YaRN(factor: factor, originalLength: trainedLength)),
      .llama3(Llama3(factor: factor, originalLength: trainedLength)),
    ]
  }

  /// The unseen share of the circle, methods as rows and pairs as columns.
  public var field: TableField {
    TableField(values: methods.flatMap(\.unseenArc), columnCount: plain.pairCount)
  }
}

extension Reach.Method {
  init(scaling: Scaling, spectrum: Spectrum, plain: Spectrum, trainedLength: Int, targetLength: Int) {
    self.scaling = scaling
    self.spectrum = spectrum
    let pairs = Array(zip(plain.inverseFrequencies, spectrum.inverseFrequencies))
    firstUnseen = pairs.map { Self.firstUnseen(trained: $0, extended: $1, trainedLength, targetLength) }
    unseenArc = pairs.map { trained, extended in
      max(min(extended.turns(at: targetLength - 1), 1) - min(trained.turns(at: trainedLength - 1), 1), 0)
    }
    crowding = pairs.map { trained, extended in
      extended == .zero ? 1 : (trained.exact / extended.exact).high
    }
  }

  private static func firstUnseen(
    trained: InverseFrequency, extended: InverseFrequency, _ trainedLength: Int, _ targetLength: Int
  ) -> Int? {
    let seen = trained.exact * DoubleDouble(trainedLength - 1)
    if seen >= .twoPi || extended == .zero { return nil }
    // The last position within the arc by division, set right where the quotient was rounded.
    let quotient = (seen / extended.exact).high
    guard quotient < Double(targetLength) else { return nil }
    var last = Int(quotient.rounded(.down))
    while extended.exact * DoubleDouble(last + 1) <= seen { last += 1 }
    while last > 0, extended.exact * DoubleDouble(last) > seen { last -= 1 }
    return last + 1 < targetLength ? last + 1 : nil
  }
}
