import Encodings

extension Recipe {
  /// Rotary encoding: the frequencies after the extension, and (1, 0) of each pair turned by them.
  static func rotary(_ rotary: Rotary) -> Recipe {
    let turn = Turn(
      dimension: rotary.dimension, rotaryDimension: rotary.rotaryDimension,
      readsNeighbours: rotary.layout != .halfSplit, writesNeighbours: rotary.layout == .interleaved)
    var recipe = Recipe(ending: .turned(layout: turn), result: "rotated")
    recipe.shared = [
      Step(name: "base", value: .number(rotary.base)),
      Step(
        name: "d", value: .number(Double(rotary.rotaryDimension)), english: "features that turn", chinese: "旋转的特征数"),
      Step(name: "i", value: .count(turn.pairs), english: "pairs", chinese: "特征对"),
    ]
    let plain: Term = .name("base").power(-2 * Term.name("i") / "d")
    recipe.shared += extended(plain, rotary)
    recipe.inRow.append(Step(name: "angle", value: .formula(Term.name("p") * "inv_freq")))
    let factor = rotary.spectrum.attentionFactor
    for (name, function) in [("cos", Term.Function.cos), ("sin", .sin)] {
      let wave: Term = .call(function, "angle")
      recipe.inRow.append(Step(name: name, value: .formula(factor == 1 ? wave : "attention_factor" * wave)))
    }
    return recipe
  }

  /// xPos: the rotation, its cosines and sines scaled as a query's are. A key's are divided by the scale instead.
  static func xPos(_ xPos: XPos) -> Recipe {
    var recipe = rotary(xPos.rotary)
    recipe.shared += [
      Step(name: "gamma", value: .number(xPos.gamma)), Step(name: "scale_base", value: .number(xPos.scaleBase)),
      Step(
        name: "zeta", value: .formula((2 * Term.name("i") / "d" + "gamma") / (1 + "gamma")),
        english: "decay of each pair",
        chinese: "每对的衰减"),
    ]
    let scale = Step(
      name: "scale", value: .formula(Term.name("zeta").power("p" / "scale_base")),
      english: "of a query; a key's is 1 / scale",
      chinese: "用于查询；键用 1 / scale")
    recipe.inRow =
      [scale]
      + recipe.inRow.map { step in
        guard step.name == "cos" || step.name == "sin", case .formula(let wave) = step.value else { return step }
        return Step(name: step.name, value: .formula("scale" * wave))
      }
    return recipe
  }

  /// From the plain frequencies to «inv_freq», and the attention factor where there is one.
  private static func extended(_ plain: Term, _ rotary: Rotary) -> [Step] {
    let unit = ("radians per position", "每个位置的弧度")
    func frequencies(_ formula: Term) -> Step {
      Step(name: "inv_freq", value: .formula(formula), english: unit.0, chinese: unit.1)
    }
    let before = Step(
      name: "plain", value: .formula(plain), english: "before the extension", chinese: "扩展之前")
    func factor(_ value: Double) -> Step {
      Step(name: "factor", value: .number(value), english: "by how much the context grows", chinese: "上下文放大的倍数")
    }
    switch rotary.scaling {
    case .none: return [frequencies(plain)]
    case .linear(let s): return [factor(s), frequencies(plain / "factor")]
    case .ntkAware(let s): return [factor(s)] + rebased(by: "factor", plain, rotary, frequencies)
    case .dynamicNTK(let s, let original):
      let length = max(rotary.length ?? original, original)
      let stretch = Step(
        name: "stretch",
        value: .formula("factor" * (Term.number(Double(length)) / .number(Double(original))) - ("factor" - 1)),
        english: "the factor at this length: 1 at the trained one", chinese: "此长度下的倍数：训练长度处为 1")
      return [factor(s), stretch] + rebased(by: "stretch", plain, rotary, frequencies)
    case .byParts(let parts):
      return [
        before, factor(parts.factor), turns(parts.originalLength),
        keep(("turns" - .number(parts.betaSlow)) / (.number(parts.betaFast) - .number(parts.betaSlow))),
        frequencies(mixed),
      ]
    case .llama3(let llama3): return [before, factor(llama3.factor)] + blended(llama3, frequencies)
    case .yarn(let yarn): return [before, factor(yarn.factor)] + ramped(yarn, rotary, frequencies)
    case .longRoPE(let longRoPE):
      let isLong = (rotary.length ?? 0) > longRoPE.originalLength
      let divisors = Step(
        name: "factors", value: .list(isLong ? longRoPE.longFactor : longRoPE.shortFactor),
        english: isLong ? "beyond the trained length" : "within the trained length",
        chinese: isLong ? "超过训练长度" : "训练长度之内")
      return [divisors, frequencies(plain / "factors")] + attention(rotary)
    case .proportional:
      let turning = rotary.spectrum.inverseFrequencies.count { $0.radians > 0 }
      return [
        frequencies(.choice(.less, "i", .number(Double(turning)), then: plain, otherwise: 0))
      ]
    case .morph(let morph): return between(morph, rotary, unit) + attention(rotary)
    }
  }

