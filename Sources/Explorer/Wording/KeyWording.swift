import Encodings
import Screen

extension Language {
  /// Why a key changes nothing with the views shown, and which view would show it.
  func sentence(for key: Key, _ aspect: Aspect, views: [ViewName]) -> String {
    let name = key.name(asciiOnly: false)
    let first = views.first?.rawValue ?? ""
    if views.count == 1 {
      let view = views.first?.chineseName ?? ""
      return self("\(name) is for the \(first) view: :view \(first).", "\(name) 用于\(view)视图：:view \(first)。")
    }
    let english = views.dropLast().map(\.rawValue).joined(separator: ", ") + " and \(views.last?.rawValue ?? "")"
    let chinese = views.map(\.chineseName).joined(separator: "、")
    return self("\(name) is for the views \(english): :view \(first).", "\(name) 用于\(chinese)视图：:view \(first)。")
  }

  /// Why a key changes nothing with a scheme, and which scheme has what it changes.
  func sentence(for key: Key, _ aspect: Aspect, lackedBy scheme: Scheme) -> String {
    let name = key.name(asciiOnly: false)
    let example = (aspect == .head ? Scheme.alibi : .rope).rawValue
    if aspect == .head {
      return self(
        "\(name) chooses among attention heads; \(scheme.rawValue) has one for all here. :scheme \(example) has several.",
        "\(name) 用于选择注意力头；此处的 \(scheme.rawValue) 各头相同。:scheme \(example) 有多个。")
    }
    let (english, chinese) = self.name(of: aspect)
    return self(
      "\(name) is for \(english); \(scheme.rawValue) has none to show here. :scheme \(example) has.",
      "\(name) 用于\(chinese)；此处的 \(scheme.rawValue) 没有可显示的。:scheme \(example) 有。")
  }

  private func name(of aspect: Aspect) -> (english: String, chinese: String) {
    switch aspect {
    case .filter: ("lines of the catalogue", "目录条目")
    case .shift: ("turned queries and keys", "旋转的查询与键")
    case .format, .cast: ("rounded angles", "舍入的角度")
    case .causality, .sentence: ("attention on a sentence", "句子上的注意力")
    case .large: ("dials", "表盘")
    case .head: ("attention heads", "注意力头")
    case .quantity: ("quantities", "可选的量")
    case .columns: ("columns", "列")
    case .positions: ("ranges of positions", "位置范围")
    case .pair: ("pairs of features", "特征对")
    }
  }

  /// The footer's word for what a key of a view changes.
  func hint(_ aspect: Aspect, of view: ViewName) -> String {
    switch (aspect, view) {
    case (.filter, _): self("filter", "筛选")
    case (.shift, _): self("shift", "平移")
    case (.format, _): self("format", "格式")
    case (.cast, _): self("cast", "转换")
    case (.causality, _): self("causal", "因果")
    case (.large, .catalogue): self("open", "打开")
    case (.large, _): self("large", "放大")
    case (.sentence, _): self("sentence", "例句")
    case (.head, _): self("head", "头")
    case (.quantity, .attention): self("part", "部分")
    case (.quantity, .similarity): self("measure", "度量")
    case (.quantity, .code): self("language", "语言")
    case (.quantity, .catalogue): self("page", "页")
    case (.quantity, _): self("quantity", "量")
    case (.columns, _): self("columns", "列")
    case (.positions, _): self("zoom", "缩放")
    case (.pair, .attention): self("token", "词元")
    case (.pair, _): self("pair", "特征对")
    }
  }

  /// What a key has come up against.
  func sentence(for limit: Limit) -> String {
    switch limit {
    case .firstPosition: self("Position 0 is the first.", "位置 0 是第一个。")
    case .lastPosition:
      self(
        "Position \(Numerals.grouped(Window.lastPosition)) is the last.",
        "位置 \(Numerals.grouped(Window.lastPosition)) 是最后一个。")
    case .lastPositionShown: self("This is the last position shown.", "已是显示范围内的最后一个位置。")
    case .secondIsHere: self("The second position is here already.", "第二个位置已在此处。")
    case .firstToken: self("This is the first token.", "已是第一个词元。")
    case .lastToken: self("This is the last token.", "已是最后一个词元。")
    case .firstPair: self("Pair 0 is the first.", "特征对 0 是第一个。")
    case .lastPair: self("This is the last pair.", "已是最后一个特征对。")
    case .firstFeature: self("Feature 0 is the first.", "特征 0 是第一个。")
    case .lastFeature: self("This is the last feature.", "已是最后一个特征。")
    case .firstLine: self("This is the first line.", "已是第一行。")
    case .lastLine: self("This is the last line.", "已是最后一行。")
    case .leastDimension: self("Fewer than 2 features make no pair.", "少于 2 维便没有特征对。")
    case .leastBase:
      self(
        "The key stops above base 1: from there on no pair would turn more slowly than the one before. :base goes there.",
        "按键停在底数 1 之上：再小则后面的特征对不再转得更慢。可用 :base 设定。")
    case .leastFactor: self("The factor is at least 1.", "倍数至少为 1。")
    case .mostFactor: self("The factor is as large as it can be.", "倍数已是最大。")
    case .endOfMorph: self("The morph is at its end.", "过渡已到尽头。")
    case .fewestPositions: self("Fewer than 4 positions are not shown.", "至少显示 4 个位置。")
    case .allPositions: self("All positions are shown.", "已显示全部位置。")
    case .plainZoom:
      self("Each row is one position already, and all columns are shown.", "每行已是一个位置，并已显示全部列。")
    case .fewestColumns: self("Fewer columns are not shown.", "列数已是最少。")
    case .allColumns: self("All columns are shown.", "已显示全部列。")
    case .ownEncoding: self("This is the model's own encoding already.", "已是模型自身的编码。")
    case .learned: self("The table has learned all it will; :train reset begins anew.", "此表已学完；:train reset 重新开始。")
    }
  }
}
