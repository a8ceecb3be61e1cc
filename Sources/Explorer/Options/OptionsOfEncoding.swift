public import Encodings

extension EncodingOptions {
  /// The options that make an encoding from another: those in which the two differ, and of an encoding made from nothing
  /// its scheme and dimension too.
  ///
  ///     EncodingOptions(making: encoding, from: own).applied(to: own)  // encoding
  ///
  /// - Parameter own: What the options will be applied to, the model's own encoding; `nil` for none.
  public init(making encoding: Encoding, from own: Encoding?) {
    let start = own ?? (try? EncodingOptions(scheme: encoding.scheme).applied(to: nil))
    let (wanted, known) = (Self.all(of: encoding), start.map(Self.all) ?? EncodingOptions())
    let isSameScheme = own?.scheme == encoding.scheme
    self.init(
      scheme: isSameScheme ? nil : wanted.scheme,
      dimension: Self.difference(wanted.dimension, own == nil ? nil : known.dimension),
      base: Self.difference(wanted.base, known.base), layout: Self.difference(wanted.layout, known.layout),
      rotaryDimension: Self.difference(wanted.rotaryDimension, known.rotaryDimension),
      ladder: Self.difference(wanted.ladder, known.ladder), length: Self.difference(wanted.length, known.length))
    if wanted.scaling != known.scaling { scaling = wanted.scaling }
    (morph, share) = (wanted.morph, wanted.share)
    schemes = SchemeOptions(
      heads: Self.difference(wanted.schemes.heads, known.schemes.heads),
      buckets: Self.difference(wanted.schemes.buckets, known.schemes.buckets),
      maxDistance: Self.difference(wanted.schemes.maxDistance, known.schemes.maxDistance),
      bidirectional: Self.difference(wanted.schemes.bidirectional, known.schemes.bidirectional),
      gamma: Self.difference(wanted.schemes.gamma, known.schemes.gamma),
      scaleBase: Self.difference(wanted.schemes.scaleBase, known.schemes.scaleBase))
    guard let rotary = encoding.rotary else { return }
    // Without a word about it a head turns whole, or as much of it as before.
    let usual =
      if let old = start?.rotary, old.rotaryDimension != old.dimension {
        old.rotaryDimension
      } else {
        rotary.dimension
      }
    rotaryDimension = rotary.rotaryDimension == usual ? nil : rotary.rotaryDimension
  }

  private static func difference<Value: Equatable>(_ wanted: Value?, _ known: Value?) -> Value? {
    wanted == known ? nil : wanted
  }

  /// Everything that options can say of an encoding.
  private static func all(of encoding: Encoding) -> EncodingOptions {
    var options = EncodingOptions(scheme: encoding.scheme)
    if let rotary = encoding.rotary {
      options = EncodingOptions(
        scheme: encoding.scheme, dimension: rotary.dimension, base: rotary.base, layout: rotary.layout,
        rotaryDimension: rotary.rotaryDimension, length: rotary.length,
        scaling: ScalingOptions(all: rotary.scaling.start))
      if case .morph(let morph) = rotary.scaling {
        (options.morph, options.share) = (ScalingOptions(all: morph.to), morph.share)
      }
    }
    switch encoding {
    case .xPos(let xPos): options.schemes = SchemeOptions(gamma: xPos.gamma, scaleBase: xPos.scaleBase)
    case .sinusoidal(let sinusoidal):
      options = EncodingOptions(
        scheme: .sinusoidal, dimension: sinusoidal.dimension, base: sinusoidal.base, layout: sinusoidal.layout,
        ladder: sinusoidal.ladder)
    case .integer(let integer): options.length = integer.length
    case .oneHot(let oneHot): options.dimension = oneHot.rows
    case .transformerXL(let transformerXL): options.dimension = transformerXL.sinusoidal.dimension
    case .alibi(let alibi): options.schemes.heads = alibi.heads
    case .kerple(let kerple): options.schemes.heads = kerple.heads
    case .t5(let t5):
      options.schemes = SchemeOptions(
        buckets: t5.bucketCount, maxDistance: t5.maxDistance, bidirectional: t5.bidirectional)
    case .shaw(let shaw): options.schemes.maxDistance = shaw.left
    case .deberta(let deberta):
      options.schemes = SchemeOptions(buckets: deberta.buckets, maxDistance: deberta.maxDistance)
    case .rotary, .learned, .fire, .none: break
    }
    return options
  }
}

extension Scaling {
  /// Where a morph begins; any other extension itself.
  var start: Scaling { if case .morph(let morph) = self { morph.from } else { self } }

  /// Where a morph ends; any other extension itself.
  var end: Scaling { if case .morph(let morph) = self { morph.to } else { self } }
}

extension ScalingOptions {
  /// Everything that options can say of an extension.
  init(all scaling: Scaling) {
    self.init(name: scaling.name, factor: scaling.factor, originalLength: scaling.originalLength)
    switch scaling {
    case .byParts(let parts): (betaFast, betaSlow) = (parts.betaFast, parts.betaSlow)
    case .yarn(let yarn):
      (betaFast, betaSlow) = (yarn.betaFast, yarn.betaSlow)
      (truncate, attentionFactor) = (yarn.truncate, yarn.attentionFactor)
    case .llama3(let llama3): (lowFreqFactor, highFreqFactor) = (llama3.lowFreqFactor, llama3.highFreqFactor)
    case .longRoPE(let longRoPE): (factor, attentionFactor) = (longRoPE.factor, longRoPE.attentionFactor)
    case .none, .linear, .ntkAware, .dynamicNTK, .proportional, .morph: break
    }
  }
}
