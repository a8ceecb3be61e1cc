extension ViewName {
  /// What the view's pane is called in Chinese; commands and options have the English name.
  package var chineseName: String {
    switch self {
    case .heatmap: "热图"
    case .dials: "表盘"
    case .waves: "波形"
    case .spectrum: "频谱"
    case .similarity: "相似度"
    case .bias: "偏置"
    case .attention: "注意力"
    case .pipeline: "流程"
    case .digits: "进制"
    case .reach: "可达范围"
    case .precision: "精度"
    case .formula: "公式"
    case .compare: "比较"
    case .catalogue: "模型库"
    case .code: "代码"
    }
  }
}

extension ViewName {
  /// What the view shows, in a few words.
  func meaning(in language: Language) -> String {
    switch self {
    case .heatmap: language("position by feature, as colours", "位置 × 特征，以颜色表示")
    case .dials: language("every pair as a clock", "每个特征对一个表盘")
    case .waves: language("cosine and sine over position", "余弦与正弦随位置的变化")
    case .spectrum: language("wavelength by pair, every extension overlaid", "各特征对的波长，叠加所有扩展")
    case .similarity: language("how alike two positions are made", "两个位置的相似程度")
    case .bias: language("what is added to the score of query and key", "加到查询与键得分上的量")
    case .attention: language("who attends to whom in a sentence", "句子中谁关注谁")
    case .pipeline: language("rotary encoding step by step, with numbers", "旋转编码逐步计算，附数值")
    case .digits: language("the position as digits, beside dials", "位置写成各位数字，旁附表盘")
    case .reach: language("which pairs leave what training has seen", "哪些特征对超出训练所见")
    case .precision: language("what number formats do to angles", "数值格式对角度的影响")
    case .formula: language("the formula with its numbers filled in", "代入数值的公式")
    case .compare: language("two encodings and their difference", "两种编码及其差")
    case .catalogue: language("models, the timeline, and which to use", "模型、时间线与选用指南")
    case .code: language("the encoding as a short program", "把编码写成短程序")
    }
  }
}

extension Language {
  /// What a context extension does, in a few words.
  func meaning(ofScaling name: String) -> String {
    switch name {
    case "none": self("no extension", "不扩展")
    case "linear": self("positions divided by the factor", "位置除以倍数")
    case "ntk": self("a larger base: fast pairs stay, slow ones stretch", "增大底数：快的不动，慢的拉长")
    case "dynamic": self("NTK by as much as the length needs", "按所需长度调整的 NTK")
    case "by-parts": self("fast pairs stay, slow ones are interpolated", "快的不动，慢的被插值")
    case "yarn": self("by parts, and a factor on the scores", "分段插值，并缩放得分")
    case "longrope": self("a factor for each pair; needs a model's config", "每个特征对一个倍数；需模型配置")
    case "llama3": self("by parts between two wavelengths", "在两个波长之间分段")
    case "proportional": self("a share of the pairs turns; needs a model's config", "部分特征对旋转；需模型配置")
    default: ""
    }
  }

  /// What a parameter of an extension is, in a few words; its name as configs have it.
  func meaning(ofParameter name: String) -> String {
    switch name {
    case "factor": self("by how much the context grows", "上下文增长的倍数")
    case "original_length": self("tokens trained on before the extension", "扩展前训练的词元数")
    case "beta_fast": self("turns within training above which a pair stays", "训练中转数多于此的不动")
    case "beta_slow": self("turns below which a pair is interpolated whole", "转数少于此的完全插值")
    case "attention_factor": self("a factor on cosines and sines", "乘在余弦与正弦上的系数")
    case "low_freq_factor": self("longer waves than training / this are interpolated", "波长大于训练长度 / 此值的被插值")
    case "high_freq_factor": self("shorter waves than training / this stay", "波长小于训练长度 / 此值的不动")
    case "truncate": self("whether the ends are whole pairs", "两端是否取整到特征对")
    default: ""
    }
  }

  /// What is counted.
  func name(of counted: Notice.Counted) -> String {
    switch counted {
    case .pair: self("pair", "特征对")
    case .feature: self("feature", "特征")
    case .head: self("head", "注意力头")
    case .column: self("column", "列")
    }
  }

  /// What a quantity that moves is called.
  func name(of parameter: Motion.Parameter) -> String {
    let chinese =
      switch parameter {
      case .position: "位置"
      case .second: "第二个位置"
      case .pair: "特征对"
      case .base: "底数"
      case .dimension: "维数"
      case .factor: "倍数"
      case .morph: "过渡"
      }
    return self(parameter.rawValue, chinese)
  }
}
