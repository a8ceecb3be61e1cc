import Encodings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A second way to the biases whose block means have no closed form, through other functions than the library's own: what
/// the check of a long block compares with.
///
///     KERPLE, logarithmic   −r₁ · ln u = −r₁ · arsinh((u − 1/u) / 2),  u = 1 + r₂ · |q − k|
///     KERPLE, power         −r₁ · |q − k|^r₂ = −r₁ · 2^(r₂ · log₂ |q − k|)
///     FIRE                  both logarithms by arsinh, and max(z, 0) = (z + |z|) / 2
///     ALiBi in bfloat16     numbers rounded to multiples of 2^(exponent − 7)
struct BiasRoute {
  /// What is compared, written out.
  let identity: String
  /// The bias of a query and a key.
  let value: (_ query: Int, _ key: Int) -> Double
}

extension BiasRoute {
  /// The second way to a head's bias; `nil` for a scheme whose block means have a closed form, or without one.
  init?(_ encoding: Encoding, head: Int) {
    switch encoding {
    case .kerple(let kerple):
      guard kerple.scales.indices.contains(head) else { return nil }
      self.init(kerple, scale: kerple.scales[head], rate: kerple.rates[head])
    case .fire(let fire): self.init(fire, head: head)
    case .alibi(let alibi) where alibi.form == .keyPositionInBFloat16:
      guard alibi.slopes.indices.contains(head) else { return nil }
      let slope = alibi.slopes[head]
      self.init(identity: "2^(e−7)·⌊b / 2^(e−7)⌉") { _, key in
        Self.inEightBits(Self.inEightBits(slope) * Self.inEightBits(Double(key)))
      }
    default: return nil
    }
  }

  private init(_ kerple: KERPLE, scale: Double, rate: Double) {
    switch kerple.kernel {
    case .logarithmic:
      self.init(identity: "−r₁·arsinh((u−1/u)/2)") {
        -scale * Self.logarithm(onePlus: rate * abs(Double($0) - Double($1)))
      }
    case .power:
      self.init(identity: "−r₁·2^(r₂·log₂|q−k|)") { -scale * exp2(rate * log2(abs(Double($0) - Double($1)))) }
    }
  }

  private init(_ fire: FIRE, head: Int) {
    self.init(identity: "f(arsinh/arsinh)") { query, key in
      let reached = fire.scale * max(fire.threshold, Double(query))
      let fraction =
        Self.logarithm(onePlus: fire.scale * abs(Double(query) - Double(key))) / Self.logarithm(onePlus: reached)
      guard let network = fire.network else { return -fraction }
      guard network.outputWeights.indices.contains(head) else { return 0 }
      let units = zip(network.inputWeights, network.hiddenBiases).map { weight, bias in
        let sum = weight * fraction + bias
        return (sum + abs(sum)) / 2
      }
      return dot(network.outputWeights[head], units) + network.outputBiases[head]
    }
  }

  /// ln(1 + x) as the area of a hyperbola: sinh ln u = (u − 1/u) / 2 = (x + x/u) / 2.
  private static func logarithm(onePlus x: Double) -> Double { asinh((x + x / (1 + x)) / 2) }

  /// The nearest number of eight significant bits, by way of float32 as PyTorch casts.
  private static func inEightBits(_ value: Double) -> Double {
    let single = Double(Float(value))
    guard single != 0, single.isFinite else { return single }
    let step = Double(sign: .plus, exponent: Int(single.exponent) - 7, significand: 1)
    return (single / step).rounded(.toNearestOrEven) * step
  }
}

extension PaneFrame.Check {
  /// The mean over a block of a field that samples, against the mean of the same samples found by a second way.
  init?(samplesOf field: any Field, by route: BiasRoute?, rows: Range<Int>, column: Int, _ language: Language) {
    guard let field = field as? SampledField, let route else { return nil }
    let columns = column..<(column + 1)
    let samples = field.samples(rows: rows, columns: columns).rows
    guard !samples.isEmpty else { return nil }
    let mean = samples.reduce(0) { $0 + route.value($1, column) } / Double(samples.count)
    self.init(
      identity: language(
        "|mean of \(samples.count) b − mean \(route.identity)|", "|\(samples.count) 个 b 的均值 − \(route.identity) 的均值|"),
      short: language("|mean b − \(route.identity)|", "|b 均值 − \(route.identity)|"),
      residual: abs(field.mean(rows: rows, columns: columns) - mean) / max(1, abs(mean)), limit: 1e-9)
  }
}
