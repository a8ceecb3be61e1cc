public import Encodings
import Screen

extension Language {
  /// The sentence for a value out of range: what it must be, why where that is known, and what it was.
  public func sentence(for invalid: InvalidParameter) -> String {
    let value = Numerals.plain(invalid.value)
    if invalid.name == .dimension || invalid.name == .rotaryDimension, invalid.rule == .even {
      return self(
        "\(name(of: invalid.name)) must be even, because rotary encoding turns features in pairs; got \(value).",
        "\(name(of: invalid.name))必须是偶数，因为旋转编码成对旋转特征；给出的是 \(value)。")
    }
    let (name, rule) = (name(of: invalid.name), rule(invalid.rule))
    return self(
      "\(name) must be \(rule); got \(value).", "\(name)\(gap(beside: name))必须\(rule)；给出的是 \(value)。")
  }

  private func rule(_ rule: InvalidParameter.Rule) -> String {
    switch rule {
    case .finite: self("a finite number", "是有限的数")
    case .positive: self("greater than 0", "大于 0")
    case .notNegative: self("0 or more", "不小于 0")
    case .even: self("even", "是偶数")
    case .atLeast(let least): self("at least \(Numerals.plain(least))", "不小于 \(Numerals.plain(least))")
    case .atMost(let most): self("at most \(Numerals.plain(most))", "不大于 \(Numerals.plain(most))")
    case .moreThan(let bound): self("more than \(Numerals.plain(bound))", "大于 \(Numerals.plain(bound))")
    case .greaterThan(let other): self("greater than \(name(of: other))", "大于\(spaced(other))")
    case .noMoreThan(let other): self("no greater than \(name(of: other))", "不大于\(spaced(other))")
    case .count(let count): self("a list of \(count) numbers", "是 \(count) 个数的列表")
    case .sum(let sum): self("a list that adds up to \(sum)", "各项之和等于 \(sum)")
    case .divides(let other, let value):
      self(
        "a divisor of \(name(of: other)), which is \(Numerals.plain(value))",
        "整除\(spaced(other))（\(Numerals.plain(value))）")
    case .within(let rows): self("one of the table's rows 0 … \(rows - 1)", "在表的行 0 … \(rows - 1) 之内")
    }
  }

  /// A name after Chinese words.
  private func spaced(_ parameter: InvalidParameter.Name) -> String {
    let name = name(of: parameter)
    return gap(beside: name) + name
  }

  /// A blank between Chinese words and a name in Latin or Greek letters.
  private func gap(beside name: String) -> String {
    name.first.map { columns(of: String($0)) == 1 } ?? false ? " " : ""
  }

  /// A parameter's name in a sentence.
  public func name(of parameter: InvalidParameter.Name) -> String {
    switch parameter {
    case .dimension: self("dimension", "维数")
    case .rotaryDimension: self("rotary dimension", "旋转维数")
    case .base: self("base", "底数")
    case .position: self("position", "位置")
    case .factor: self("factor", "扩展倍数")
    case .length: self("length", "长度")
    case .originalLength: self("original length", "原始长度")
    case .heads: self("number of heads", "头数")
    case .betaFast: "beta_fast"
    case .betaSlow: "beta_slow"
    case .lowFreqFactor: "low_freq_factor"
    case .highFreqFactor: "high_freq_factor"
    case .attentionFactor: self("attention factor", "注意力系数")
    case .mscale: "mscale"
    case .mscaleAllDim: "mscale_all_dim"
    case .shortFactor: "short_factor"
    case .longFactor: "long_factor"
    case .rotatedFraction: self("rotated fraction", "旋转比例")
    case .mropeSections: "mrope_section"
    case .buckets: self("number of buckets", "桶数")
    case .maxDistance: self("maximum distance", "最大距离")
    case .clip: self("clipping distance", "截断距离")
    case .rows: self("number of rows", "行数")
    case .offset: self("offset", "偏移")
    case .scale: self("scale", "尺度")
    case .exponent: self("exponent", "指数")
    case .bias: self("bias", "偏置")
    case .share: self("share of the way", "过渡的份额")
    case .gamma: "γ"
    case .scaleBase: self("scale base", "尺度基数")
    }
  }

  private func names(_ schemes: [Scheme], _ last: String) -> String {
    let all = schemes.map(\.rawValue)
    return (all.count > 1 ? all.dropLast().joined(separator: self(", ", "、")) + last : "") + (all.last ?? "")
  }

  /// The sentence for options that make no encoding.
  public func sentence(for complaint: EncodingComplaint) -> String {
    switch complaint {
    case .invalid(let invalid): sentence(for: invalid)
    case .scalingOfSinusoids:
      self(
        "Context extensions change rotary encoding only: the schemes rope and xpos.", "上下文扩展只作用于旋转编码：方案 rope 与 xpos。"
      )
    case .ladderOfRotary:
      self(
        "The endpoint ladder belongs to sinusoids; type :scheme sinusoidal first.",
        "endpoint 频率阶梯只用于正弦编码；请先输入 :scheme sinusoidal。")
    case .noSuchPart(let scheme, let name, let schemes):
      self(
        "The scheme \(scheme.rawValue) has no \(name) to set; \(names(schemes, " and ")) \(schemes.count == 1 ? "has" : "have").",
        "方案 \(scheme.rawValue) 没有可设置的 \(name)；可设置的方案：\(names(schemes, "、"))。")
    case .needsModel(let scheme):
      self(
        "--scheme cannot make \(scheme.rawValue): its numbers come from training; name a model or checkpoint that has them.",
        "--scheme 不能生成 \(scheme.rawValue)：其数值是训练得到的；请指定含有它们的模型或检查点。")
    case .unknownScaling(let name):
      self(
        "There is no context extension «\(name)». Known: \(ScalingOptions.names.joined(separator: ", ")).",
        "没有名为“\(name)”的上下文扩展。可用：\(ScalingOptions.names.joined(separator: "、"))。")
    case .scalingHasNo("none", let parameter):
      self(
        "Without a context extension there is no \(parameter); name one: linear, ntk, yarn …",
        "没有上下文扩展就没有 \(parameter)；请指定扩展，例如 linear、ntk 或 yarn。")
    case .scalingHasNo(let scaling, let parameter):
      self("The extension \(scaling) has no \(parameter).", "扩展 \(scaling) 没有 \(parameter)。")
    case .shareOfNothing:
      self(
        "A share is of the way between two extensions; name the other one with --morph or :play morph.",
        "份额指两种扩展之间的过渡；请用 --morph 或 :play morph 指定另一种扩展。")
    case .scalingNeeds(let scaling, "factor"):
      self("\(scaling) needs a factor, such as factor=8.", "\(scaling) 需要倍数，例如 factor=8。")
    case .scalingNeeds(let scaling, _):
      self(
        "\(scaling) takes its numbers from a model's config; open one that uses it.",
        "\(scaling) 的参数来自模型配置；请打开使用它的模型。")
    }
  }
}
