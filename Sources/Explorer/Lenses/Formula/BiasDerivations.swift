import Encodings
import Screen

extension Scene {
  /// −m · |q − k| in its four forms, with the slope's own formula.
  func derivation(of alibi: ALiBi, _ language: Language) -> Derivation {
    guard alibi.slopes.indices.contains(head) else { return Derivation([]) }
    let (slope, number) = (alibi.slopes[head], head + 1)
    var power = 1
    while power * 2 <= alibi.heads { power *= 2 }
    let (step, whole) = head < power ? (number, power) : (2 * (head - power) + 1, 2 * power)
    let exponent = Numerals.plain(alibi.maxExponent)
    let byHand = Hand.power(2, -alibi.maxExponent * Double(step) / Double(whole))
    var steps = Derivation.chain(
      "m", ["2^(−\(exponent)·\(step)/\(whole))", Derivation.eight(slope)])
    if head >= power {
      steps.insert(
        Derivation.note(
          language(
            "h \(head) of 0 … \(alibi.heads - 1): every second slope of \(2 * power) heads",
            "h \(head)（0 … \(alibi.heads - 1)）：在 \(2 * power) 个头的斜率中隔一个取一个")), at: 0)
    }
    let (q, k) = (position, secondPosition)
    let value = alibi.bias(query: q, key: k, head: head)
    let m = Derivation.eight(slope)
    let (letters, numbers, hand): (String, String, Double) =
      switch alibi.form {
      case .distance: ("−m·|q − k|", "−\(m)·|\(q) − \(k)|", -byHand * abs(Double(q) - Double(k)))
      case .keyPosition: ("m·k", "\(m)·\(k)", byHand * Double(k))
      case .lastKey(let length):
        ("m·(k − (L − 1))", "\(m)·(\(k) − \(length - 1))", byHand * (Double(k) - Double(length - 1)))
      case .keyPositionInBFloat16: ("bf16(m·k)", "bf16(\(m)·\(k))", byHand * Double(k))
      }
    steps += Derivation.chain(biasName, [letters, numbers, Derivation.eight(value)])
    // bfloat16 keeps 8 bits of slope, key and product.
    let limit = alibi.form == .keyPositionInBFloat16 ? 0.02 : 1e-14
    return biasTable(
      steps, numbers: [("slope", slope), ("bias", value)], identity: "|b − m·…| / |b|",
      residual: abs(value - hand) / max(1, abs(hand)), limit: limit
    ) { alibi.bias(query: $0, key: $1, head: self.head) }
  }

  /// −r₁ ln(1 + r₂ |q − k|), or −r₁ |q − k|^r₂.
  func derivation(of kerple: KERPLE) -> Derivation {
    guard kerple.scales.indices.contains(head) else { return Derivation([]) }
    let (scale, rate) = (kerple.scales[head], kerple.rates[head])
    let (r1, r2) = (Derivation.eight(scale), Derivation.eight(rate))
    let distance = abs(Double(position) - Double(secondPosition))
    let value = kerple.bias(query: position, key: secondPosition, head: head)
    let isLogarithmic = kerple.kernel == .logarithmic
    let hand =
      isLogarithmic
      ? -scale * Hand.logarithm(1 + rate * distance)
      : distance == 0 ? 0 : -scale * Hand.power(2.718281828459045, rate * Hand.logarithm(distance))
    let n = Numerals.plain(distance)
    let steps = Derivation.chain(
      biasName,
      isLogarithmic
        ? ["−r1·ln(1 + r2·|q − k|)", "−\(r1)·ln(1 + \(r2)·\(n))", Derivation.eight(value)]
        : ["−r1·|q − k|^r2", "−\(r1)·\(n)^\(r2)", Derivation.eight(value)])
    return biasTable(
      steps, numbers: [("distance", distance), ("bias", value)], identity: "|b + r1·…| / |b|",
      residual: abs(value - hand) / max(1, abs(hand)), limit: 1e-12
    ) { kerple.bias(query: $0, key: $1, head: self.head) }
  }

  /// The distance as a fraction of the query's position, and what is made of it.
  func derivation(of fire: FIRE) -> Derivation {
    let distance = abs(Double(position) - Double(secondPosition))
    let whole = max(fire.threshold, Double(position))
    let fraction = fire.fraction(query: position, key: secondPosition)
    let value = fire.bias(query: position, key: secondPosition, head: head)
    let hand = Hand.logarithm(fire.scale * distance + 1) / Hand.logarithm(fire.scale * whole + 1)
    let (c, n, l) = (Derivation.eight(fire.scale), Numerals.plain(distance), Numerals.plain(whole))
    let steps =
      Derivation.chain(
        "x",
        [
          "ln(c·|q − k| + 1) / ln(c·max(L, q) + 1)", "ln(\(c)·\(n) + 1) / ln(\(c)·\(l) + 1)",
          Derivation.eight(fraction),
        ])
      + Derivation.chain(
        biasName, [fire.network == nil ? "−x" : "f(x)", Derivation.eight(value)])
    return biasTable(
      steps, numbers: [("distance", distance), ("fraction", fraction), ("bias", value)],
      identity: "|x − ln(c·|q−k|+1) / ln(c·L+1)|", residual: abs(fraction - hand), limit: 1e-12
    ) { fire.bias(query: $0, key: $1, head: self.head) }
  }

  /// b(q, k) of the head.
  private var biasName: String { "b(q, k)" }

  /// A derivation with the biases of three queries and as many keys below it.
  func biasTable(
    _ steps: [Derivation.Step], numbers: [(name: String, value: Double)], identity: String, residual: Double,
    limit: Double,
    _ bias: @escaping (_ query: Int, _ key: Int) -> Double
  ) -> Derivation {
    let first = workedPositions.first ?? 0
    return Derivation(
      steps, numbers: numbers, check: .init(identity: identity, residual: residual, limit: limit),
      columns: (first..<(first + 8)).map { .init(name: "k \($0)", key: $0) }
    ) { query, column in bias(query, first + column) }
  }

  /// The positions of the worked table: the first three, or those up to the one looked at.
  package var workedPositions: [Int] {
    let first = max(0, position - 2)
    return [first, first + 1, first + 2]
  }
}
