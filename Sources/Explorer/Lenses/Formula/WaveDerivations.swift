import Encodings
import Screen

extension Scene {
  /// PE(p, 2i) = sin(p / b^(2i/d)) and its cosine, filled in.
  func derivation(
    of sinusoidal: Sinusoidal, at position: Int, sign: String, _ language: Language
  ) -> Derivation {
    let (pair, dimension, base) = (pair, sinusoidal.dimension, sinusoidal.base)
    let pairs = sinusoidal.spectrum.pairCount
    let isPaper = sinusoidal.ladder == .paper
    let exponent = isPaper ? 2 * Double(pair) / Double(dimension) : Double(pair) / Double(max(1, pairs - 1))
    let (letters, numbers) =
      isPaper ? ("2i/d", "\(2 * pair)/\(dimension)") : ("i/(d/2−1)", "\(pair)/\(max(1, pairs - 1))")
    let divisor = Hand.power(base, exponent)
    let (p, angle) = (Derivation.whole(position), Double(position) / divisor)
    let columns = sinusoidal.layout == .interleaved ? [2 * pair, 2 * pair + 1] : [pair, pair + pairs]
    let names = sinusoidal.layout == .interleaved ? ["2i", "2i+1"] : ["i", "i+d/2"]
    let first = columns.first ?? 0
    var steps: [Derivation.Step] = []
    var residual = 0.0
    let vector = sinusoidal.vector(at: position)
    for (column, name) in zip(columns, names) {
      guard let part = sinusoidal.component(column), part.pair == pair else { continue }
      let wave = part.isCosine ? "cos" : "sin"
      let value = part.isCosine ? Hand.cosine(angle) : Hand.sine(angle)
      steps += Derivation.chain(
        "\(sign)(p, \(name))",
        [
          "\(wave)(p / \(Numerals.plain(base))^(\(letters)))",
          "\(wave)(\(p) / \(Numerals.plain(base))^(\(numbers)))",
          "\(wave)(\(p) / \(Derivation.eight(divisor)))", "\(wave)(\(Derivation.eight(angle)))",
          Derivation.six(value),
        ])
      residual = max(residual, abs(value - vector[column]))
    }
    return Derivation(
      steps,
      numbers: [
        ("divisor", divisor), ("angle_rad", angle), ("sin", Hand.sine(angle)), ("cos", Hand.cosine(angle)),
      ],
      check: .init(
        identity: "|\(sign)(p, j) − sin, cos(p / b^(\(letters)))|", residual: residual,
        limit: handTolerance(angle: angle, divisor: divisor)),
      columns: (0..<max(0, dimension - first)).map {
        .init(name: "j \(first + $0)", pair: sinusoidal.component(first + $0)?.pair)
      }
    ) { position, column in
      let row = sinusoidal.vector(at: position)
      let index = first + column
      return row.indices.contains(index) ? row[index] : 0
    }
  }

  /// Transformer-XL's R, the same waves of the distance query − key; the table has the rows that queries near by meet at the
  /// same key.
  func derivation(of transformerXL: TransformerXL, _ language: Language) -> Derivation {
    let key = secondPosition
    func clamped(_ distance: Int) -> Int {
      let most = transformerXL.clampLength ?? Int(distance.magnitude)
      return min(max(-most, distance), most)
    }
    let (distance, shown) = (position - key, clamped(position - key))
    let waves = derivation(of: transformerXL.sinusoidal, at: shown, sign: "R", language)
    let note = Derivation.note(
      "p = q − k = \(position) − \(key) = \(Derivation.whole(distance))"
        + (shown != distance
          ? language(", clamped to \(Derivation.whole(shown))", "，截断为 \(Derivation.whole(shown))") : ""))
    return Derivation(
      [note] + waves.steps, numbers: [("distance", Double(shown))] + waves.numbers, check: waves.check,
      columns: waves.columns
    ) { query, column in
      waves.value(clamped(query - key), column)
    }
  }

