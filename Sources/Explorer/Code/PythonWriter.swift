/// Writes a recipe in Python, with NumPy or PyTorch.
struct PythonWriter: SnippetWriter {
  let recipe: Recipe
  let positions: SnippetPositions
  let language: Language
  let isTorch: Bool
  private(set) var lines: [Snippet.Line] = []

  init(recipe: Recipe, positions: SnippetPositions, language: Language, isTorch: Bool) {
    (self.recipe, self.positions, self.language, self.isTorch) = (recipe, positions, language, isTorch)
  }

  var result: String { recipe.result }
  var library: String { isTorch ? "torch" : "np" }

  mutating func write() {
    writeImports()
    writeHelpers()
    writeRows()
    var arrays = recipe.columnNames
    arrays.insert(recipe.rowName)
    for step in recipe.steps { write(step, &arrays) }
    writeEnding()
  }

  mutating func add(_ code: String, _ comment: String = "") { lines.append(.init(code: code, comment: comment)) }

  private var storage: Recipe.StoredTable? {
    switch recipe.ending {
    case .rows(let table, _), .gathered(let table, _, _): table
    default: nil
    }
  }

  private mutating func writeImports() {
    let formulas = PythonFormula(
      library: library, isTorch: isTorch, arrays: recipe.columnNames.union([recipe.rowName]))
    if isTorch {
      let usesMath = recipe.steps.contains { step in
        if case .formula(let formula) = step.value { formulas.text(of: formula).contains("math.") } else { false }
      }
      if usesMath { add("import math") }
      if let storage, storage.path.hasSuffix(".npy") { add("import numpy as np") }
      add("import torch")
    } else {
      add("import numpy as np")
    }
    if let storage, !storage.path.hasSuffix(".npy") {
      add("from safetensors.\(isTorch ? "torch" : "numpy") import load_file")
    }
    add("")
    if isTorch { add("torch.set_default_dtype(torch.float64)", language("as exact as the screen", "与屏幕一样精确")) }
  }

  private mutating func writeHelpers() {
    if recipe.functions.contains(.bfloat16) {
      add("def bfloat16(x):", language("8 significant bits, ties to even", "8 位有效数字，居中值取偶"))
      if isTorch {
        add("    return torch.as_tensor(x).to(torch.bfloat16).double()")
      } else {
        add("    bits = np.asarray(x, np.float32).view(np.uint32)")
        add("    bits = (bits + 0x7FFF + (bits >> 16 & 1)) & np.uint32(0xFFFF0000)")
        add("    return bits.view(np.float32).astype(np.float64)")
      }
      add("")
    }
    guard let network = recipe.network else { return }
    write("w_in", network.inputWeights)
    write("b_in", network.hiddenBiases)
    write("w_out", network.outputWeights)
    add("def network(x):", language("one hidden layer of rectified units", "一个隐藏层，ReLU"))
    let inner = "x[..., None] * w_in + b_in"
    let hidden = isTorch ? "torch.relu(\(inner))" : "np.maximum(\(inner), 0)"
    add("    return \(hidden) @ w_out + \(literal(network.outputBias))")
    add("")
  }

  /// The positions of the rows: a column, so that it meets every column of the result.
  private mutating func writeRows() {
    var isWhole = false
    if case .rows = recipe.ending { isWhole = true }
    let range: String
    switch positions {
    case .listed(let all):
      let items = all.map { isTorch && !isWhole ? "\($0)." : "\($0)" }.joined(separator: ", ")
      range = isTorch ? "torch.tensor([\(items)])" : "np.array([\(items)])"
    case .stepped(let start, let count, let step):
      let stop = start + count * step
      range = "\(library).arange(\(start)\(isTorch && !isWhole ? "." : ""), \(stop)\(step == 1 ? "" : ", \(step)"))"
    }
    let what =
      recipe.rowName == "q" ? language("queries, a column", "查询，一列") : language("positions, a column", "位置，一列")
    add("\(recipe.rowName) = \(range)\(isWhole ? "" : "[:, None]")", isWhole ? language("positions", "位置") : what)
  }

  private mutating func write(_ name: String, _ values: [Double], _ comment: String = "") {
    let items = values.map { "\($0)" }
    add("\(name) = \(isTorch ? "torch.tensor" : "np.array")([", comment)
    for line in wrappedList(items, indent: "    ") { add(line) }
    add("])")
  }

