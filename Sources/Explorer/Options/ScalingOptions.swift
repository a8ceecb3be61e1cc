public import Encodings

/// What a person asks of a context extension. Names follow the keys of Hugging Face configs.
public struct ScalingOptions: Hashable, Sendable {
  /// The extension's name, standard or one of its other names.
  public var name: String?
  /// By how much the context grows.
  public var factor: Double?
  /// Tokens of the training context before the extension.
  public var originalLength: Int?
  /// Turns within training above which a pair is left alone (by-parts, YaRN).
  public var betaFast: Double?
  /// Turns within training below which a pair is interpolated whole (by-parts, YaRN).
  public var betaSlow: Double?
  /// A factor on cosines and sines, in place of the extension's own (YaRN, LongRoPE).
  public var attentionFactor: Double?
  /// Llama 3: wavelengths longer than the training context over this are interpolated whole.
  public var lowFreqFactor: Double?
  /// Llama 3: wavelengths shorter than the training context over this are left alone.
  public var highFreqFactor: Double?
  /// YaRN: whether the ramp's ends are rounded to whole pairs.
  public var truncate: Bool?

  /// Nothing asked for.
  public init(name: String? = nil, factor: Double? = nil, originalLength: Int? = nil) {
    (self.name, self.factor, self.originalLength) = (name, factor, originalLength)
  }

  /// The standard names, in the order in which a person steps through them.
  public static let names = [
    "none", "linear", "ntk", "dynamic", "by-parts", "yarn", "longrope", "llama3", "proportional",
  ]

  /// The standard name for a name in use, or `nil` when nobody uses it.
  ///
  ///     ScalingOptions.standardName(for: "ntk-aware")  // "ntk"
  public static func standardName(for name: String) -> String? {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let others = [
      "default": "none", "direct": "none", "extrapolation": "none", "pi": "linear", "interpolation": "linear",
      "positioninterpolation": "linear", "ntkaware": "ntk", "dynamicntk": "dynamic", "ntkbyparts": "by-parts",
      "byparts": "by-parts", "su": "longrope", "longrope": "longrope", "llama31": "llama3",
    ]
    return names.first { $0 == plain } ?? others[plain]
  }

  /// The extension with these options applied to what it was.
  /// - Parameter trainedLength: Tokens of the model's training context, which stand for an `originalLength` that neither the
  ///   options nor the extension before say: Hugging Face takes `max_position_embeddings` then. Without a model it is 4096.
  public func applied(to scaling: Scaling, trainedLength: Int? = nil) throws(EncodingComplaint) -> Scaling {
    var asked = self
    if asked != ScalingOptions(), originalLength == nil, scaling.end.originalLength == nil,
      let name = Self.standardName(for: name ?? scaling.end.name),
      Self.parameters(of: name).contains("original_length")
    {
      asked.originalLength = trainedLength
    }
    return try asked.applied(after: scaling)
  }

  /// The extension with these options, all there are, applied to what it was.
  private func applied(after scaling: Scaling) throws(EncodingComplaint) -> Scaling {
    guard self != ScalingOptions() else { return scaling }
    if name == nil, case .morph = scaling, let stray = given.first {
      throw .scalingHasNo(scaling: scaling.name, parameter: stray)
    }
    let scaling = scaling.end
    let wanted = name ?? scaling.name
    guard let standard = Self.standardName(for: wanted) else { throw .unknownScaling(wanted) }
    if let stray = given.first(where: { !Self.parameters(of: standard).contains($0) }) {
      throw .scalingHasNo(scaling: standard, parameter: stray)
    }
    switch standard {
    case "none": return .none
    case "linear": return .linear(factor: try factor(after: scaling, standard))
    case "ntk": return .ntkAware(factor: try factor(after: scaling, standard))
    case "dynamic":
      return .dynamicNTK(factor: try factor(after: scaling, standard), originalLength: original(after: scaling))
    case "by-parts":
      var old: ByParts?
      if case .byParts(let parts) = scaling { old = parts }
      return .byParts(
        ByParts(
          factor: try factor(after: scaling, standard), originalLength: original(after: scaling),
          betaFast: betaFast ?? old?.betaFast ?? 32, betaSlow: betaSlow ?? old?.betaSlow ?? 1))
    case "yarn": return .yarn(try yarn(after: scaling))
    case "llama3": return .llama3(try llama3(after: scaling))
    case "longrope": return .longRoPE(try longRoPE(after: scaling))
    default:
      if case .proportional = scaling { return scaling }
      throw .scalingNeeds(scaling: standard, parameter: "model")
    }
  }

