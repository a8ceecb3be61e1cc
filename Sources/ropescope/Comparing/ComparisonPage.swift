import Encodings
import Explorer
import Screen

/// What `compare` says of two sources, in words.
struct ComparisonPage {
  /// The page, each line at most 100 columns wide.
  let text: String

  init(_ comparison: SourceComparison, _ language: Language) {
    let groups = comparison.groups
    var lines = FactSheet.lines(of: Self.name(comparison.first, language), after: "A  ")
    lines += FactSheet.lines(of: Self.name(comparison.second, language), after: "B  ")
    var whole = FactSheet()
    for contrast in comparison.contrasts { whole.add(contrast) }
    let sheets = groups.map { Self.sheet($0, language) }
    let width = (sheets + [whole]).map(\.nameWidth).max() ?? 0
    if !whole.facts.isEmpty { lines += [""] + whole.lines(nameWidth: width) }
    for (group, sheet) in zip(groups, sheets) {
      lines.append("")
      if groups.count > 1 { lines.append("\(visible(group.names.first)) | \(visible(group.names.second))") }
      lines += sheet.lines(nameWidth: width)
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func name(_ opening: Opening, _ language: Language) -> String {
    language.name(ofSource: opening.subject.name) + "   " + language.summary(of: opening.encoding)
  }

  private static func sheet(_ group: GroupComparison, _ language: Language) -> FactSheet {
    var sheet = FactSheet()
    guard group.differs else {
      sheet.add(language("same", "相同"), language("nothing differs", "没有差别"))
      return sheet
    }
    for contrast in group.contrasts { sheet.add(contrast) }
    if let (alike, count, pair, ratio) = group.frequencies, alike < count {
      let most = Numerals.significant(ratio, digits: 6)
      sheet.add(
        language("spectrum", "频谱"),
        language(
          "\(alike) of \(count) pairs alike; ω A/B furthest from 1 at pair \(pair): \(most)",
          "\(count) 对中 \(alike) 对相同；ω A/B 偏离 1 最远的是特征对 \(pair)：\(most)"))
    }
    sheet.add(language("reach", "可达范围"), reach(group, language))
    if let comparison = group.comparison, let divergence = group.divergence {
      let head = group.head.map { language("head \($0): ", "头 \($0)：") } ?? ""
      sheet.add(
        language("parting", "分歧"), head + language.sentence(for: divergence, column: comparison.columnName))
    } else {
      sheet.add(
        language("parting", "分歧"), language("the schemes share no values to subtract", "两种方案没有可相减的共同量"))
    }
    return sheet
  }

  /// «first unseen position 8192 | none up to 131 072».
  private static func reach(_ group: GroupComparison, _ language: Language) -> String? {
    guard let one = group.reaches.first, let other = group.reaches.second,
      one.trainedLength != nil || other.trainedLength != nil
    else { return nil }
    func first(_ shares: PairShares) -> String {
      guard shares.trainedLength != nil else { return language("unknown", "未知") }
      if let first = shares.firstUnseen { return Numerals.grouped(first) }
      let target = Numerals.grouped(shares.targetLength)
      return language("none up to \(target)", "\(target) 以内没有")
    }
    return language("first unseen position ", "首个未见位置 ") + "\(first(one)) | \(first(other))"
  }
}

extension FactSheet {
  /// Adds a parameter in which two encodings differ: «base  10000 | 500000».
  fileprivate mutating func add(_ contrast: EncodingContrast) {
    add(contrast.key, "\(contrast.first ?? "—") | \(contrast.second ?? "—")")
  }
}
