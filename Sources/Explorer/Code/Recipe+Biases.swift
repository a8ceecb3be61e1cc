import Encodings

extension Recipe {
  private static let keys = Step(name: "k", value: .keys, english: "keys", chinese: "键")
  private static let distance = Step(name: "distance", value: .formula(.call(.abs, "q" - "k")))

  /// A bias over queries (rows) and keys (columns).
  private static func bias(shared: [Step], inRow: [Step], result: String = "bias") -> Recipe {
    Recipe(rowName: "q", shared: shared + [keys], inRow: inRow, ending: .columns(result), result: result)
  }

  static func alibi(_ alibi: ALiBi, head: Int) -> Recipe {
    var power = 1
    while power * 2 <= alibi.heads { power *= 2 }
    let most = Term.number(alibi.maxExponent)
    // Past the power of two: every second slope of the doubled set.
    let exponent: Term =
      head < power
      ? -most * ("head" + 1) / .number(Double(power))
      : -most * (2 * ("head" - .number(Double(power))) + 1) / .number(Double(2 * power))
    let slope: Term = Term.number(2).power(exponent)
    let isRounded = alibi.form == .keyPositionInBFloat16
    let shared = [
      Step(
        name: "head", value: .number(Double(head)), english: "of \(alibi.heads), from 0",
        chinese: "共 \(alibi.heads) 个，从 0 起"),
      Step(name: "slope", value: .formula(isRounded ? .call(.bfloat16, slope) : slope)),
    ]
    let value: Term =
      switch alibi.form {
      case .distance: -"slope" * .call(.abs, "q" - "k")
      case .keyPosition: "slope" * "k" + 0 * Term.name("q")
      case .lastKey(let length): "slope" * ("k" - .number(Double(length - 1))) + 0 * Term.name("q")
      case .keyPositionInBFloat16:
        .call(.bfloat16, "slope" * .call(.bfloat16, "k")) + 0 * Term.name("q")
      }
    return bias(shared: shared, inRow: [Step(name: "bias", value: .formula(value))])
  }

  static func kerple(_ kerple: KERPLE, head: Int) -> Recipe {
    let place = kerple.scales.indices.contains(head) ? head : 0
    let value: Term =
      kerple.kernel == .logarithmic
      ? -"scale" * .call(.log1p, "rate" * Term.name("distance"))
      : -"scale" * Term.name("distance").power("rate")
    return bias(
      shared: [
        Step(
          name: "scale", value: .number(kerple.scales[place]), english: "learned, head \(place)",
          chinese: "训练得到，头 \(place)"),
        Step(name: "rate", value: .number(kerple.rates[place])),
      ], inRow: [distance, Step(name: "bias", value: .formula(value))])
  }

  static func fire(_ fire: FIRE, head: Int) -> Recipe {
    let reached: Term = .call(.log1p, "scale" * Term.greatest("q", "threshold"))
    let fraction: Term = .call(.log1p, "scale" * Term.name("distance")) / "reach"
    var recipe = bias(
      shared: [
        Step(name: "scale", value: .number(fire.scale)),
        Step(name: "threshold", value: .number(fire.threshold)),
      ],
      inRow: [
        distance,
        Step(name: "reach", value: .formula(reached)),
        Step(
          name: "fraction", value: .formula(fraction), english: "0 to 1 however long the text",
          chinese: "文本再长也在 0 到 1 之间"),
        Step(
          name: "bias", value: .formula(fire.network == nil ? -"fraction" : .call(.network, "fraction")),
          english: fire.network == nil ? "the plainest function that falls" : "the learned function",
          chinese: fire.network == nil ? "最简单的下降函数" : "训练得到的函数"),
      ])
    if let network = fire.network {
      let place = network.outputWeights.indices.contains(head) ? head : 0
      recipe.network = Network(
        inputWeights: network.inputWeights, hiddenBiases: network.hiddenBiases,
        outputWeights: network.outputWeights[place], outputBias: network.outputBiases[place])
    }
    return recipe
  }

