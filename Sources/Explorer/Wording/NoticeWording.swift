import Encodings
import Screen

extension Language {
  /// The sentence for a notice, with the keys as they are without a person's own settings.
  public func sentence(for notice: Notice) -> String { sentence(for: notice, keymap: .standard) }

  /// The sentence for a notice; text that came from outside is made visible.
  ///
  /// - Parameter keymap: Where the keys that sentences name are looked up.
  public func sentence(for notice: Notice, keymap: Keymap) -> String {
    switch notice {
    case .encoding(let complaint): sentence(for: complaint)
    case .checkpoint(let error): sentence(for: error)
    case .unknownCommand(let word, let nearest):
      self("There is no command «\(visible(word))».", "没有命令“\(visible(word))”。") + suggestion(nearest)
    case .needsArgument(let command, let example):
      self(
        "\(command) needs something after it, such as :\(command) \(example).",
        "\(command) 需要参数，例如 :\(command) \(example)。")
    case .takesNothing(let command, let argument):
      self(
        "\(command) takes nothing after it; got «\(visible(argument))».",
        "\(command) 不带参数；给出的是“\(visible(argument))”。")
    case .badArgument(let command, let argument, let example):
      self(
        "\(command) cannot take «\(visible(argument))»; try \(prompt(command))\(command) \(example).",
        "\(command) 不能用“\(visible(argument))”；例如 \(prompt(command))\(command) \(example)。")
    case .endsTheWrongWay(let ends, let example):
      self(
        "«\(visible(ends))» does not go up; a sweep goes from the smaller end, such as :play \(visible(example)).",
        "“\(visible(ends))”不是从小到大；播放从较小的一端开始，例如 :play \(visible(example))。")
    case .unknownName(let kind, let name, let nearest, let known): unknown(kind, name, nearest, known)
    case .positionOutOfRange(let text):
      self(
        "Position \(visible(text)) is out of range; positions go from 0 to \(Numerals.grouped(Window.lastPosition)).",
        "位置 \(visible(text)) 超出范围；位置从 0 到 \(Numerals.grouped(Window.lastPosition))。")
    case .targetTooShort(let target, let trained):
      self(
        "The target must be at least the length before the extension, \(Numerals.grouped(trained)); got \(target).",
        "目标长度至少为扩展前的长度 \(Numerals.grouped(trained))；给出的是 \(target)。")
    case .outOfRange(let counted, let index, let count):
      self("There is no \(name(of: counted)) \(index); ", "没有\(name(of: counted)) \(index)；") + range(of: count)
    case .sentence(let problem): sentence(for: problem)
    case .noFrequencies(let scheme):
      self("The scheme \(scheme.rawValue) has no frequencies to change.", "方案 \(scheme.rawValue) 没有可改变的频率。")
    case .noFactor(let name):
      self(
        "The extension «\(name)» has no factor; type :scaling yarn factor=4",
        "扩展“\(name)”没有倍数；请输入 :scaling yarn factor=4")
        + words(naming: "next-extension", of: keymap, { ", or press \($0)" }, { "，或按 \($0)" }) + self(".", "。")
    case .doesNotFit(let arrangement, let needed, let size):
      self(
        "«\(arrangement.rawValue)» needs a window of \(needed.columns)×\(needed.rows); this one has "
          + "\(size.columns)×\(size.rows).",
        "“\(arrangement.rawValue)”需要 \(needed.columns)×\(needed.rows) 的窗口；现在是 \(size.columns)×\(size.rows)。")
    case .nothingToPlay(let parameter):
      self("There is no \(parameter.rawValue) here that could move.", "此处没有可播放的\(name(of: parameter))。")
    case .settings(let mistakes): sentence(for: mistakes)
    case .nothingToUndo: self("There is nothing to undo.", "没有可撤销的操作。")
    case .nothingToRedo: self("There is nothing to do again.", "没有可重做的操作。")
    case .noExample(let scheme):
      self(
        "No model of the catalogue shows this; try :scheme \(scheme).", "模型库中没有这样的模型；可试 :scheme \(scheme)。")
    case .noOtherGroup: self("There is no other group of layers.", "没有其他层组。")
    case .noModel: self("No model is open whose own encoding could be taken again.", "没有打开模型，无从恢复其编码。")
    case .forOtherViews(let key, let aspect, let views): sentence(for: key, aspect, views: views)
    case .nothingOfTheKind(let key, let aspect, let scheme): sentence(for: key, aspect, lackedBy: scheme)
    case .limit(let limit): sentence(for: limit)
    case .theTheme(let name): self("theme \(visible(name))", "主题 \(visible(name))")
    case .pace(let pace): self("pace ×", "速度 ×") + Numerals.significant(pace)
    case .thePanes(let arrangement): self("panes: \(arrangement.rawValue)", "窗格：\(arrangement.rawValue)")
    case .baseTooSmallToSlow:
      self(
        "With a base of 1 or less no pair turns more slowly than the one before; some extensions need more than 1.",
        "底数不大于 1 时，后面的特征对不会转得更慢；部分上下文扩展要求底数大于 1。")
    case .opened(let name, let groups):
      groups > 1
        ? self(
          "Opened \(self.name(ofSource: name)): \(groups) groups of layers",
          "已打开 \(self.name(ofSource: name))：\(groups) 个层组")
          + words(naming: "next-group", of: keymap, { ", \($0) shows the next" }, { "，按 \($0) 查看下一个" })
          + self(".", "。")
        : self("Opened \(self.name(ofSource: name)).", "已打开 \(self.name(ofSource: name))。")
    case .copiedScreen: self("The screen was sent to the terminal's clipboard.", "屏幕文本已送往终端的剪贴板。")
    case .theme(let error): sentence(for: error)
    case .themeRead(let name): self("Read \(visible(name)) again.", "已重新读取 \(visible(name))。")
    case .mouse(true): self("The mouse is heard; hold Shift to select text.", "已开始响应鼠标；按住 Shift 可选择文本。")
    case .mouse(false):
      self("The mouse is the terminal's", "鼠标已交还终端")
        + words(naming: "mouse", of: keymap, { "; \($0) hears it again" }, { "；按 \($0) 重新响应" }) + self(".", "。")
    case .ambiguousSigns:
      self(
        "This terminal draws half blocks and Greek letters two columns wide, so ASCII signs are used.",
        "此终端把半块与希腊字母画成两列宽，因此改用 ASCII 符号。")
    case .copied(let line): self("Copied: \(visible(line))", "已复制：\(visible(line))")
    case .copiedCode(let lines): self("Copied: \(lines) lines of code.", "已复制：\(lines) 行代码。")
    case .kept(let name):
      self(
        "Kept as \(visible(name)); :session \(visible(name)) brings it back.",
        "已保存为 \(visible(name))；用 :session \(visible(name)) 恢复。")
    case .restored(let name): self("Showing \(visible(name)).", "正在显示 \(visible(name))。")
    case .cannotRestore(let name, let reason):
      self("\(visible(name)) cannot be shown again: \(reason)", "无法恢复 \(visible(name))：\(reason)")
    case .noSession(let name, let known):
      self("No scene is kept as «\(visible(name))».", "没有保存名为“\(visible(name))”的场景。")
        + (known.isEmpty
          ? self(" Keep one with :keep \(visible(name)).", "用 :keep \(visible(name)) 保存。")
          : self(
            " Kept: \(known.map { visible($0) }.joined(separator: ", ")).",
            "已保存：\(known.map { visible($0) }.joined(separator: "、"))。"))
    case .brokenSession(let file, let why?):
      self("\(visible(file)) cannot be read: \(words(for: why)).", "无法读取 \(visible(file))：\(words(for: why))。")
    case .brokenSession(let file, nil):
      self(
        "\(visible(file)) is damaged: it holds no kept scene. Keep the scene anew, or remove the file.",
        "\(visible(file)) 已损坏：其中没有保存的场景。请重新保存场景，或删除该文件。")
    case .badSessionName(let name):
      self(
        "«\(visible(name))» cannot name a session; letters, digits, - and _ can.",
        "“\(visible(name))”不能作会话名；可用字母、数字、- 和 _。")
    case .reservedSessionName(let name):
      self(
        "«\(visible(name))» is kept by itself when you leave; give this scene another name.",
        "“\(visible(name))”在退出时自动保存；请为此场景另取名称。")
    case .saved(let path, let missing):
      self("Saved \(visible(path)).", "已保存 \(visible(path))。")
        + (missing.isEmpty ? "" : " " + sentence(forMissing: missing))
    case .leftAsItIs(let path):
      self("\(visible(path)) is left as it was; nothing was written.", "\(visible(path)) 保持原样；未写入。")
    case .noFigure(let reason): reason
    case .cannotWrite(let path, let problem): sentence(for: problem, path: path)
    case .lessons, .noLesson, .noSuchStep, .nothingAsked, .notAnAnswer, .firstStep, .lessonEnds, .lesson,
      .notInLessons:
      sentence(
        forLesson: notice,
        leaving: words(naming: "back", of: keymap, { "\($0) leaves the lesson" }, { "按 \($0) 离开课程" }))
    }
  }