  private mutating func write(_ step: Recipe.Step, _ arrays: inout Set<String>) {
    let comment = language(step.english, step.chinese)
    switch step.value {
    case .number(let value): add("\(step.name) = \(literal(value))", comment)
    case .list(let values): write(step.name, values, comment)
    case .count(let count): add("\(step.name) = \(library).arange(\(count)\(isTorch ? "." : ""))", comment)
    case .keys: add("\(step.name) = \(recipe.rowName)[:, 0]", comment)
    case .formula(let formula):
      if formula.names.contains(where: arrays.contains) { arrays.insert(step.name) }
      add(
        "\(step.name) = \(PythonFormula(library: library, isTorch: isTorch, arrays: arrays).text(of: formula))",
        comment)
    }
  }
}

extension PythonWriter {
  private func joined(_ parts: String) -> String {
    isTorch ? "torch.cat([\(parts)], dim=1)" : "np.concatenate([\(parts)], axis=1)"
  }

  private func interleaved(_ parts: String) -> String {
    isTorch ? "torch.stack([\(parts)], dim=2).flatten(1)" : "np.stack([\(parts)], axis=2).reshape(len(p), -1)"
  }

  fileprivate mutating func writeEnding() {
    switch recipe.ending {
    case .columns, .single: break
    case .pairs(let first, let second, let isInterleaved, let width, let padding):
      let parts = "\(first), \(second)"
      let cut = width < 2 * pairCount ? "[:, :\(width)]" : ""
      add(
        "\(result) = \(isInterleaved ? interleaved(parts) : joined(parts))\(cut)",
        isInterleaved ? language("interleaved", "交错") : language("half-split", "对半"))
      if padding > 0 {
        let padded =
          isTorch
          ? "torch.nn.functional.pad(\(result), (0, \(padding)))" : "np.pad(\(result), ((0, 0), (0, \(padding))))"
        add("\(result) = \(padded)", language("the odd column is zero", "多出的一列为零"))
      }
    case .turned(let turn): write(turn)
    case .rows(let table, let offset):
      add("weights = \(loading(table))", language("one learned row a position", "每个位置一行训练得到的数"))
      add(
        "\(result) = weights[\(offset == 0 ? "p" : "p + \(offset)")]",
        offset == 0 ? "" : language("position 0 is row \(offset)", "位置 0 对应第 \(offset) 行（从 0 数起）"))
    case .gathered(let table, let bucket, let head):
      add("weights = \(loading(table))", language("(buckets, heads)", "（桶，头）"))
      add(
        "\(result) = weights[\(bucket).\(isTorch ? "long()" : "astype(int)"), \(head)]",
        language("head \(head)", "头 \(head)"))
    }
  }

  private var pairCount: Int {
    for step in recipe.shared { if step.name == "i", case .count(let count) = step.value { return count } }
    return 0
  }

  private func loading(_ table: Recipe.StoredTable) -> String {
    guard table.path.hasSuffix(".npy") else { return "load_file(\(quoted(table.path)))[\(quoted(table.tensor))]" }
    let loaded = "np.load(\(quoted(table.path)))"
    return isTorch ? "torch.from_numpy(\(loaded))" : loaded
  }

  private mutating func write(_ turn: Recipe.Turn) {
    let (half, end) = (turn.pairs, turn.rotaryDimension)
    add("x = \(library).zeros(\(turn.dimension))", language("a head's features: put your own here", "一个头的特征：可换成自己的"))
    add(
      turn.readsNeighbours ? "x[0:\(end):2] = 1" : "x[:\(half)] = 1",
      language("(1, 0) in each pair", "每对为 (1, 0)"))
    if turn.readsNeighbours {
      add("a, b = x[0:\(end):2], x[1:\(end):2]", language("pairs of neighbours", "相邻成对"))
    } else {
      add("a, b = x[:\(half)], x[\(half):\(end)]", language("pairs (i, i + \(half))", "成对 (i, i + \(half))"))
    }
    add("first, second = a * cos - b * sin, b * cos + a * sin", language("turned by the angle", "按角度旋转"))
    let parts = "first, second"
    add("\(result) = \(turn.writesNeighbours ? interleaved(parts) : joined(parts))")
    guard end < turn.dimension else { return }
    let rest = isTorch ? "x[\(end):].expand(len(p), -1)" : "np.tile(x[\(end):], (len(p), 1))"
    add("\(result) = \(joined("\(result), \(rest)"))", language("the rest passes through", "其余原样通过"))
  }
}