  /// The parameters that are asked for, under the keys of Hugging Face configs.
  private var given: [String] {
    let all: [(key: String, isGiven: Bool)] = [
      ("factor", factor != nil), ("original_length", originalLength != nil), ("beta_fast", betaFast != nil),
      ("beta_slow", betaSlow != nil), ("attention_factor", attentionFactor != nil),
      ("low_freq_factor", lowFreqFactor != nil), ("high_freq_factor", highFreqFactor != nil),
      ("truncate", truncate != nil),
    ]
    return all.filter(\.isGiven).map(\.key)
  }

  /// The parameters that an extension takes, by its standard name.
  static func parameters(of name: String) -> Set<String> {
    switch name {
    case "linear", "ntk": ["factor"]
    case "dynamic": ["factor", "original_length"]
    case "by-parts": ["factor", "original_length", "beta_fast", "beta_slow"]
    case "yarn": ["factor", "original_length", "beta_fast", "beta_slow", "attention_factor", "truncate"]
    case "longrope": ["factor", "original_length", "attention_factor"]
    case "llama3": ["factor", "original_length", "low_freq_factor", "high_freq_factor"]
    default: []
    }
  }

  private func factor(after scaling: Scaling, _ name: String) throws(EncodingComplaint) -> Double {
    guard let factor = factor ?? scaling.factor else { throw .scalingNeeds(scaling: name, parameter: "factor") }
    return factor
  }

  /// The length asked for, or the one before, or 4096, with which many open models have trained.
  private func original(after scaling: Scaling) -> Int { originalLength ?? scaling.originalLength ?? 4096 }

  private func yarn(after scaling: Scaling) throws(EncodingComplaint) -> YaRN {
    var old: YaRN?
    if case .yarn(let yarn) = scaling { old = yarn }
    return YaRN(
      factor: try factor(after: scaling, "yarn"), originalLength: original(after: scaling),
      betaFast: betaFast ?? old?.betaFast ?? 32, betaSlow: betaSlow ?? old?.betaSlow ?? 1,
      truncate: truncate ?? old?.truncate ?? true, attentionFactor: attentionFactor ?? old?.attentionFactor,
      mscale: old?.mscale, mscaleAllDim: old?.mscaleAllDim)
  }

  private func llama3(after scaling: Scaling) throws(EncodingComplaint) -> Llama3 {
    var old: Llama3?
    if case .llama3(let llama3) = scaling { old = llama3 }
    return Llama3(
      factor: try factor(after: scaling, "llama3"), originalLength: original(after: scaling),
      lowFreqFactor: lowFreqFactor ?? old?.lowFreqFactor ?? 1,
      highFreqFactor: highFreqFactor ?? old?.highFreqFactor ?? 4)
  }

  private func longRoPE(after scaling: Scaling) throws(EncodingComplaint) -> LongRoPE {
    guard case .longRoPE(let old) = scaling else { throw .scalingNeeds(scaling: "longrope", parameter: "model") }
    return LongRoPE(
      shortFactor: old.shortFactor, longFactor: old.longFactor, originalLength: originalLength ?? old.originalLength,
      factor: factor ?? old.factor, maxLength: old.maxLength, attentionFactor: attentionFactor ?? old.attentionFactor)
  }
}
