import Encodings
public import Screen

extension Lesson {
  /// Plays the lesson from the first step to the last and checks every command, formula, question and number in it.
  ///
  /// - Parameter exploration: Gives screen, themes and keymap's language; what it shows does not matter.
  /// - Returns: What is wrong, in the order of the steps; empty for a sound lesson.
  public func problems(in exploration: Exploration, keymap: Keymap = .standard) -> [LessonError] {
    var all: [LessonError] = []
    for wording in [title, audience] { all += plain(wording, known: []) }
    var state = exploration.stage()
    for index in steps.indices {
      all += perform(step: index, on: &state)
      var shown = state
      all += point(step: index, on: &shown)
      all += check(steps[index], in: shown, keymap)
    }
    return all
  }

  private func check(_ step: Step, in state: Exploration, _ keymap: Keymap) -> [LessonError] {
    var all: [LessonError] = []
    let written = step.show.map(\.value).joined(separator: " ")
    let wordings = [
      step.title, step.say, step.trial, step.notes, step.question?.text, step.question?.hint, step.question?.why,
    ]
    var used = step.checks.flatMap(\.value.numbers)
    if case .number(let formula, _)? = step.question?.answer { used += formula.value.numbers }
    // A number that a formula beside it is made of may be named: «in a text of 1000 words».
    for wording in wordings.compactMap(\.self) {
      used += (try? Narration(parsing: wording.english.value))?.numbers ?? []
    }
    let known = used.map { Numerals.plain($0) } + Self.numbers(in: written)
    for wording in wordings.compactMap(\.self) { all += check(wording, in: state, known: known) }
    for check in step.checks { all += self.check(check, in: state) }
    if let question = step.question { all += check(question, in: state) }
    for key in step.keys where keymap.binding(named: key.value) == nil {
      all.append(complaint(.unboundKey(key.value), key.line, key.column))
    }
    if let look = step.look, let field = state.scene.field, look.spot.pane ?? state.scene.view == .heatmap,
      let columns = look.spot.columns, columns.upperBound > field.columnCount
    {
      all.append(
        complaint(.outOfPicture("columns \(columns.lowerBound):\(columns.upperBound)"), look.line, look.column))
    }
    return all
  }

  private func check(_ question: Question, in state: Exploration) -> [LessonError] {
    switch question.answer {
    case .number(let formula, _):
      do throws(FormulaError) {
        _ = try formula.value.number(in: state)
        return []
      } catch {
        return [complaint(.formula("answer", error), formula.line, formula.column + error.offset)]
      }
    case .choice(let choices):
      var holding = 0
      var all: [LessonError] = []
      for choice in choices {
        all += plain(choice.text, known: choice.holds.value.numbers.map { Numerals.plain($0) })
        do throws(FormulaError) {
          switch try choice.holds.value.value(in: state) {
          case .truth(let holds): holding += holds ? 1 : 0
          default: all.append(complaint(.notAComparison("when"), choice.holds.line, choice.holds.column))
          }
        } catch {
          all.append(complaint(.formula("when", error), choice.holds.line, choice.holds.column + error.offset))
        }
      }
      if holding != 1, let first = choices.first {
        all.append(complaint(.choicesHolding(holding), first.holds.line, first.holds.column))
      }
      return all
    }
  }

  /// A formula that must hold.
  private func check(_ formula: Located<Formula>, in state: Exploration) -> [LessonError] {
    do throws(FormulaError) {
      switch try formula.value.value(in: state) {
      case .truth(true): return []
      case .truth(false): break
      default: return [complaint(.notAComparison("check"), formula.line, formula.column)]
      }
      guard case .binary(_, let left, let right, _) = formula.value else { return [] }
      return [
        complaint(
          .doesNotHold("", left: try left.shown(in: state), right: try right.shown(in: state)), formula.line,
          formula.column)
      ]
    } catch {
      return [complaint(.formula("check", error), formula.line, formula.column + error.offset)]
    }
  }

