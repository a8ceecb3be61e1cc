import Encodings

extension Recipe {
  /// What an encoding's recipe is made for.
  struct Request {
    /// The attention head of a bias, from 0.
    var head = 0
    /// Where learned numbers are stored.
    var storage: StoredTable
  }

  /// The recipe of an encoding.
  init(_ encoding: Encoding, _ request: Request) {
    switch encoding {
    case .none:
      self.init(rowName: "q", ending: .columns("bias"), result: "bias")
      shared = [Step(name: "k", value: .keys, english: "keys", chinese: "键")]
      inRow = [
        Step(
          name: "bias", value: .formula(0 * ("q" - "k" as Term)), english: "no position: nothing is added",
          chinese: "没有位置编码：什么都不加")
      ]
    case .integer(let integer): self = .integer(integer)
    case .oneHot(let oneHot): self = .oneHot(oneHot)
    case .sinusoidal(let sinusoidal): self = .sinusoidal(sinusoidal)
    case .learned(let table):
      self.init(ending: .rows(request.storage, offset: table.offset), result: "table")
    case .rotary(let rotary): self = .rotary(rotary)
    case .xPos(let xPos): self = .xPos(xPos)
    case .transformerXL(let transformerXL): self = .transformerXL(transformerXL)
    case .alibi(let alibi): self = .alibi(alibi, head: request.head)
    case .t5(let t5): self = .t5(t5, request)
    case .shaw(let shaw): self = .shaw(shaw)
    case .deberta(let deberta): self = .deberta(deberta)
    case .kerple(let kerple): self = .kerple(kerple, head: request.head)
    case .fire(let fire): self = .fire(fire, head: request.head)
    }
  }
}

// MARK: - Vectors

extension Recipe {
  private static func integer(_ integer: IntegerPosition) -> Recipe {
    var recipe = Recipe(ending: .single("table"), result: "table")
    guard let length = integer.length else {
      recipe.inRow = [
        Step(
          name: "table", value: .formula("p"), english: "the position itself", chinese: "位置本身")
      ]
      return recipe
    }
    recipe.shared = [Step(name: "length", value: .number(Double(length)))]
    recipe.inRow = [
      Step(
        name: "table", value: .formula(Term.name("p") / "length"), english: "as a share of the length",
        chinese: "占长度的比例")
    ]
    return recipe
  }

  private static func oneHot(_ oneHot: OneHot) -> Recipe {
    Recipe(
      shared: [Step(name: "j", value: .count(oneHot.rows), english: "features", chinese: "特征")],
      inRow: [
        Step(
          name: "table", value: .formula(.choice(.equal, "j", "p", then: 1, otherwise: 0)),
          english: "a one at the position", chinese: "在该位置上为一")
      ], ending: .columns("table"), result: "table")
  }

  private static func sinusoidal(_ sinusoidal: Sinusoidal) -> Recipe {
    waves(of: "p", sinusoidal)
  }

  private static func transformerXL(_ transformerXL: TransformerXL) -> Recipe {
    var recipe = waves(of: "distance", transformerXL.sinusoidal)
    let distance: Term =
      transformerXL.clampLength.map { Term.name("p").clipped(.number(-Double($0)), .number(Double($0))) }
      ?? "p"
    recipe.inRow.insert(
      Step(
        name: "distance", value: .formula(distance), english: "query - key; R counts it down",
        chinese: "查询 - 键；R 中自大而小"), at: 0)
    return recipe
  }

  /// Sines and cosines of positions or distances, as columns of a table.
  private static func waves(of row: Term, _ sinusoidal: Sinusoidal) -> Recipe {
    let pairs = sinusoidal.spectrum.pairCount
    let width = min(sinusoidal.dimension, 2 * pairs)
    let isPaper = sinusoidal.ladder == .paper
    let steps = isPaper ? sinusoidal.dimension : max(1, sinusoidal.dimension / 2 - 1)
    let exponent: Term = isPaper ? -2 * Term.name("i") / "d" : -Term.name("i") / .number(Double(steps))
    var recipe = Recipe(
      ending: .pairs(
        first: "sin", second: "cos", isInterleaved: sinusoidal.layout == .interleaved, width: width,
        padding: sinusoidal.dimension - width), result: "table")
    recipe.shared = [Step(name: "base", value: .number(sinusoidal.base))]
    if isPaper {
      recipe.shared.append(
        Step(name: "d", value: .number(Double(sinusoidal.dimension)), english: "features", chinese: "特征数"))
    }
    recipe.shared += [
      Step(name: "i", value: .count(pairs), english: "pairs", chinese: "特征对"),
      Step(
        name: "inv_freq", value: .formula(Term.name("base").power(exponent)),
        english: isPaper ? "radians per position" : "radians per position; the last is 1 / base",
        chinese: isPaper ? "每个位置的弧度" : "每个位置的弧度；最后一个是 1 / base"),
    ]
    recipe.inRow = [
      Step(name: "angle", value: .formula(row * "inv_freq")),
      Step(name: "sin", value: .formula(.call(.sin, "angle"))),
      Step(name: "cos", value: .formula(.call(.cos, "angle"))),
    ]
    return recipe
  }
}