  /// ω(from)^(1−t) · ω(to)^t from the frequencies of both ends; the frequencies themselves where a pair stands still.
  private static func between(_ morph: Morph, _ rotary: Rotary, _ unit: (String, String)) -> [Step] {
    func frequencies(_ name: String, _ spectrum: Spectrum, _ english: String, _ chinese: String) -> Step {
      Step(
        name: name, value: .list(spectrum.inverseFrequencies.map(\.radians)), english: english, chinese: chinese)
    }
    let ends = [morph.from, morph.to].compactMap {
      try? Rotary(
        dimension: rotary.dimension, rotaryDimension: rotary.rotaryDimension, base: rotary.base, scaling: $0,
        length: rotary.length
      ).spectrum
    }
    guard ends.count == 2, ends.allSatisfy({ $0.inverseFrequencies.allSatisfy { $0.radians > 0 } }) else {
      return [frequencies("inv_freq", rotary.spectrum, unit.0, unit.1)]
    }
    return [
      frequencies("start", ends[0], morph.from.summary, morph.from.summary),
      frequencies("end", ends[1], morph.to.summary, morph.to.summary),
      Step(
        name: "t", value: .number(morph.share), english: "share of the way: no model runs with this",
        chinese: "过渡的份额：没有模型使用它"),
      Step(
        name: "inv_freq", value: .formula(Term.name("start").power(1 - "t") * Term.name("end").power("t")),
        english: unit.0, chinese: unit.1),
    ]
  }

  /// keep · ω + (1 − keep) · ω / s.
  private static let mixed: Term = "plain" * ("keep" + (1 - Term.name("keep")) / "factor")

  private static func turns(_ length: Int) -> Step {
    Step(
      name: "turns", value: .formula(.number(Double(length)) * "plain" / (2 * Term.pi)),
      english: "within the trained length", chinese: "训练长度之内的圈数")
  }

  private static func keep(_ share: Term) -> Step {
    Step(
      name: "keep", value: .formula(share.clipped(0, 1)), english: "1: left alone, 0: interpolated",
      chinese: "1：不动，0：插值")
  }

  /// base · stretch^(d/(d−2)).
  private static func rebased(
    by stretch: Term, _ plain: Term, _ rotary: Rotary, _ frequencies: (Term) -> Step
  ) -> [Step] {
    // A single pair turns at frequency 1 whatever the base.
    guard rotary.spectrum.pairCount > 1 else { return [frequencies(plain)] }
    let scaled: Term = "base" * stretch.power("d" / ("d" - 2))
    return [
      Step(name: "scaled_base", value: .formula(scaled)),
      frequencies(.name("scaled_base").power(-2 * Term.name("i") / "d")),
    ]
  }

  private static func blended(_ llama3: Llama3, _ frequencies: (Term) -> Step) -> [Step] {
    let (low, high) = (llama3.lowFreqFactor, llama3.highFreqFactor)
    guard low < high else {
      let kept: Term = .choice(.greater, "turns", .number(high), then: "plain", otherwise: "plain" / "factor")
      return [turns(llama3.originalLength), frequencies(kept)]
    }
    return [
      turns(llama3.originalLength), keep(("turns" - .number(low)) / (.number(high) - .number(low))),
      frequencies(mixed),
    ]
  }

  private static func ramped(_ yarn: YaRN, _ rotary: Rotary, _ frequencies: (Term) -> Step) -> [Step] {
    func end(_ name: String, turns: Double, isLow: Bool) -> Step {
      let share: Term = .number(Double(yarn.originalLength)) / (.number(turns) * 2 * .pi)
      let pair: Term = "d" * .call(.log, share) / (2 * Term.call(.log, "base"))
      let whole: Term = yarn.truncate ? .call(isLow ? .floor : .ceil, pair) : pair
      return Step(
        name: name, value: .formula(isLow ? .greatest(whole, 0) : .least(whole, "d" - 1)),
        english: "the pair that turns \(Self.written(turns)) times within the trained length",
        chinese: "训练长度之内转 \(Self.written(turns)) 圈的特征对")
    }
    let (low, high) = yarn.ramp(dimension: rotary.rotaryDimension, base: rotary.base)
    let width: Term = low == high ? 0.001 : "high" - "low"
    return [
      end("low", turns: yarn.betaFast, isLow: true), end("high", turns: yarn.betaSlow, isLow: false),
      keep(1 - ("i" - "low") / width), frequencies(mixed),
    ] + attention(rotary, of: yarn)
  }

  private static func written(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }

  /// What cosines and sines are multiplied by, where it is not 1.
  private static func attention(_ rotary: Rotary, of yarn: YaRN? = nil) -> [Step] {
    let factor = rotary.spectrum.attentionFactor
    guard factor != 1 else { return [] }
    var value: Value = .number(factor)
    if let yarn, yarn.attentionFactor == nil, yarn.mscale ?? 0 == 0 || yarn.mscaleAllDim ?? 0 == 0 {
      value = .formula(0.1 * Term.call(.log, "factor") + 1)
    }
    return [
      Step(name: "attention_factor", value: value, english: "on cosines and sines", chinese: "乘在余弦与正弦上")
    ]
  }
}