  /// Words with formulas: both languages hold the same ones, they can be computed, and no other number stands there.
  private func check(_ wording: Wording, in state: Exploration, known: [String]) -> [LessonError] {
    var all: [LessonError] = []
    var sources: [Set<String>] = []
    for text in wording.both {
      do throws(Narration.Mistake) {
        let narration = try Narration(parsing: text.value)
        sources.append(narration.sources)
        _ = try narration.filled(in: state)
        all += unchecked(narration, text, known: known)
      } catch {
        let place = Self.place(of: error.offset, in: text)
        all.append(complaint(error.problem, place.line, place.column))
      }
    }
    if sources.count == 2, let missing = sources[0].symmetricDifference(sources[1]).min() {
      let lacking = sources[0].contains(missing) ? wording.chinese : wording.english
      let source = missing.prefix { $0 != ":" }
      all.append(complaint(.onlyInOneLanguage(String(source)), lacking.line, lacking.column))
    }
    return all
  }

  /// Words without formulas.
  private func plain(_ wording: Wording, known: [String]) -> [LessonError] {
    wording.both.flatMap { text in
      (try? Narration(parsing: text.value)).map { unchecked($0, text, known: known) } ?? []
    }
  }

  private func unchecked(_ narration: Narration, _ text: Located<String>, known: [String]) -> [LessonError] {
    narration.parts.flatMap { part -> [LessonError] in
      guard case .words(let words) = part else { return [] }
      return Self.numbers(in: words).filter { !known.contains($0) && !Self.isYear($0) }.map { number in
        let found = text.value.range(of: number).map { text.value.distance(from: text.value.startIndex, to: $0) } ?? 0
        let place = Self.place(of: found, in: text)
        return complaint(.unchecked(number), place.line, place.column)
      }
    }
  }

  /// Numbers that stand alone in words: not those that are part of a name, such as «T5» or «GPT-2», and not 0, 1 and 2, which
  /// words and formulas use as signs.
  static func numbers(in words: String) -> [String] {
    var all: [String] = []
    var word = ""
    func end() {
      let plain = word.replacing(" ", with: "").replacing(",", with: "")
      let trimmed = String(plain.reversed().drop { $0 == "." }.reversed())
      if let first = trimmed.first, first.isASCII, first.isNumber, Double(trimmed) != nil,
        !["0", "1", "2"].contains(trimmed)
      {
        all.append(trimmed)
      }
      word = ""
    }
    for character in words {
      // Letters of Latin, Greek and subscripts make a name of the digits beside them; Chinese ones do not.
      let isWide = columns(of: String(character)) == 2
      if !isWide, character.isLetter || character.isNumber || ".,-_²ᵢ".contains(character) {
        word.append(character)
      } else {
        end()
      }
    }
    end()
    return all
  }

  private static func isYear(_ number: String) -> Bool { Int(number).map { (2014...2030).contains($0) } ?? false }

  private static func place(of offset: Int, in text: Located<String>) -> (line: Int, column: Int) {
    let before = text.value.prefix(offset)
    let lines = before.count { $0 == "\n" }
    let inLine = before.reversed().prefix { $0 != "\n" }.count
    return (text.line + lines, text.column + inLine)
  }

  private func complaint(_ problem: LessonProblem, _ line: Int, _ column: Int) -> LessonError {
    LessonError(file: file, line: line, column: column, problem: problem)
  }
}

extension Formula {
  /// What it comes to, in words.
  fileprivate func shown(in state: Exploration) throws(FormulaError) -> String {
    switch try value(in: state) {
    case .number(let value): Numerals.significant(value, digits: 12)
    case .text(let text): "\"\(text)\""
    case .truth(let truth): "\(truth)"
    }
  }
}

extension String {
  /// Where a word first stands.
  fileprivate func range(of word: String) -> Index? {
    indices.first { self[$0...].hasPrefix(word) }
  }
}
