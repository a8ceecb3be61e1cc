import Encodings

/// What a person asks of the schemes beside rotary and sinusoidal.
public struct SchemeOptions: Hashable, Sendable {
  /// Attention heads (ALiBi, KERPLE).
  public var heads: Int?
  /// Buckets of distance (T5, DeBERTa).
  public var buckets: Int?
  /// The distance past which all are alike (T5, DeBERTa), or at which differences are clipped (Shaw).
  public var maxDistance: Int?
  /// Whether keys after the query have buckets of their own (T5).
  public var bidirectional: Bool?
  /// γ of the decays (xPos).
  public var gamma: Double?
  /// Over how many positions a pair decays by ζ (xPos).
  public var scaleBase: Double?

  /// Options; those not given are left as they are.
  public init(
    heads: Int? = nil, buckets: Int? = nil, maxDistance: Int? = nil, bidirectional: Bool? = nil, gamma: Double? = nil,
    scaleBase: Double? = nil
  ) {
    (self.heads, self.buckets, self.maxDistance, self.bidirectional) = (heads, buckets, maxDistance, bidirectional)
    (self.gamma, self.scaleBase) = (gamma, scaleBase)
  }
}

extension EncodingOptions {
  /// The encoding of a scheme other than rotary and sinusoidal with these options applied.
  ///
  /// Learned numbers are taken from `encoding`; without them KERPLE's are 1, and T5 has buckets alone.
  /// - Throws: `EncodingComplaint` when a value is out of range, or when the scheme has no such part.
  func other(_ scheme: Scheme, from encoding: Encoding?) throws(EncodingComplaint) -> Encoding {
    if let encoding, encoding.scheme == scheme, self == EncodingOptions(scheme: self.scheme) { return encoding }
    guard takesOnlyItsOwn(scheme) else { throw stray(of: scheme) }
    do throws(InvalidParameter) {
      switch (scheme, encoding) {
      case (.integer, _):
        guard let length else { return .integer(IntegerPosition()) }
        return .integer(try IntegerPosition(length: length))
      case (.oneHot, _): return .oneHot(try OneHot(rows: dimension ?? 512))
      case (.alibi, .alibi(let old)?):
        return .alibi(try ALiBi(heads: schemes.heads ?? old.heads, form: old.form, maxExponent: old.maxExponent))
      case (.alibi, _): return .alibi(try ALiBi(heads: schemes.heads ?? 8))
      case (.t5, .t5(let old)?):
        let biases = schemes.buckets == nil || schemes.buckets == old.bucketCount ? old.biases : []
        return .t5(
          try T5Bias(
            buckets: schemes.buckets ?? old.bucketCount, maxDistance: schemes.maxDistance ?? old.maxDistance,
            bidirectional: schemes.bidirectional ?? old.bidirectional, biases: biases))
      case (.t5, _):
        return .t5(
          try T5Bias(
            buckets: schemes.buckets ?? 32, maxDistance: schemes.maxDistance ?? 128,
            bidirectional: schemes.bidirectional ?? true))
      case (.shaw, .shaw(let old)?):
        return .shaw(try clipped(old, at: schemes.maxDistance ?? old.left))
      case (.shaw, _): return .shaw(try Shaw(clip: schemes.maxDistance ?? 16))
      case (.transformerXL, .transformerXL(let old)?):
        return .transformerXL(
          try TransformerXL(
            dimension: dimension ?? old.sinusoidal.dimension, clampLength: old.clampLength, rows: old.rows))
      case (.transformerXL, _): return .transformerXL(try TransformerXL(dimension: dimension ?? 512))
      case (.deberta, .deberta(let old)?):
        return .deberta(
          try DeBERTa(buckets: schemes.buckets ?? old.buckets, maxDistance: schemes.maxDistance ?? old.maxDistance))
      case (.deberta, _):
        return .deberta(try DeBERTa(buckets: schemes.buckets ?? 256, maxDistance: schemes.maxDistance ?? 512))
      case (.kerple, .kerple(let old)?): return .kerple(try kerple(from: old))
      case (.kerple, _): return .kerple(try kerple(from: nil))
      case (.fire, _): return .fire(try FIRE())
      default: break
      }
    } catch {
      throw .invalid(error)
    }
    if scheme == .none { return .none }
    throw .needsModel(scheme)
  }

  /// KERPLE with as many heads as asked for: those there were keep their numbers, new ones have 1.
  private func kerple(from old: KERPLE?) throws(InvalidParameter) -> KERPLE {
    // As many heads as ALiBi takes; checked before a list of that length is made.
    let heads = try ALiBi(heads: schemes.heads ?? old?.heads ?? 1).heads
    func numbers(_ known: [Double]?) -> [Double] {
      let kept = (known ?? []).prefix(heads)
      return kept + [Double](repeating: 1, count: heads - kept.count)
    }
    return try KERPLE(
      kernel: old?.kernel ?? .logarithmic, scales: numbers(old?.scales), rates: numbers(old?.rates))
  }

  /// Shaw's clip at another distance. Sides that were alike stay so, to the one by which SpeechT5's differ; of others the
  /// left is set.
  private func clipped(_ old: Shaw, at left: Int) throws(InvalidParameter) -> Shaw {
    let isAlike = abs(old.left - old.right) <= 1
    return try Shaw(
      left: left, right: isAlike ? max(0, left - (old.left - old.right)) : old.right, direction: old.direction)
  }

  /// The complaint about the first option that a scheme has no use for, and the schemes that have one.
  func stray(of scheme: Scheme) -> EncodingComplaint {
    let turning: [Scheme] = [.rope, .xpos]
    let waves = [.sinusoidal] + turning
    let parts: [(name: String, isGiven: Bool, schemes: [Scheme])] = [
      ("heads", schemes.heads != nil, [.alibi, .kerple]), ("buckets", schemes.buckets != nil, [.t5, .deberta]),
      ("max-distance", schemes.maxDistance != nil, [.t5, .deberta, .shaw]),
      ("bidirectional", schemes.bidirectional != nil, [.t5]), ("gamma", schemes.gamma != nil, [.xpos]),
      ("scale-base", schemes.scaleBase != nil, [.xpos]), ("base", base != nil, waves),
      ("layout", layout != nil, waves), ("rotary-dim", rotaryDimension != nil, turning),
      ("length", length != nil, turning + [.integer]), ("ladder", ladder != nil, [.sinusoidal]),
      ("dim", dimension != nil, waves + [.oneHot, .transformerXL]),
    ]
    let stray = parts.first { $0.isGiven && !$0.schemes.contains(scheme) }
    return .noSuchPart(scheme, name: stray?.name ?? "scaling", schemes: stray?.schemes ?? turning)
  }

  /// Whether no option is given that the scheme has no use for.
  private func takesOnlyItsOwn(_ scheme: Scheme) -> Bool {
    var own = EncodingOptions(scheme: self.scheme)
    switch scheme {
    case .integer: own.length = length
    case .oneHot, .transformerXL: own.dimension = dimension
    case .alibi, .kerple: own.schemes.heads = schemes.heads
    case .t5:
      own.schemes = SchemeOptions(
        buckets: schemes.buckets, maxDistance: schemes.maxDistance, bidirectional: schemes.bidirectional)
    case .deberta: own.schemes = SchemeOptions(buckets: schemes.buckets, maxDistance: schemes.maxDistance)
    case .shaw: own.schemes.maxDistance = schemes.maxDistance
    default: break
    }
    return self == own
  }
}
