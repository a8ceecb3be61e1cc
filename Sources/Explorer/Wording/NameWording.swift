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

extension Language {
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
