import Encodings
import Screen

extension Exploration {
  /// What the screen shows, in sentences for those who do not see it and for logs: the encoding, the view and its window,
  /// the number at the cursor with what it is of, what the view finds, and the check.
  ///
  /// The numbers are those of the view that is looked at; views beside it are named.
  public var description: [String] {
    let pane = composition.panes.first ?? Composition.Pane(view: scene.view, area: Area(size))
    let account = pane.view.lens.account(
      of: scene, in: pane.area, valueRowsPerCell: Look.valueRowsPerCell(depth: depth, asciiOnly: asciiOnly), language)
    return [language.sentence(onEncodingOf: scene), sentence(on: pane)] + account.sentences
      + [account.check.map(language.sentence(for:))].compactMap(\.self)
  }

  /// «View heatmap: position by dimension as colours. Beside it: dials.»
  private func sentence(on pane: Composition.Pane) -> String {
    let name = pane.view.rawValue
    let beside = composition.panes.dropFirst().map(\.view.rawValue)
    let others =
      beside.isEmpty
      ? ""
      : language(" Beside it: \(beside.joined(separator: ", ")).", "旁边是：\(beside.joined(separator: "、"))。")
    return language(
      "View \(name): \(pane.view.meaning.english).", "视图 \(name)：\(pane.view.meaning.chinese)。") + others
  }
}

extension ViewName {
  /// What the view shows, both languages.
  var meaning: (english: String, chinese: String) {
    switch self {
    case .heatmap: ("position by dimension as colours", "以颜色表示各位置的各维")
    case .dials: ("every pair as a clock", "把每个特征对画成一个表盘")
    case .waves: ("cosine and sine over position", "余弦与正弦随位置的变化")
    case .spectrum: ("wavelength by pair, with every extension", "各特征对的波长，以及各种扩展")
    case .similarity: ("how alike two positions are made", "两个位置有多相似")
    case .bias: ("what is added to the score of query and key", "给查询与键的得分加了什么")
    case .attention: ("who attends to whom in a sentence", "句中谁注意谁")
    case .pipeline: ("rotary encoding step by step", "旋转编码的逐步计算")
    case .digits: ("the position as digits, beside the dials that turn like them", "位置的各个数位，以及与之同转的表盘")
    case .reach: ("which pairs leave what training has seen", "哪些特征对超出训练所见")
    case .precision: ("what number formats do to angles and cosines", "数值格式对角度与余弦的影响")
    case .formula: ("the formula with its numbers filled in", "代入数值的公式")
    case .compare: ("two encodings and their difference", "两种编码及其差")
    case .catalogue: ("models, the schemes' timeline, and which to use", "模型、方案时间线与选择指南")
    case .code: ("the encoding as a short program", "把编码写成一小段程序")
    }
  }
}

extension Language {
  /// «Llama 3.1 8B: rope · half-split · llama3 ×8, d = 128, base 500000, trained on 8 192 tokens, extended to 131 072.»
  fileprivate func sentence(onEncodingOf scene: Scene) -> String {
    // A table that learns here is no model's, and has seen no text.
    let isModels = scene.training == nil
    var parts = [scene.subject.model == nil || !isModels ? "" : summary(of: scene.encoding)]
    if let dimension = scene.encoding.dimension { parts.append("d = \(dimension)") }
    if let base = scene.encoding.base { parts.append(self("base ", "底数 ") + Numerals.plain(base)) }
    if let rows = scene.encoding.positionCount { parts.append(self("\(rows) rows", "\(rows) 行")) }
    if let heads = scene.encoding.bias?.heads, heads > 1 { parts.append(self("\(heads) heads", "\(heads) 个头")) }
    if let training = scene.training {
      parts.append(self("step \(training.step)", "第 \(training.step) 步"))
      parts.append(self("loss ", "损失 ") + Numerals.fixed(training.loss, decimals: 3))
    }
    if isModels, let trained = scene.trainedLength {
      let most = scene.maxLength.flatMap { $0 > trained ? $0 : nil }
      parts.append(
        self("trained on \(Numerals.grouped(trained)) tokens", "训练长度 \(Numerals.grouped(trained)) 词元")
          + (most.map { self(", extended to \(Numerals.grouped($0))", "，扩展到 \(Numerals.grouped($0))") } ?? ""))
    }
    let facts = parts.filter { !$0.isEmpty }.joined(separator: self(", ", "，"))
    return scene.name(self) + (facts.isEmpty ? "" : self(": ", "：") + facts) + self(".", "。")
  }

  /// «Check: |cos² + sin² − 1| = 1.1e-16, at most 1e-12: it holds.»
  fileprivate func sentence(for check: PaneFrame.Check) -> String {
    let (residual, limit) = (
      Numerals.significant(check.residual, digits: 2), Numerals.significant(check.limit, digits: 2)
    )
    return self(
      "Check: \(check.identity) = \(residual), at most \(limit): it \(check.holds ? "holds" : "FAILS").",
      "校验：\(check.identity) = \(residual)，上限 \(limit)：\(check.holds ? "成立" : "不成立")。")
  }
}
