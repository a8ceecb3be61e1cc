import Checkpoints
import Encodings
import Explorer
import Screen

/// What `check` says of a dump, in words.
struct CheckPage {
  /// The page, each line at most 100 columns wide.
  let text: String

  init(_ checks: [DumpCheck], path: String, _ language: Language) {
    var lines: [String] = []
    for check in checks {
      if !lines.isEmpty { lines.append("") }
      let name = check.table.name.isEmpty ? path : check.table.name
      lines += FactSheet.lines(of: visible(name), after: "")
      let sheet = Self.sheet(check, language)
      lines += sheet.lines(nameWidth: sheet.nameWidth)
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func sheet(_ check: DumpCheck, _ language: Language) -> FactSheet {
    var sheet = FactSheet()
    let (rows, columns) = (Numerals.grouped(check.table.rows), check.table.columns)
    sheet.add(
      language("holds", "内容"),
      language(
        "\(words(for: check.waves, language)); \(rows) positions by \(columns) columns",
        "\(words(for: check.waves, language))；\(rows) 个位置，\(columns) 列"))
    if let waves = check.waves {
      sheet.add(language("pairs", "特征对"), "\(waves.pairCount)" + repetition(of: waves, language))
      sheet.add(
        language("attention factor", "注意力系数"),
        waves.attentionFactor.map { Numerals.significant($0, digits: 6) })
      sheet.add(
        language("base by pair 1", "由特征对 1 推得的底数"), waves.base.map { Numerals.significant($0, digits: 5) })
    }
    for (candidate, outcome) in check.expected {
      sheet.add(visible(candidate.name), sentence(for: outcome, isWave: check.waves != nil, language))
    }
    let agreements = check.agreements.map { visible($0.name) }
    if check.expected.isEmpty || !agreements.isEmpty {
      sheet.add(
        language("agrees with", "相符的有"),
        agreements.isEmpty
          ? language("nothing that is known; name what it should be with --against", "没有已知的编码；请用 --against 指明应为何物")
          : agreements.joined(separator: language("; ", "；")))
    }
    return sheet
  }

  private static func words(for waves: DumpTable?, _ language: Language) -> String {
    switch waves?.content {
    case .cosines: language("cosines", "余弦")
    case .sines: language("sines", "正弦")
    case .cosinesThenSines: language("cosines, then sines", "先余弦，后正弦")
    case .sinesThenCosines: language("sines, then cosines", "先正弦，后余弦")
    case .cosineSineInTurn: language("cosine and sine in turn", "余弦与正弦交替")
    case .sineCosineInTurn: language("sine and cosine in turn", "正弦与余弦交替")
    case nil: language("vectors that are no waves from position 0 on", "不是从位置 0 开始的波的向量")
    }
  }

  private static func repetition(of waves: DumpTable, _ language: Language) -> String {
    guard let layout = waves.repetition else { return "" }
    return language(", each in two columns: \(layout.rawValue)", "，每对占两列：\(layout.rawValue)")
  }

  private static func sentence(for outcome: DumpCheck.Outcome, isWave: Bool, _ language: Language) -> String {
    switch outcome {
    case .agrees: return language("agrees at every position", "在每个位置都相符")
    case .differs(let difference):
      let column = isWave ? language("pair", "特征对") : language("column", "列")
      let found = Numerals.significant(difference.found, digits: 6)
      let expected = Numerals.significant(difference.expected, digits: 6)
      return language(
        "differs from position \(Numerals.grouped(difference.position)) on, \(column) \(difference.column): "
          + "\(found) in the dump, \(expected) expected",
        "从位置 \(Numerals.grouped(difference.position))、\(column) \(difference.column) 起不同：文件中为 \(found)，应为 \(expected)"
      )
    case .wrongCount(let expected):
      return language("has \(expected) of them, the dump has not", "特征对（或列）应为 \(expected) 个，与文件不符")
    case .nothingToCompare: return language("has neither waves nor vectors", "既没有波也没有向量")
    }
  }
}
