import Screen

/// The words of a lesson's step as lines: narration, question, what came of it, and what may be tried.
struct NarrationText {
  /// One line of a kind.
  struct Line: Hashable {
    let text: String
    let kind: Kind

    /// What a line is.
    enum Kind: Hashable { case heading, words, formula, question, choice, right, wrong, trial, blank }
  }

  let exploration: Exploration
  let columns: Int

  /// All lines of the step; numbers are those of the step's own picture, and follow in free play.
  var lines: [Line] {
    guard let play = exploration.play, let step = play.current else { return [] }
    let language = exploration.language
    var lines: [Line] = []
    if let title = step.title { add(title(language), .heading, to: &lines) }
    add(step.say(language), .words, to: &lines)
    if let question = step.question { add(question, play, to: &lines) }
    if let trial = step.trial, !play.isAsking {
      gap(in: &lines)
      add(language("Try it: ", "试一试：") + trial(language), .trial, to: &lines)
    }
    return lines
  }

  private func add(_ question: Lesson.Question, _ play: LessonPlay, to lines: inout [Line]) {
    let language = exploration.language
    var state = exploration
    state.scene = play.picture
    gap(in: &lines)
    add(language("Question: ", "问题：") + question.text(language), .question, to: &lines)
    if case .choice(let choices) = question.answer {
      for (index, choice) in choices.enumerated() {
        add("\(index + 1)  " + choice.text(language), .choice, to: &lines)
      }
    }
    switch play.replies[play.step] {
    case nil: break
    case .wrong(let given):
      add(language("Not \(given). ", "不是 \(given)。") + (question.hint?(language) ?? ""), .wrong, to: &lines)
    case .right(let given):
      add(language("Yes: \(given). ", "对：\(given)。") + (question.why?(language) ?? ""), .right, to: &lines)
    case .shown:
      let answer = question.shown(in: state, language)
      add(language("Answer: \(answer). ", "答案：\(answer)。") + (question.why?(language) ?? ""), .right, to: &lines)
    }
  }

  private func gap(in lines: inout [Line]) {
    if let last = lines.last, last.kind != .blank { lines.append(Line(text: "", kind: .blank)) }
  }

  /// Adds words: paragraphs are parted by empty lines, and a line that begins with blanks is a formula of its own.
  private func add(_ words: String, _ kind: Line.Kind, to lines: inout [Line]) {
    var paragraph = ""
    func end() {
      guard !paragraph.isEmpty else { return }
      lines += wrapped(paragraph, columns: columns).map { Line(text: $0, kind: kind) }
      paragraph = ""
    }
    for line in exploration.filled(words).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        end()
        gap(in: &lines)
      } else if line.hasPrefix("  ") {
        end()
        lines += formula(line).map { Line(text: $0, kind: .formula) }
      } else {
        paragraph += Self.joint(paragraph.last, line.first) + line
      }
    }
    end()
    if lines.last?.kind == .blank { lines.removeLast() }
  }

  /// A formula indented as in the file; what does not fit hangs below it, two columns further in.
  private func formula(_ line: Substring) -> [String] {
    guard Screen.columns(of: String(line)) > columns else { return [String(line)] }
    let indent = line.prefix { $0 == " " }
    let lines = wrapped(String(line.dropFirst(indent.count)), columns: columns - indent.count - 2)
    return lines.enumerated().map { indent + ($0.offset == 0 ? "" : "  ") + $0.element }
  }

  /// What stands where two lines of the file meet: a blank, but nothing between Chinese words or beside their punctuation.
  private static func joint(_ before: Character?, _ after: Character?) -> String {
    guard let before, let after else { return "" }
    let isWide = { (character: Character) in Screen.columns(of: String(character)) == 2 }
    let isMark = { (character: Character) in isWide(character) && character.isPunctuation }
    return isWide(before) && isWide(after) || isMark(before) || isMark(after) ? "" : " "
  }
}

extension Exploration {
  /// The lines of the step's narration as this screen shows them.
  var narrationText: [String] { narration.lines.map(\.text) }

  /// How many pages they take.
  var narrationPages: Int { NarrationPane(exploration: self).pages(narration.lines).count }

  private var narration: NarrationText {
    NarrationText(
      exploration: self, columns: NarrationPane.textColumns(in: composition.narration ?? Area(size), telling))
  }
}