  /// Words about the key of a binding; none where no key is bound to it.
  private func words(
    naming binding: String, of keymap: Keymap, _ english: (String) -> String, _ chinese: (String) -> String
  ) -> String {
    guard let name = keymap.key(of: binding)?.name(asciiOnly: false) else { return "" }
    return self(english(name), chinese(name))
  }

  private func sentence(for problem: Sentence.Problem) -> String {
    switch problem {
    case .empty:
      self(
        "A sentence needs words on both sides of the slash, such as :sentence dog bites man / man bites dog.",
        "斜杠两边都要有词，例如 :sentence 狗咬人 / 人咬狗。")
    case .tooManyTokens(let count):
      self(
        "The sentence has \(Numerals.grouped(count)) tokens; attention is shown for \(Sentence.mostTokens) at most.",
        "句子有 \(Numerals.grouped(count)) 个词元；最多显示 \(Sentence.mostTokens) 个词元的注意力。")
    case .tooLong(let bytes):
      self(
        "The sentence has \(Numerals.grouped(bytes)) bytes; \(Numerals.grouped(Sentence.mostBytes)) are the most.",
        "句子有 \(Numerals.grouped(bytes)) 字节；最多 \(Numerals.grouped(Sentence.mostBytes)) 字节。")
    }
  }

