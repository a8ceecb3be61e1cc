/// Writes a recipe in Swift, with Foundation alone.
struct SwiftWriter: SnippetWriter {
  let recipe: Recipe
  let positions: SnippetPositions
  let language: Language
  private(set) var lines: [Snippet.Line] = []

  init(recipe: Recipe, positions: SnippetPositions, language: Language) {
    (self.recipe, self.positions, self.language) = (recipe, positions, language)
  }

  var result: String { recipe.result }

  mutating func write() {
    add("import Foundation")
    add("")
    writeHelpers()
    writeRows()
    for step in recipe.shared { write(step, indent: "") }
    switch recipe.ending {
    case .turned(let turn): writeFeatures(turn)
    case .rows(let table, _), .gathered(let table, _, _): writeLoading(table)
    default: break
    }
    add("let \(result) = \(rows).map { \(recipe.rowName) -> [Double] in")
    var steps = recipe.inRow
    if case .columns(let name) = recipe.ending, steps.last?.name == name, let last = steps.popLast() {
      for step in steps { write(step, indent: "  ") }
      if case .formula(let formula) = last.value {
        add("  return \(computed(formula))", language(last.english, last.chinese))
      }
    } else if case .single(let name) = recipe.ending, steps.last?.name == name, let last = steps.popLast() {
      if case .formula(let formula) = last.value {
        add("  return [\(computed(formula))]", language(last.english, last.chinese))
      }
    } else {
      for step in steps { write(step, indent: "  ") }
      writeEnding()
    }
    add("}")
  }

  private mutating func add(_ code: String, _ comment: String = "") {
    lines.append(.init(code: code, comment: comment))
  }

  private var rows: String { recipe.rowName == "q" ? "queries" : "positions" }

  private mutating func writeHelpers() {
    if recipe.functions.contains(.bfloat16) {
      add("func bfloat16(_ x: Double) -> Double {", language("8 significant bits, ties to even", "8 位有效数字，居中值取偶"))
      add("  let bits = Float(x).bitPattern")
      add("  return Double(Float(bitPattern: (bits &+ 0x7FFF &+ (bits >> 16 & 1)) & 0xFFFF_0000))")
      add("}")
    }
    guard let network = recipe.network else { return }
    for (name, values) in [
      ("inputWeights", network.inputWeights), ("hiddenBiases", network.hiddenBiases),
      ("outputWeights", network.outputWeights),
    ] {
      write(name, values, "")
    }
    add("func network(_ x: Double) -> Double {", language("one hidden layer of rectified units", "一个隐藏层，ReLU"))
    add("  let hidden = zip(inputWeights, hiddenBiases).map { max($0 * x + $1, 0) }")
    add("  return zip(hidden, outputWeights).reduce(\(literal(network.outputBias))) { $0 + $1.0 * $1.1 }")
    add("}")
  }

  private mutating func writeRows() {
    let what = recipe.rowName == "q" ? language("queries", "查询") : language("positions", "位置")
    switch positions {
    case .listed(let all):
      add("let \(rows): [Double] = [\(all.map { "\($0)" }.joined(separator: ", "))]", what)
    case .stepped(let start, let count, let step):
      add("let \(rows) = Array(stride(from: \(start).0, to: \(start + count * step), by: \(step)))", what)
    }
  }

  private mutating func write(_ name: String, _ values: [Double], _ comment: String) {
    add("let \(name) = [", comment)
    for line in wrappedList(values.map { "\($0)" }, indent: "  ") { add(line) }
    add("]")
  }

  private mutating func write(_ step: Recipe.Step, indent: String) {
    let comment = language(step.english, step.chinese)
    let name = SwiftFormula.name(step.name)
    switch step.value {
    case .number(let value):
      add("\(indent)let \(name) = \(literal(value) == "\(value)" ? "\(value)" : literal(value) + ".0")", comment)
    case .list(let values): write(name, values, comment)
    case .count(let count): add("\(indent)let \(name) = (0..<\(count)).map(Double.init)", comment)
    case .keys: add("\(indent)let \(name) = \(rows)", comment)
    case .formula(let formula): add("\(indent)let \(name) = \(computed(formula))", comment)
    }
  }

  /// A formula over whole columns: each column it needs is gone through at once.
  private func computed(_ formula: Term) -> String {
    let columns = formula.names.filter(recipe.columnNames.contains)
    if case .name(let name) = formula { return SwiftFormula.name(name) }
    switch columns.count {
    case 0: return SwiftFormula(places: [:]).text(of: formula)
    case 1:
      return "\(SwiftFormula.name(columns[0])).map { \(SwiftFormula(places: [columns[0]: "$0"]).text(of: formula)) }"
    default:
      // Two columns are «$0» and «$1»; the first of three and more become pairs of pairs.
      var places = [columns[0]: "$0", columns[1]: "$1"]
      var zipped = "zip(\(SwiftFormula.name(columns[0])), \(SwiftFormula.name(columns[1])))"
      for name in columns.dropFirst(2) {
        for earlier in places.keys {
          places[earlier] = places[earlier].map { $0 == "$1" ? "$0.1" : "$0.0" + $0.dropFirst(2) }
        }
        places[name] = "$1"
        zipped = "zip(\(zipped), \(SwiftFormula.name(name)))"
      }
      return "\(zipped).map { \(SwiftFormula(places: places).text(of: formula)) }"
    }
  }
}

