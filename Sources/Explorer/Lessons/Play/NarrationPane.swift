import Screen

/// A calm column beside or below the picture: the lesson's name, how far one is, what is told, and the keys for this step.
struct NarrationPane {
  let exploration: Exploration

  /// Columns of a line of narration in an area: never more than 60, or 40 in large, so that the eye finds the next line.
  static func textColumns(in area: Area, _ telling: Telling) -> Int {
    max(1, min(telling == .large ? Telling.mostLargeColumns : Telling.mostColumns, text(in: area, telling).columns))
  }

  /// Where words stand: in large with a wider margin, where there is room for one.
  private static func text(in area: Area, _ telling: Telling) -> Area {
    let margin = telling == .large && area.columns >= 36 ? 3 : 1
    return area.inset(left: margin, right: margin)
  }

  /// Rows that a line takes: in large the words stand apart.
  private func rows(of line: NarrationText.Line) -> Int { isLarge && line.kind != .blank ? 2 : 1 }

  /// Rows for words: all but the heading and the keys.
  private func textRows(in area: Area) -> Int { max(1, area.rows - (area.rows >= 12 ? 4 : 2)) }

  private var isLarge: Bool { exploration.play?.isLarge ?? false }

  /// Lines in pages that fit, broken at blank lines where one stands in the last third of a page.
  func pages(_ lines: [NarrationText.Line]) -> [[NarrationText.Line]] {
    let area = exploration.composition.narration ?? Area(exploration.size)
    let room = max(1, textRows(in: area) + (isLarge ? 1 : 0))
    var pages: [[NarrationText.Line]] = []
    var rest = lines[...]
    while !rest.isEmpty {
      rest = rest.drop { $0.kind == .blank }
      var (count, taken) = (0, 0)
      for line in rest {
        taken += rows(of: line)
        guard taken <= room || count == 0 else { break }
        count += 1
      }
      if count < rest.count {
        let page = rest.prefix(count)
        if let gap = page.lastIndex(where: { $0.kind == .blank }), gap - rest.startIndex > count / 2 {
          count = gap - rest.startIndex
        }
      }
      if count > 0 { pages.append(Array(rest.prefix(count))) }
      rest = rest.dropFirst(count)
    }
    return pages.isEmpty ? [[]] : pages
  }

  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    guard let play = exploration.play else { return }
    frame.fill(area, with: look.blank(on: .panel))
    frame.fill(area.splitRows(1).top, with: look.blank(on: .bar))
    let inside = area.inset(left: 1, right: 1)
    let (head, below) = inside.splitRows(1)
    let pages = pages(
      NarrationText(exploration: exploration, columns: Self.textColumns(in: area, exploration.telling)).lines)
    drawHead(play, in: &frame, head, look)
    let (words, foot) = below.splitRows(below.rows - 1)
    let text = Self.text(
      in: Area(row: words.row, column: area.column, rows: words.rows, columns: area.columns), exploration.telling)
    draw(pages[min(play.page, pages.count - 1)], in: &frame, text.rows >= 10 ? text.inset(top: 1) : text, look)
    drawFoot(play, pages.count, in: &frame, foot, look)
  }

  private func drawHead(_ play: LessonPlay, in frame: inout Frame, _ head: Area, _ look: Look) {
    let language = exploration.language
    let progress = (play.isPlaying ? "▸ " : "") + play.progress
    let start = head.endColumn - Screen.columns(of: progress)
    frame.write(
      shortened(play.lesson.title(language), columns: max(0, start - 1 - head.column)), row: head.row,
      column: head.column, style: look.style(.heading, on: .bar, .bold), in: head)
    frame.write(progress, row: head.row, column: start, style: look.style(.accent, on: .bar, .bold), in: head)
  }

  private func draw(_ lines: [NarrationText.Line], in frame: inout Frame, _ area: Area, _ look: Look) {
    var row = area.row
    for line in lines {
      frame.write(line.text, row: row, column: area.column, style: style(of: line, look), in: area)
      row += rows(of: line)
    }
  }

  private func style(of line: NarrationText.Line, _ look: Look) -> Style {
    let strong: Attributes = isLarge ? .bold : []
    return switch line.kind {
    case .heading: look.style(.heading, on: .panel, .bold)
    case .formula: look.style(.accent, on: .panel, strong)
    case .question: look.style(.text, on: .panel, .bold)
    case .right: look.style(.good, on: .panel, strong)
    case .wrong: look.style(.error, on: .panel, strong)
    case .trial: look.style(.second, on: .panel, strong)
    case .words, .choice, .blank: look.style(.text, on: .panel, strong)
    }
  }

  /// What may be pressed now: first what the step names, then how to go on.
  private func drawFoot(_ play: LessonPlay, _ pages: Int, in frame: inout Frame, _ foot: Area, _ look: Look) {
    let language = exploration.language
    var hints: [(key: String, word: String)] = []
    func hint(_ name: String, _ word: String) {
      guard let key = exploration.keymap.key(of: name)?.name(asciiOnly: look.asciiOnly) else { return }
      hints.append((["Space": language("Space", "空格"), "Backspace": language("Backspace", "退格")][key] ?? key, word))
    }
    if exploration.isFreePlay { hint("go-back", language("back to the step", "回到本步")) }
    if play.isChoosing {
      hints.append(("1…", language("choose", "选择")))
    } else if play.isAsking {
      hint("answer", language("answer", "回答"))
    }
    let onward =
      play.page + 1 < pages
      ? language("more", "下一页") : play.isAsking ? language("show answer", "看答案") : language("go on", "继续")
    hint("go-on", onward)
    for key in play.current?.keys ?? [] {
      guard let binding = exploration.keymap.binding(named: key.value) else { continue }
      hints.append((key.value, language(binding.meaning.english, binding.meaning.chinese)))
    }
    var column = foot.column
    for (key, word) in hints {
      let width = Screen.columns(of: key) + 1 + Screen.columns(of: word)
      guard column + width <= foot.endColumn else { break }
      column = frame.write(
        key + " ", row: foot.row, column: column, style: look.style(.heading, on: .panel, .bold), in: foot)
      column = frame.write(word, row: foot.row, column: column, style: look.style(.muted, on: .panel), in: foot) + 2
    }
  }
}
