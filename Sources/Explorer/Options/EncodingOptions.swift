public import Encodings

/// What a person asks of an encoding, on the command line or in the explorer: each part is set or left as it was.
public struct EncodingOptions: Hashable, Sendable {
  /// The scheme, such as `rope`.
  public var scheme: Scheme?
  /// Features of one head, or of the whole vector for sinusoids.
  public var dimension: Int?
  /// The base of the frequencies.
  public var base: Double?
  /// Which features make a pair.
  public var layout: PairLayout?
  /// How many features rotary encoding turns.
  public var rotaryDimension: Int?
  /// Which ladder of frequencies sinusoids use.
  public var ladder: Ladder?
  /// The sequence length that dynamic scaling and LongRoPE look at.
  public var length: Int?
  /// The context extension and its parameters.
  public var scaling: ScalingOptions
  /// The extension on the way to which the spectrum is shown.
  public var morph: ScalingOptions?
  /// The share of that way, 0 … 1.
  public var share: Double?
  /// What the schemes beside rotary and sinusoidal take.
  public var schemes: SchemeOptions

  /// Options; those not given are left as they are.
  public init(
    scheme: Scheme? = nil, dimension: Int? = nil, base: Double? = nil, layout: PairLayout? = nil,
    rotaryDimension: Int? = nil, ladder: Ladder? = nil, length: Int? = nil,
    scaling: ScalingOptions = ScalingOptions(),
    share: Double? = nil, schemes: SchemeOptions = SchemeOptions()
  ) {
    (self.scheme, self.dimension, self.base, self.layout) = (scheme, dimension, base, layout)
    (self.rotaryDimension, self.ladder, self.length, self.scaling) = (rotaryDimension, ladder, length, scaling)
    (self.share, self.schemes) = (share, schemes)
  }

  /// Whether nothing is asked for.
  public var isEmpty: Bool { self == EncodingOptions() }

  /// The encoding with these options applied.
  ///
  /// - Parameter encoding: What parts not asked for are taken from; without one, the defaults of the scheme: rotary
  ///   encoding of 128 features for `rope`, sinusoids of 512.
  /// - Parameter trainedLength: Tokens of the model's training context, for extensions that look at it.
  /// - Throws: `EncodingComplaint` when a value is out of range, or when the scheme has no such part.
  public func applied(to encoding: Encoding?, trainedLength: Int? = nil) throws(EncodingComplaint) -> Encoding {
    let scheme = scheme ?? encoding?.scheme ?? .rope
    switch scheme {
    case .rope:
      guard schemes == SchemeOptions() else { throw stray(of: .rope) }
      return .rotary(try rotary(from: encoding, layout: .halfSplit, trainedLength))
    case .xpos: return .xPos(try xPos(from: encoding, trainedLength))
    case .sinusoidal: return .sinusoidal(try sinusoidal(from: encoding))
    default: return try other(scheme, from: encoding)
    }
  }

  /// xPos, with the paper's γ, torchscale's scale base and its interleaved pairs where nothing else is known.
  private func xPos(from encoding: Encoding?, _ trainedLength: Int?) throws(EncodingComplaint) -> XPos {
    var old: XPos?
    if case .xPos(let xPos)? = encoding { old = xPos }
    guard schemes == SchemeOptions(gamma: schemes.gamma, scaleBase: schemes.scaleBase) else {
      throw stray(of: .xpos)
    }
    let rotary = try rotary(from: encoding, layout: .interleaved, trainedLength)
    do throws(InvalidParameter) {
      return try XPos(
        rotary: rotary, gamma: schemes.gamma ?? old?.gamma ?? 0.4,
        scaleBase: schemes.scaleBase ?? old?.scaleBase ?? 512)
    } catch {
      throw .invalid(error)
    }
  }

  /// The rotation asked for.
  /// - Parameter usualLayout: Which features make a pair where nothing else is known.
  private func rotary(
    from encoding: Encoding?, layout usualLayout: PairLayout, _ trainedLength: Int?
  ) throws(EncodingComplaint) -> Rotary {
    let old = encoding?.rotary
    let dimension = dimension ?? old?.dimension ?? encoding?.dimension ?? 128
    let wholeHead = old.map { $0.rotaryDimension == $0.dimension } ?? true
    let base = base ?? old?.base ?? encoding?.base ?? 10_000
    let layout = layout ?? old?.layout ?? usualLayout
    let length = length ?? old?.length
    let scaling = try extended(old?.scaling ?? .none, trainedLength)
    guard ladder == nil || ladder == .paper else { throw .ladderOfRotary }
    do throws(InvalidParameter) {
      return try Rotary(
        dimension: dimension, rotaryDimension: rotaryDimension ?? (wholeHead ? nil : old?.rotaryDimension),
        base: base,
        layout: layout, scaling: scaling, length: length)
    } catch {
      throw .invalid(error)
    }
  }

  /// The extension asked for, or a morph on its way to another.
  private func extended(_ old: Scaling, _ trainedLength: Int?) throws(EncodingComplaint) -> Scaling {
    let from = try scaling.applied(to: old, trainedLength: trainedLength)
    guard let morph else {
      guard let share else { return from }
      guard case .morph(let before) = from else { throw .shareOfNothing }
      return .morph(Morph(from: before.from, to: before.to, share: share))
    }
    // What options cannot say is kept from an extension of the same name.
    let isOld = morph.name.flatMap(ScalingOptions.standardName) == old.name
    let to = try morph.applied(to: isOld ? old : from, trainedLength: trainedLength)
    return .morph(Morph(from: from, to: to, share: share ?? 0))
  }

  private func sinusoidal(from encoding: Encoding?) throws(EncodingComplaint) -> Sinusoidal {
    var old: Sinusoidal?
    if case .sinusoidal(let sinusoidal)? = encoding { old = sinusoidal }
    guard scaling == ScalingOptions(), morph == nil, share == nil else { throw .scalingOfSinusoids }
    guard rotaryDimension == nil, length == nil, schemes == SchemeOptions() else { throw stray(of: .sinusoidal) }
    do throws(InvalidParameter) {
      return try Sinusoidal(
        dimension: dimension ?? old?.dimension ?? encoding?.dimension ?? 512,
        base: base ?? old?.base ?? encoding?.base ?? 10_000, layout: layout ?? old?.layout ?? .interleaved,
        ladder: ladder ?? old?.ladder ?? .paper)
    } catch {
      throw .invalid(error)
    }
  }
}

extension Encoding {
  /// The base of the frequencies, where the encoding has one.
  public var base: Double? {
    switch self {
    case .sinusoidal(let sinusoidal): sinusoidal.base
    default: rotary?.base
    }
  }
}
