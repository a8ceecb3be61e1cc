public import Encodings
import Screen

/// One parameter in which two encodings differ, under the key of the command line.
public struct EncodingContrast: Hashable, Sendable {
  /// The parameter, such as `base`.
  public let key: String
  /// Its value in the first encoding; `nil` where that has no such parameter.
  public let first: String?
  /// Its value in the second encoding.
  public let second: String?

  /// A contrast of two values; `nil` where they are the same.
  public init?(key: String, first: String?, second: String?) {
    guard first != second else { return nil }
    (self.key, self.first, self.second) = (key, first, second)
  }

  /// Every parameter in which two encodings differ, in the order of the command line's options.
  public static func all(_ first: Encoding, _ second: Encoding) -> [EncodingContrast] {
    let (one, other) = (first.parameters, second.parameters)
    let keys = one.map(\.key) + other.map(\.key).filter { key in !one.contains { $0.key == key } }
    return keys.compactMap { key in
      let (a, b) = (one.first { $0.key == key }?.value, other.first { $0.key == key }?.value)
      return EncodingContrast(key: key, first: a, second: b)
    }
  }
}

extension Encoding {
  /// The encoding's parameters by key, as a person would type them.
  fileprivate var parameters: [(key: String, value: String)] {
    var list: [(key: String, value: String)] = [("scheme", scheme.rawValue)]
    if let dimension { list.append(("dim", "\(dimension)")) }
    if let base { list.append(("base", Numerals.plain(base))) }
    if case .xPos(let xPos) = self {
      list += [
        ("gamma", Numerals.significant(xPos.gamma, digits: 6)),
        ("scale-base", Numerals.significant(xPos.scaleBase, digits: 6)),
      ]
    }
    if let rotary {
      list += [("layout", rotary.layout.rawValue), ("rotary-dim", "\(rotary.rotaryDimension)")]
      list.append(("scaling", rotary.scaling.name))
      list += rotary.scaling.parameters
      if let length = rotary.length { list.append(("length", "\(length)")) }
      list.append(("attention-factor", Numerals.significant(rotary.spectrum.attentionFactor, digits: 6)))
    }
    switch self {
    case .sinusoidal(let sinusoidal):
      list += [("layout", sinusoidal.layout.rawValue), ("ladder", sinusoidal.ladder.rawValue)]
    case .learned(let table):
      list += [("rows", "\(table.rowCount)"), ("offset", "\(table.offset)"), known(table.values.isEmpty)]
    case .alibi(let alibi):
      list += [
        ("heads", "\(alibi.heads)"), ("form", "\(alibi.form)"),
        ("alibi-bias-max", Numerals.significant(alibi.maxExponent, digits: 6)),
      ]
    case .t5(let t5):
      list += [
        ("num-buckets", "\(t5.bucketCount)"), ("max-distance", "\(t5.maxDistance)"),
        ("bidirectional", "\(t5.bidirectional)"), known(t5.biases.isEmpty),
      ]
      if !t5.biases.isEmpty { list.append(("heads", "\(t5.biases.count)")) }
    case .shaw(let shaw):
      list += [("left", "\(shaw.left)"), ("right", "\(shaw.right)"), ("direction", "\(shaw.direction)")]
    case .deberta(let deberta):
      list += [
        ("num-buckets", deberta.buckets.map(String.init) ?? "—"), ("max-distance", "\(deberta.maxDistance)"),
      ]
    case .transformerXL(let transformerXL):
      list += [
        ("clamp", transformerXL.clampLength.map(String.init) ?? "—"), ("rows", transformerXL.rows.rawValue),
      ]
    case .kerple(let kerple): list += [("heads", "\(kerple.heads)"), ("kernel", kerple.kernel.rawValue)]
    case .fire(let fire): list += [("heads", "\(fire.heads)"), ("threshold", Numerals.plain(fire.threshold))]
    case .integer(let integer): list.append(("length", integer.length.map(String.init) ?? "—"))
    case .rotary, .xPos, .oneHot, .none: break
    }
    return list
  }

  /// Whether the learned values were read.
  private func known(_ isEmpty: Bool) -> (key: String, value: String) { ("values-known", "\(!isEmpty)") }
}

extension Scaling {
  /// The extension's parameters by key.
  fileprivate var parameters: [(key: String, value: String)] {
    var list: [(key: String, value: String)] = []
    func number(_ value: Double?) -> String? { value.map { Numerals.significant($0, digits: 6) } }
    func add(_ key: String, _ value: String?) { if let value { list.append((key, value)) } }
    add("factor", number(factor))
    add("original-length", originalLength.map(String.init))
    switch self {
    case .byParts(let parts):
      add("beta-fast", number(parts.betaFast))
      add("beta-slow", number(parts.betaSlow))
    case .yarn(let yarn):
      add("beta-fast", number(yarn.betaFast))
      add("beta-slow", number(yarn.betaSlow))
      add("truncate", "\(yarn.truncate)")
      add("mscale", number(yarn.mscale))
      add("mscale-all-dim", number(yarn.mscaleAllDim))
    case .llama3(let llama3):
      add("low-freq-factor", number(llama3.lowFreqFactor))
      add("high-freq-factor", number(llama3.highFreqFactor))
    case .proportional(let fraction): add("rotated-fraction", number(fraction))
    case .morph(let morph):
      add("from", morph.from.summary)
      add("to", morph.to.summary)
      add("share", number(morph.share))
    case .longRoPE(let longRoPE):
      add("short-factor", Self.list(longRoPE.shortFactor))
      add("long-factor", Self.list(longRoPE.longFactor))
    case .none, .linear, .ntkAware, .dynamicNTK: break
    }
    return list
  }

  /// Numbers, or how many and from where to where when there are more than fit.
  private static func list(_ numbers: [Double]) -> String {
    let words = numbers.map { Numerals.significant($0, digits: 6) }
    guard let first = words.first, let last = words.last, words.count > 4 else { return words.joined(separator: " ") }
    return "\(words.count): \(first) … \(last)"
  }
}