  /// «Did you mean …?», or nothing.
  func suggestion(_ nearest: String?) -> String {
    guard let nearest else { return "" }
    return self(" Did you mean «\(nearest)»?", "是否想用“\(nearest)”？")
  }

  /// Commands are typed after a colon, options are not.
  private func prompt(_ command: String) -> String { command.hasPrefix("-") ? "" : ":" }

  private func unknown(_ kind: Notice.NameKind, _ name: String, _ nearest: String?, _ known: [String]) -> String {
    let what =
      switch kind {
      case .view: self("view", "视图")
      case .arrangement: self("arrangement of panes", "窗格排列")
      case .component: self("component", "分量")
      case .theme: self("theme", "主题")
      case .group: self("group of layers", "层组")
      case .layout: self("layout", "布局")
      case .scheme: self("scheme", "方案")
      case .scaling: self("context extension", "上下文扩展")
      case .language: self("language", "语言")
      case .ladder: self("ladder", "频率阶梯")
      case .parameter: self("parameter", "参数")
      case .format: self("format", "格式")
      case .motion: self("quantity that moves", "可播放的量")
      case .truth: self("choice", "选项")
      case .preset: self("preset", "预设")
      case .measure: self("measure", "度量")
      case .face: self("part of the attention view", "注意力视图的内容")
      case .page: self("page of the catalogue", "模型库的页")
      case .dialect: self("language of code", "代码语言")
      case .lesson: self("lesson", "课程")
      case .kind: self("kind of data", "数据种类")
      case .cast: self("thing to cast", "转换对象")
      }
    let choices = known.map { visible($0) }.joined(separator: self(", ", "、"))
    return self("There is no \(what) «\(visible(name))».", "没有\(what)“\(visible(name))”。") + suggestion(nearest)
      + (known.isEmpty ? "" : self(" Known: \(choices).", "可用：\(choices)。"))
  }

  /// From where to where so many are counted.
  private func range(of count: Int) -> String {
    switch count {
    case 0: self("there are none here.", "此处一个也没有。")
    case 1: self("the only one is 0.", "只有 0 这一个。")
    default: self("they go from 0 to \(count - 1).", "可用 0 到 \(count - 1)。")
    }
  }
}
