import Screen

/// The page of keys, made of the keymap and the tables of gestures and commands.
struct HelpPage {
  var keymap: Keymap = .standard
  let language: Language
  /// What is shown: the keys of the view looked at come first. Without it, the keys of all views in their chapters.
  var scene: Scene?

  /// One line: a chapter's name, or keys with their meaning.
  struct Line: Hashable {
    let left: String
    let right: String
    var isChapter: Bool { right.isEmpty && !left.isEmpty }
  }

  func lines(asciiOnly: Bool) -> [Line] {
    var all = scene.map { ownLines(of: $0, asciiOnly: asciiOnly) } ?? []
    for chapter in Binding.Chapter.allCases {
      all.append(Line(left: name(of: chapter), right: ""))
      for binding in keymap.bindings where binding.chapter == chapter {
        all.append(line(binding, asciiOnly: asciiOnly))
      }
      all.append(Line(left: "", right: ""))
    }
    all.append(Line(left: language("The mouse", "鼠标"), right: ""))
    for mouse in MouseMeaning.all {
      all.append(
        Line(
          left: language(mouse.gesture.english, mouse.gesture.chinese),
          right: language(mouse.meaning.english, mouse.meaning.chinese)))
    }
    all.append(Line(left: "", right: ""))
    all.append(Line(left: language("Commands, after :", "命令（在 : 之后）"), right: ""))
    for command in Command.all {
      let example = command.example.isEmpty ? "" : " " + command.example
      all.append(Line(left: command.name.rawValue + example, right: command.meaning(in: language)))
    }
    return all
  }

  /// The keys that change what few other views than the one looked at show.
  private func ownLines(of scene: Scene, asciiOnly: Bool) -> [Line] {
    let own = Aspect.allCases.filter { scene.view.shows($0, of: scene) }.flatMap { aspect in
      keymap.bindings.filter { $0.action.aspect == aspect }
    }
    guard !own.isEmpty else { return [] }
    let view = scene.view
    let name = language("In this view: \(view.rawValue)", "当前视图：\(view.chineseName)")
    return [Line(left: name, right: "")] + own.map { line($0, asciiOnly: asciiOnly) } + [Line(left: "", right: "")]
  }

  private func line(_ binding: Binding, asciiOnly: Bool) -> Line {
    Line(
      left: binding.keys.map { $0.name(asciiOnly: asciiOnly) }.joined(separator: "  "),
      right: language(binding.meaning.english, binding.meaning.chinese))
  }

  /// The lines as they stand in so many columns: keys that are too long for theirs have a line of their own, and meanings
  /// go on below themselves.
  private func rows(columns: Int, asciiOnly: Bool) -> (rows: [Line], keyColumn: Int) {
    let all = lines(asciiOnly: asciiOnly)
    let longest = all.filter { !$0.isChapter }.map { Screen.columns(of: $0.left) }.max() ?? 0
    let keyColumn = min(longest + 3, max(8, columns / 3))
    let rows = all.flatMap { line -> [Line] in
      guard !line.right.isEmpty else { return [line] }
      let meaning = wrapped(line.right, columns: max(1, columns - keyColumn)).map { Line(left: "", right: $0) }
      if Screen.columns(of: line.left) > keyColumn - 2 {
        // A blank keeps keys apart from the name of a chapter.
        return wrapped(line.left, columns: max(1, columns - 1)).map { Line(left: $0, right: " ") } + meaning
      }
      return [Line(left: line.left, right: meaning.first?.right ?? " ")] + meaning.dropFirst()
    }
    return (rows, keyColumn)
  }

  func draw(in frame: inout Frame, _ area: Area, firstLine: Int, _ look: Look) {
    frame.fill(area, with: look.blank(on: .panel))
    let inside = area.inset(left: 1, right: 1)
    let (all, keyColumn) = rows(columns: inside.columns, asciiOnly: look.asciiOnly)
    let isCut = firstLine + area.rows < all.count
    for (row, line) in all.dropFirst(firstLine).prefix(area.rows - (isCut ? 1 : 0)).enumerated() {
      let at = area.row + row
      if line.isChapter {
        frame.write(
          line.left, row: at, column: inside.column, style: look.style(.heading, on: .panel, .bold), in: inside)
      } else {
        frame.write(line.left, row: at, column: inside.column + 1, style: look.style(.accent, on: .panel), in: inside)
        frame.write(
          line.right, row: at, column: inside.column + keyColumn, style: look.style(.text, on: .panel), in: inside)
      }
    }
    if isCut {
      let more = language(" more below ", " 下面还有 ") + "↓" + " "
      frame.write(
        more, row: area.endRow - 1, column: area.endColumn - Screen.columns(of: more),
        style: look.style(.muted, on: .bar),
        in: area)
    }
  }

  /// The first line held so that the page does not scroll past its end.
  func held(_ line: Int, size: Size, asciiOnly: Bool) -> Int {
    max(0, min(line, rows(columns: size.columns - 4, asciiOnly: asciiOnly).rows.count - max(1, size.rows - 2)))
  }

  private func name(of chapter: Binding.Chapter) -> String {
    switch chapter {
    case .moving: language("Moving", "移动")
    case .encoding: language("The encoding", "编码")
    case .picture: language("The picture", "画面")
    case .lesson: language("In a lesson", "课程中")
    case .program: language("The program", "程序")
    }
  }
}

extension Exploration {
  /// The page of keys as it stands over what is shown.
  var helpPage: HelpPage { HelpPage(keymap: keymap, language: language, scene: scene) }
}
