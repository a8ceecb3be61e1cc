public import Screen

extension Language {
  /// The sentence for a notice about lessons.
  ///
  /// - Parameter leaving: How to leave the lesson; empty where no key does.
  func sentence(forLesson notice: Notice, leaving: String) -> String {
    switch notice {
    case .lessons(let names):
      self("Lessons, after :lesson  ", "课程，用 :lesson 播放：")
        + names.map { visible($0) }.joined(separator: self(", ", "、"))
    case .noLesson: self("No lesson is being played; :lesson lists them.", "没有正在播放的课程；:lesson 列出课程。")
    case .noSuchStep(let step, let count):
      self("There is no step \(step); the lesson has \(count).", "没有第 \(step) 步；本课共 \(count) 步。")
    case .nothingAsked: self("This step asks nothing.", "这一步没有问题。")
    case .notAnAnswer(let text):
      self(
        "«\(visible(text))» is not an answer; type a number, or that of a choice.",
        "“\(visible(text))”不是答案；请输入一个数或选项的编号。")
    case .firstStep:
      self("This is the first step", "这是第一步") + (leaving.isEmpty ? "" : self("; ", "；") + leaving) + self(".", "。")
    case .lessonEnds(let name):
      self("The lesson «\(name)» is done", "课程“\(name)”已结束") + (leaving.isEmpty ? "" : self("; ", "；") + leaving)
        + self("; :lesson lists the others.", "；:lesson 列出其他课程。")
    case .lesson(let error): sentence(for: error)
    case .notInLessons(let line):
      self(
        "A lesson may not use «\(visible(line))»: it saves, ends or leaves the lesson.",
        "课程中不能使用“\(visible(line))”：它会保存、退出或离开课程。")
    default: ""
    }
  }

  /// The sentence for what is wrong in a lesson file, with its place in front.
  public func sentence(for error: LessonError) -> String {
    error.place + ": " + words(for: error.problem)
  }

  private func words(for problem: LessonProblem) -> String {
    switch problem {
    case .file(let fault): sentence(for: fault)
    case .notAList(let key): self("«\(key)» must be a list with something in it.", "“\(key)”必须是非空列表。")
    case .notText(let key): self("«\(key)» must be words.", "“\(key)”必须是文字。")
    case .notANumber(let key): self("«\(key)» must be a number from 0.", "“\(key)”必须是不小于 0 的数。")
    case .notARange(let key):
      self("«\(key)» must be a range such as 0:8, stop excluded.", "“\(key)”必须是 0:8 这样的范围（不含末尾）。")
    case .unknownView(let name, let nearest):
      self("there is no view «\(visible(name))».", "没有视图“\(visible(name))”。") + suggestion(nearest)
    case .unboundKey(let key):
      self(
        "no key is named «\(visible(key))»; ropescope keys lists them.", "没有名为“\(visible(key))”的按键；见 ropescope keys。")
    case .noAnswer: self("a question needs either «answer» or «choices».", "问题需要“answer”或“choices”之一。")
    default: finding(problem)
    }
  }

  /// What playing the lesson has shown.
  private func finding(_ problem: LessonProblem) -> String {
    switch problem {
    case .openBrace:
      self("a brace without its other half; a brace itself is written twice.", "花括号不成对；要写花括号本身请写两次。")
    case .formula(_, let error): words(for: error)
    case .command(let line, let notice):
      self("«\(visible(line))»: ", "“\(visible(line))”：") + sentence(for: notice)
    case .forbidden(let line): sentence(for: .notInLessons(line))
    case .doesNotHold(_, let left, let right):
      self("this does not hold: left is \(left), right is \(right).", "这不成立：左边是 \(left)，右边是 \(right)。")
    case .notAComparison(let key):
      self("«\(key)» must be a comparison, such as d == 64.", "“\(key)”必须是比较，例如 d == 64。")
    case .choicesHolding(let count):
      self("\(count) of the choices hold; it must be exactly one.", "有 \(count) 个选项成立；必须恰好一个。")
    case .unchecked(let number):
      self(
        "«\(number)» is neither computed nor checked; write it as a formula in braces, or add it to «check».",
        "“\(number)”既未计算也未检查；请写成花括号中的公式，或加入“check”。")
    case .onlyInOneLanguage(let formula):
      self("{\(visible(formula))} stands in the other language only.", "{\(visible(formula))} 只出现在另一种语言中。")
    case .outOfPicture(let what): self("\(what) is not in the picture.", "\(what) 不在画面中。")
    default: ""
    }
  }

  /// The sentence for what is wrong with a formula.
  func words(for error: FormulaError) -> String {
    switch error.problem {
    case .unexpected(let sign): self("«\(visible(sign))» cannot stand here.", "这里不能有“\(visible(sign))”。")
    case .endsEarly: self("the formula ends too early.", "公式不完整。")
    case .tooDeep: self("the formula is nested too deep.", "公式嵌套过深。")
    case .unknownName(let name, let nearest):
      self("no formula knows «\(visible(name))».", "公式不认识“\(visible(name))”。") + suggestion(nearest)
    case .wrongArguments(let name, let parameters):
      parameters.isEmpty
        ? self("\(name) takes nothing in parentheses.", "\(name) 不带参数，后面不要写括号。")
        : self("write \(name)(\(parameters)).", "应写作 \(name)(\(parameters))。")
    case .notInScene(let name):
      self("the scene has no such value: \(visible(name)).", "此场景中没有这个值：\(visible(name))。")
    case .notANumber: self("a number is needed here.", "这里需要一个数。")
    case .command(let notice): sentence(for: notice)
    }
  }
}
