public import Screen

extension Language {
  /// The sentences for all mistakes in the settings, one a line.
  public func sentence(for mistakes: SettingsMistakes) -> String {
    mistakes.all.map { sentence(for: $0) }.joined(separator: "\n")
  }

  /// The sentence for a mistake in the settings.
  public func sentence(for error: SettingsError) -> String {
    error.place + ": " + sentence(for: error.problem)
  }

  private func sentence(for problem: SettingsProblem) -> String {
    switch problem {
    case .file(let fault): sentence(for: fault)
    case .unknownValue(let key, let value, let nearest, let known):
      self("«\(key)» cannot be «\(visible(value))».", "“\(key)”不能是“\(visible(value))”。") + suggestion(nearest)
        + self(" It can be \(known.joined(separator: ", ")).", "可用：\(known.joined(separator: "、"))。")
    case .notAKey(let name):
      self(
        "«\(visible(name))» is not a key that terminals send; write j, J, Ctrl-R, Shift-Right, F5, Space or none.",
        "“\(visible(name))”不是终端能发送的按键；可写 j、J、Ctrl-R、Shift-Right、F5、Space 或 none。")
    case .digit(let name):
      self(
        "«\(name)» cannot be bound: digits count how often the next key is meant.",
        "“\(name)”不能绑定：数字表示下一个键重复的次数。")
    case .boundTwice(let key, let first, let second):
      self(
        "«\(key)» is bound to both \(visible(first)) and \(visible(second)); give one of them another key, or none.",
        "“\(key)”同时绑定到 \(visible(first)) 和 \(visible(second))；请为其中之一换键或写 none。")
    case .command(let line, let notice):
      self("«\(visible(line))»: ", "“\(visible(line))”：") + sentence(for: notice)
    }
  }
}