extension SwiftWriter {
  fileprivate mutating func writeFeatures(_ turn: Recipe.Turn) {
    let (half, end) = (turn.pairs, turn.rotaryDimension)
    let isFirst = turn.readsNeighbours ? "$0 < \(end) && $0 % 2 == 0" : "$0 < \(half)"
    add(
      "let x = (0..<\(turn.dimension)).map { \(isFirst) ? 1.0 : 0 }",
      language("a head's features: (1, 0) in each pair", "一个头的特征：每对为 (1, 0)"))
  }

  fileprivate mutating func writeEnding() {
    switch recipe.ending {
    case .columns(let name): add("  return \(SwiftFormula.name(name))")
    case .single(let name): add("  return [\(SwiftFormula.name(name))]")
    case .pairs(let first, let second, let isInterleaved, let width, let padding):
      let (a, b) = (SwiftFormula.name(first), SwiftFormula.name(second))
      var row = isInterleaved ? "zip(\(a), \(b)).flatMap { [$0, $1] }" : "\(a) + \(b)"
      if case .count(let pairs)? = recipe.shared.first(where: { $0.name == "i" })?.value, width < 2 * pairs {
        row = "Array((\(row)).prefix(\(width)))"
      }
      if padding > 0 { row += " + [0]" }
      add("  return \(row)", isInterleaved ? language("interleaved", "交错") : language("half-split", "对半"))
    case .turned(let turn):
      let half = turn.pairs
      add("  var row = x", turn.rotaryDimension < turn.dimension ? language("the rest passes through", "其余原样通过") : "")
      add("  for pair in 0..<\(half) {")
      if turn.readsNeighbours {
        add("    let (a, b) = (x[2 * pair], x[2 * pair + 1])", language("pairs of neighbours", "相邻成对"))
      } else {
        add(
          "    let (a, b) = (x[pair], x[pair + \(half)])", language("pairs (i, i + \(half))", "成对 (i, i + \(half))"))
      }
      let (first, second) = turn.writesNeighbours ? ("2 * pair", "2 * pair + 1") : ("pair", "pair + \(half)")
      add("    row[\(first)] = a * cosine[pair] - b * sine[pair]", language("turned by the angle", "按角度旋转"))
      add("    row[\(second)] = b * cosine[pair] + a * sine[pair]")
      add("  }")
      add("  return row")
    case .rows(_, let offset):
      add(
        "  let first = (Int(p)\(offset == 0 ? "" : " + \(offset)")) * columns",
        offset == 0 ? "" : language("position 0 is row \(offset)", "位置 0 对应第 \(offset) 行（从 0 数起）"))
      add("  return weights[first..<first + columns].map(Double.init)")
    case .gathered(_, let bucket, let head):
      add(
        "  return \(SwiftFormula.name(bucket)).map { Double(weights[Int($0) * columns + \(head)]) }",
        language("head \(head)", "头 \(head)"))
    }
  }

  /// Reads 32-bit numbers with what Foundation has.
  fileprivate mutating func writeLoading(_ table: Recipe.StoredTable) {
    add("let file = try Data(contentsOf: URL(filePath: \(quoted(table.path))))")
    if table.path.hasSuffix(".npy") {
      add(
        "let start = 10 + Int(file[8]) + 256 * Int(file[9])",
        language("after the header, 32-bit numbers", "文件头之后，32 位数"))
      add("let header = String(decoding: file[10..<start], as: UTF8.self)")
      add("guard let columns = header.split(whereSeparator: { !$0.isNumber }).last.flatMap({ Int($0) }) else {")
      add("  fatalError(\"the header states no shape\")")
      add("}")
      add("let bytes = [UInt8](file[start...])")
    } else {
      add(
        "let length = (0..<8).reduce(0) { $0 | Int(file[$1]) << (8 * $1) }",
        language("of the header, JSON", "JSON 文件头的长度"))
      add(
        "struct Tensor: Decodable { let shape, data_offsets: [Int]? }",
        language("the metadata has neither", "元数据两者皆无"))
      add("let header = try JSONDecoder().decode([String: Tensor].self, from: file[8..<8 + length])")
      add("guard let tensor = header[\(quoted(table.tensor))], let columns = tensor.shape?.last,")
      add("  let place = tensor.data_offsets, place.count == 2", language("32-bit numbers", "32 位数"))
      add("else { fatalError(\"the header does not name the tensor\") }")
      add("let bytes = [UInt8](file[(8 + length + place[0])..<(8 + length + place[1])])")
    }
    add("let weights = bytes.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }")
  }
}
