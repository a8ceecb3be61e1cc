import Explorer
import Export
import Screen

/// Parameters of a file as a reader's caption says them: words in place of keys.
struct ParameterWords {
  let language: Language

  /// «base 500000»; nil for what has no value.
  func phrase(_ member: (key: String, value: JSONValue)) -> String? {
    if member.key == "values_known" {
      return member.value == .flag(false) ? language("learned values unknown", "学习所得的数值未知") : nil
    }
    var value = member.value
    if case .text(let text) = value, Self.ranges.contains(member.key), let range = NumberParser.range(text) {
      value = .text(Numerals.span(range))
    }
    if case .object(let members) = value, member.key == "scaling" {
      // The trained length stands among the group's own.
      value = .object(members.filter { $0.key != "original_max_position_embeddings" })
    }
    return words(value).flatMap { $0.isEmpty ? nil : "\(name(of: member.key)) \($0)" }
  }

  /// What is given as start:stop, stop excluded, and reads from first to last.
  private static let ranges: Set = ["positions", "columns"]

  private func words(_ value: JSONValue) -> String? {
    switch value {
    case .null: nil
    case .flag(let flag): flag ? language("yes", "是") : language("no", "否")
    case .number(let number) where number == number.rounded() && abs(number) < 1e15: Numerals.grouped(Int(number))
    case .number(let number): Numerals.significant(number, digits: 6)
    case .text(let text): text
    case .list(let values) where values.count > 12:
      language("\(values.count) in all", "共 \(values.count) 个")
    case .list(let values): values.compactMap(words).joined(separator: " ")
    case .object(let members):
      members.compactMap { member in
        // An extension goes by its name alone.
        member.key == "type" ? words(member.value) : phrase(member)
      }.joined(separator: language(", ", "，"))
    }
  }

  /// What a parameter is called; one without a word of its own goes by its key, its words apart.
  private func name(of key: String) -> String {
    let plain = key.replacing("-", with: "_")
    guard let (english, chinese) = Self.names[plain] else { return plain.replacing("_", with: " ") }
    return language(english, chinese)
  }

  private static let names: [String: (String, String)] = [
    "view": ("view", "视图"), "source": ("source", "来源"), "name": ("layer group", "层组"), "layers": ("layers", "层"),
    "scheme": ("scheme", "方案"), "head_dim": ("head dimension", "头维数"), "rotary_dim": ("turned features", "旋转维数"),
    "dim": ("dimension", "维数"), "base": ("base", "底数"), "layout": ("pairs", "配对"), "ladder": ("ladder", "频率递减"),
    "scaling": ("extension", "扩展"), "attention_factor": ("attention factor", "注意力系数"),
    "original_length": ("trained length", "训练长度"),
    "original_max_position_embeddings": ("trained length", "训练长度"), "factor": ("factor", "倍数"),
    "max_length": ("longest context", "最长上下文"), "length": ("sequence length", "序列长度"),
    "gamma": ("γ", "γ"), "scale_base": ("scale base", "尺度底数"), "decays": ("decays ζ", "衰减 ζ"),
    "clamp_len": ("clamped at", "截断于"), "row_order": ("row order", "行序"), "rows": ("rows", "行数"),
    "first_row": ("first row", "首行"), "heads": ("heads", "头数"), "alibi_bias_max": ("greatest exponent", "最大指数"),
    "form": ("form", "形式"), "slopes": ("slopes", "斜率"), "num_buckets": ("buckets", "桶数"),
    "max_distance": ("greatest distance", "最大距离"), "bidirectional": ("bidirectional", "双向"),
    "left": ("left", "左"), "right": ("right", "右"), "direction": ("difference", "差"),
    "position_buckets": ("position buckets", "位置桶数"), "max_relative_positions": ("greatest distance", "最大距离"),
    "kernel": ("kernel", "核"), "scales": ("scales", "尺度"), "rates": ("rates", "速率"), "scale": ("scale", "尺度"),
    "threshold": ("threshold", "阈值"), "softmax_scale": ("softmax scale", "softmax 缩放"),
    "model_says": ("the model itself", "模型原有"), "mrope_section": ("pairs by axis", "各轴特征对数"),
    "beta_fast": ("β fast", "β 快"), "beta_slow": ("β slow", "β 慢"), "truncate": ("ramp rounded", "过渡段取整"),
    "mscale_all_dim": ("mscale of all", "全维 mscale"), "low_freq_factor": ("low-frequency factor", "低频系数"),
    "high_freq_factor": ("high-frequency factor", "高频系数"), "short_factor": ("short factors", "短系数"),
    "long_factor": ("long factors", "长系数"), "partial_rotary_factor": ("turned share", "旋转份额"),
    "rotated_fraction": ("turned share", "旋转份额"), "share": ("share", "份额"), "from": ("from", "自"), "to": ("to", "至"),
    "position": ("position", "位置"), "second": ("second position", "第二个位置"), "pair": ("pair", "特征对"),
    "positions": ("positions", "位置"), "columns": ("columns", "列"), "component": ("quantity", "量"),
    "head": ("head", "头"), "measure": ("measure", "度量"), "train": ("training", "训练"), "steps": ("steps", "步数"),
    "seed": ("seed", "种子"), "target": ("target length", "目标长度"), "sentence": ("sentence", "句子"),
    "causal": ("causal", "因果"), "show": ("shown", "显示"), "shift": ("shift", "平移"),
    "dtype": ("number format", "数值格式"), "cast": ("cast", "转换"), "with": ("compared with", "比较对象"),
    "with_parameters": ("its parameters", "其参数"), "tolerance": ("tolerance", "容差"), "page": ("page", "页"),
    "filter": ("filter", "筛选"), "kind": ("kind", "种类"), "values_known": ("values known", "数值已知"),
  ]
}