  /// The angle of a pair, its rotation, and what becomes of the two features.
  func derivation(of rotary: Rotary, _ language: Language) -> Derivation {
    let (pair, dimension, base) = (pair, rotary.rotaryDimension, rotary.base)
    let frequency = rotary.spectrum[pair]
    let plain = 1 / Hand.power(base, 2 * Double(pair) / Double(dimension))
    let phase = frequency.phase(at: position)
    let scale = rotary.spectrum.attentionFactor
    let (sine, cosine) = (phase.sine * scale, phase.cosine * scale)
    let angle = frequency.angle(at: position)
    var omega = [
      "1 / b^(2i/d)", "1 / \(Numerals.plain(base))^(\(2 * pair)/\(dimension))",
      language("\(Derivation.eight(plain)) rad a position", "\(Derivation.eight(plain)) rad/位置"),
    ]
    if rotary.scaling != .none {
      let ratio = plain == 0 ? 1 : frequency.radians / plain
      omega.append(
        "\(rotary.scaling.summary): × \(Derivation.eight(ratio)) = \(Derivation.eight(frequency.radians))")
    }
    let (first, second) = rotary.layout.features(ofPair: pair, dimension: dimension)
    let (firstOut, secondOut) = rotary.layout.outputFeatures(ofPair: pair, dimension: dimension)
    let (c, s) = (Derivation.six(cosine), Derivation.six(abs(sine)))
    let (minus, plus) = sine < 0 ? ("+", "−") : ("−", "+")
    var steps = Derivation.chain("ω", omega)
    steps += Derivation.chain(
      "p·ω",
      [
        "\(position) · \(Derivation.eight(frequency.radians))",
        "\(Derivation.eight(angle)) rad = \(Derivation.eight(frequency.turns(at: position)))"
          + language(" turns", " 圈"),
      ])
    steps += Derivation.chain(
      "q′[\(firstOut)]",
      [
        "\(factor(scale))q[\(first)]·cos − \(factor(scale))q[\(second)]·sin",
        "\(c)·q[\(first)] \(minus) \(s)·q[\(second)]",
      ])
    steps += Derivation.chain(
      "q′[\(secondOut)]",
      [
        "\(factor(scale))q[\(second)]·cos + \(factor(scale))q[\(first)]·sin",
        "\(c)·q[\(second)] \(plus) \(s)·q[\(first)]",
      ])
    let residual = max(
      abs(phase.cosine - Hand.cosine(angle)), abs(phase.sine - Hand.sine(angle)),
      rotary.scaling == .none ? abs(frequency.radians / plain - 1) : 0)
    return Derivation(
      steps,
      numbers: [
        ("inv_freq_plain_rad", plain), ("inv_freq_rad", frequency.radians), ("angle_rad", angle),
        ("turns", frequency.turns(at: position)), ("cos", cosine), ("sin", sine),
      ],
      check: .init(
        identity: "|R(p) − (cos p·ω, sin p·ω)|", residual: residual, limit: handTolerance(angle: angle)),
      columns: (pair..<rotary.spectrum.pairCount).flatMap { pair in
        ["cos", "sin"].map { .init(name: "\($0) \(pair)", pair: pair) }
      }
    ) { position, column in
      let phase = rotary.spectrum[pair + column / 2].phase(at: position)
      return (column.isMultiple(of: 2) ? phase.cosine : phase.sine) * scale
    }
  }

  /// The rotation, and the decay of the pair at the position.
  func derivation(of xPos: XPos, _ language: Language) -> Derivation {
    let turned = derivation(of: xPos.rotary, language)
    let (dimension, pair) = (xPos.rotary.rotaryDimension, pair)
    let gamma = Numerals.plain(xPos.gamma)
    let decay = (2 * Double(pair) / Double(dimension) + xPos.gamma) / (1 + xPos.gamma)
    let scale = Hand.power(decay, Double(position) / xPos.scaleBase)
    var steps = Derivation.chain(
      "ζ",
      ["(2i/d + γ) / (1 + γ)", "(\(2 * pair)/\(dimension) + \(gamma)) / (1 + \(gamma))", Derivation.eight(decay)])
    steps += Derivation.chain(
      "ζ^(p/s)",
      ["\(Derivation.eight(decay))^(\(position)/\(Numerals.plain(xPos.scaleBase)))", Derivation.eight(scale)])
    steps.append(
      Derivation.note(language("q′ is multiplied by ζ^(p/s), k′ divided by it", "q′ 乘以 ζ^(p/s)，k′ 除以它")))
    let residual = abs(xPos.scale(ofPair: pair, over: position) - scale)
    // The rounding of ζ counts as often as it is multiplied with itself.
    let limit = 1e-14 * (1 + Double(position) / xPos.scaleBase)
    let check = PaneFrame.Check(
      identity: language(
        "|ζ^(p/s) − e^(p·ln ζ/s)|, |R(p) − (cos, sin)|", "|ζ^(p/s) − e^(p·ln ζ/s)|、|R(p) − (cos, sin)|"),
      residual: max(residual, turned.check?.residual ?? 0), limit: max(limit, turned.check?.limit ?? 0))
    let numbers = turned.numbers + [("zeta", decay), ("scale", scale)]
    return Derivation(turned.steps + steps, numbers: numbers, check: check, columns: turned.columns) {
      position, column in
      turned.value(position, column) * xPos.scale(ofPair: pair + column / 2, over: position)
    }
  }

  private func factor(_ scale: Double) -> String {
    scale == 1 ? "" : "\(Numerals.significant(scale, digits: 6))·"
  }
}
