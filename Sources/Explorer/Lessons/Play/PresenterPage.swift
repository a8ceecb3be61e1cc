public import Screen

extension Exploration {
  /// What the one who presents a lesson sees in a terminal of their own: this step's words and notes, and the next step.
  ///
  /// - Parameter isConnected: Whether the player is there.
  public func presenterFrame(themes shelf: ThemeShelf, isConnected: Bool) -> Frame {
    guard let theme = shelf[scene.theme] ?? shelf.themes.first else { return Frame(size) }
    let look = Look(theme: theme, depth: depth, asciiOnly: asciiOnly)
    var frame = Frame(size, style: look.style(.text))
    PresenterPage(exploration: self, isConnected: isConnected).draw(in: &frame, Area(size), look)
    return asciiOnly ? frame.transliterated() : frame
  }
}

/// The presenter's page: at the left or above what is told and the notes to it, at the right or below what comes next.
struct PresenterPage {
  let exploration: Exploration
  let isConnected: Bool

  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    let language = exploration.language
    let (head, below) = area.splitRows(1)
    let (middle, foot) = below.splitRows(below.rows - 1)
    frame.fill(head, with: look.blank(on: .bar))
    frame.fill(foot, with: look.blank(on: .bar))
    let keys = language("Space next   Backspace back   q close this window", "空格 下一步   退格 上一步   q 关闭此窗口")
    let state =
      isConnected
      ? keys : language("Waiting for: ropescope lesson NAME --present", "等待：ropescope lesson NAME --present")
    frame.write(state, row: foot.row, column: foot.column + 1, style: look.style(.muted, on: .bar), in: foot)
    guard let play = exploration.play else { return }
    let title = "\(play.lesson.title(language))   \(play.progress)"
    frame.write(title, row: head.row, column: head.column + 1, style: look.style(.heading, on: .bar, .bold), in: head)
    let isWide = middle.columns >= Telling.besideFrom
    let (now, next) =
      isWide ? middle.splitColumns(middle.columns / 2) : middle.splitRows(middle.rows * 2 / 3)
    draw(lines(columns: now.columns - 2), in: &frame, now.inset(left: 1, right: 1), look)
    draw(coming(columns: next.columns - 2), in: &frame, next.inset(left: 1, right: 1), look)
  }

  private func lines(columns: Int) -> [NarrationText.Line] {
    var lines: [NarrationText.Line] = []
    if let notes = exploration.play?.current?.notes {
      let words = exploration.language("Notes: ", "讲稿：") + exploration.filled(notes(exploration.language))
      lines = wrapped(words, columns: min(columns, Telling.mostColumns)).map { .init(text: $0, kind: .trial) }
      lines.append(.init(text: "", kind: .blank))
    }
    lines += text(exploration, columns)
    guard let play = exploration.play, let question = play.current?.question, play.isAsking else { return lines }
    let answer = question.shown(in: exploration, exploration.language)
    lines.append(.init(text: exploration.language("Answer: ", "答案：") + answer, kind: .trial))
    return lines
  }

  /// The next step as it will be, with its own numbers.
  private func coming(columns: Int) -> [NarrationText.Line] {
    let language = exploration.language
    var ahead = exploration
    guard let play = exploration.play, play.following != nil else {
      return [.init(text: language("This is the last step.", "这是最后一步。"), kind: .heading)]
    }
    _ = update(&ahead, .lesson(.jump(to: play.step + 2)))
    return [.init(text: language("Next", "接下来"), kind: .question)] + text(ahead, columns)
  }

  private func text(_ exploration: Exploration, _ columns: Int) -> [NarrationText.Line] {
    NarrationText(exploration: exploration, columns: max(1, min(columns, Telling.mostColumns))).lines
  }

  private func draw(_ lines: [NarrationText.Line], in frame: inout Frame, _ area: Area, _ look: Look) {
    for (row, line) in lines.enumerated() {
      let role: Role =
        switch line.kind {
        case .heading: .heading
        case .formula: .accent
        case .question: .heading
        case .trial: .second
        default: .text
        }
      frame.write(
        line.text, row: area.row + 1 + row, column: area.column,
        style: look.style(role, on: .background, line.kind == .heading ? .bold : []), in: area)
    }
  }
}
