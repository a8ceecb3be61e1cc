public import Screen

extension Language {
  /// What a theme is for; in the language that its file says it in, where it does not say it in this one.
  public func summary(of theme: Theme) -> String { self(theme.summary, theme.chineseSummary ?? theme.summary) }

  /// The sentence for what is wrong in a theme file, with its place in front.
  public func sentence(for error: ThemeError) -> String {
    let what =
      switch error.problem {
      case .file(let fault): sentence(for: fault)
      case .notColors(let key): self("«\(key)» must be a list of at least two colours.", "“\(key)”必须是至少两种颜色的列表。")
      case .notARing(let key):
        self(
          "«\(key)» must end with the colour that it begins with, for angles come round.",
          "“\(key)”的最后一种颜色必须与第一种相同，因为角度首尾相接。")
      case .noMiddle(let key):
        self("«\(key)» must have an odd number of colours; the middle one is zero's.", "“\(key)”的颜色数必须是奇数；中间一种代表零。")
      case .notAColor(let key, ""):
        self(
          "«\(key)» is empty; a colour needs quotes, because # begins a comment: '#1a2b3c'.",
          "“\(key)”为空；颜色须加引号，因为 # 开始注释：'#1a2b3c'。")
      case .notAColor(let key, let value):
        self(
          "«\(key)» is «\(visible(value))»; a colour is written '#1a2b3c'.",
          "“\(key)”是“\(visible(value))”；颜色写作 '#1a2b3c'。")
      case .unknownAppearance(let value):
        self(
          "«appearance» is «\(visible(value))»; it must be dark or light.",
          "“appearance”是“\(visible(value))”；必须是 dark 或 light。")
      case .unknownParent(let name, let nearest):
        self("there is no theme «\(visible(name))» to inherit from.", "没有可继承的主题“\(visible(name))”。")
          + suggestion(nearest)
      case .inheritsItself(let name):
        self("«\(visible(name))» inherits from itself.", "“\(visible(name))”继承了自身。")
      case .brokenParent(let name, let line):
        self(
          "«\(visible(name))», from which it inherits, has a mistake" + (line.map { " in line \($0)." } ?? "."),
          "所继承的“\(visible(name))”有错误" + (line.map { "（第 \($0) 行）。" } ?? "。"))
      }
    return error.place + ": " + what
  }
}