  static func shaw(_ shaw: Shaw) -> Recipe {
    let counted: Term = shaw.direction == .keyMinusQuery ? "k" - Term.name("q") : "q" - Term.name("k")
    let (left, right) = (Double(shaw.left), Double(shaw.right))
    return bias(
      shared: [],
      inRow: [
        Step(
          name: "bucket", value: .formula(counted.clipped(.number(-left), .number(right)) + .number(left)),
          english: "which of \(shaw.bucketCount) learned vectors", chinese: "\(shaw.bucketCount) 个训练得到的向量中的哪一个")
      ], result: "bucket")
  }

  static func t5(_ t5: T5Bias, _ request: Request) -> Recipe {
    let side = Double(t5.bidirectional ? t5.bucketCount / 2 : t5.bucketCount)
    let exact = Double(Int(side) / 2)
    let distance: Term =
      t5.bidirectional ? .call(.abs, "k" - Term.name("q")) : .greatest("q" - Term.name("k"), 0)
    // At least 1, because the logarithm of 0 is none and not looked at.
    let growth: Term =
      .call(.log, Term.greatest("distance", 1) / "exact")
      / .call(.log, .number(Double(t5.maxDistance)) / "exact") * ("side" - "exact")
    let far: Term = "exact" + .call(.floor, growth)
    var inRow = [
      Step(name: "distance", value: .formula(distance)),
      Step(name: "far", value: .formula(.least(far, "side" - 1)), english: "logarithmic", chinese: "对数增长"),
    ]
    let near: Term = .choice(.less, "distance", "exact", then: "distance", otherwise: "far")
    if t5.bidirectional {
      inRow += [
        Step(name: "near", value: .formula(near)),
        Step(
          name: "bucket", value: .formula("near" + .choice(.greater, "k", "q", then: "side", otherwise: 0)),
          english: "keys after the query: the other half", chinese: "查询之后的键：另一半"),
      ]
    } else {
      inRow.append(Step(name: "bucket", value: .formula(near)))
    }
    var recipe = bias(
      shared: [
        Step(
          name: "side", value: .number(side), english: t5.bidirectional ? "buckets of one direction" : "buckets",
          chinese: t5.bidirectional ? "一个方向的桶数" : "桶数"),
        Step(name: "exact", value: .number(exact), english: "buckets of one distance", chinese: "只含一个距离的桶数"),
      ], inRow: inRow, result: "bucket")
    if !t5.biases.isEmpty {
      recipe.ending = .gathered(request.storage, bucket: "bucket", head: request.head)
      recipe.result = "bias"
    }
    return recipe
  }

  static func deberta(_ deberta: DeBERTa) -> Recipe {
    let index: Term =
      Term.name("signed").clipped(-"span", "span" - 1) + "span"
    var shared = [
      Step(
        name: "span", value: .number(Double(deberta.span)), english: "half of the learned vectors",
        chinese: "训练得到的向量的一半"
      )
    ]
    var inRow = [Step(name: "difference", value: .formula("q" - Term.name("k")))]
    var signed: Term = "difference"
    if let buckets = deberta.buckets {
      shared.append(
        Step(
          name: "exact", value: .number(Double(buckets / 2)), english: "distances with a bucket each",
          chinese: "各有一桶的距离数"))
      let ratio: Term =
        .call(.log, Term.greatest(.call(.abs, "difference"), 1) / "exact")
        / .call(.log, .number(Double(deberta.maxDistance - 1)) / "exact")
      inRow.append(
        Step(
          name: "far", value: .formula("exact" + .call(.ceil, ratio * ("exact" - 1))), english: "logarithmic",
          chinese: "对数增长"))
      signed = .choice(
        .lessOrEqual, .call(.abs, "difference"), "exact", then: "difference",
        otherwise: .call(.sign, "difference") * "far")
    }
    inRow += [
      Step(name: "signed", value: .formula(signed)),
      Step(
        name: "bucket", value: .formula(index), english: "which vector the query's content meets",
        chinese: "查询内容遇到的向量"),
    ]
    return bias(shared: shared, inRow: inRow, result: "bucket")
  }
}
