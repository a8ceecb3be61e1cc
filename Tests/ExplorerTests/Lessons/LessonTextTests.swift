import Screen
import Testing

@testable import Explorer

/// The lessons that are part of the program.
@Suite struct LessonTextTests {
  static let names = LessonShelf().entries.map(\.name)

  @Test func thereAreTenInTheirOrder() {
    #expect(
      Self.names == [
        "order", "waves", "sinusoid", "learned", "relative", "rope", "digits", "alibi", "length", "config",
      ])
  }

  @Test(arguments: names)
  func everyCommandFormulaAndNumberOfALessonHolds(name: String) throws {
    let lesson = try #require(LessonShelf()[name]).lesson()
    let problems = lesson.problems(in: .offstage(.english))
    #expect(problems.isEmpty, "\(problems.map { Language.english.sentence(for: $0) })")
  }

  @Test(arguments: names, Language.allCases)
  func aLessonIsPlayedToItsEndAndEveryRightAnswerCounts(name: String, language: Language) throws {
    var exploration = Exploration.offstage(language)
    _ = exploration.after(.lesson(.start(name)))
    let count = try #require(exploration.play?.lesson.steps.count)
    for step in 0..<count {
      #expect(exploration.play?.step == step)
      while exploration.play?.step == step, (exploration.play?.page ?? 0) + 1 < exploration.narrationPages {
        #expect(exploration.frame.size == exploration.size)
        _ = exploration.after(.lesson(.next))
      }
      let text = exploration.narrationText.joined()
      #expect(!text.contains("{") && !text.contains("}"), "\(text)")
      if let question = exploration.play?.current?.question {
        let answer = try #require(exploration.rightAnswer(to: question))
        _ = exploration.after(.lesson(.answer(answer)))
        #expect(exploration.play?.replies[step] == .right(answer))
        while exploration.play?.step == step, (exploration.play?.page ?? 0) + 1 < exploration.narrationPages {
          _ = exploration.after(.lesson(.next))
        }
      }
      #expect(exploration.play?.progress == "\(step + 1) / \(count)")
      _ = exploration.after(.lesson(.next))
    }
    #expect(exploration.notice == .lessonEnds(name))
  }

  @Test(arguments: names, Language.allCases)
  func noLineOfNarrationIsLongerThanSixtyColumns(name: String, language: Language) throws {
    var exploration = Exploration.offstage(language, size: Size(rows: 50, columns: 200))
    _ = exploration.after(.lesson(.start(name)))
    for step in 1...(try #require(exploration.play?.lesson.steps.count)) {
      _ = exploration.after(.lesson(.jump(to: step)))
      for line in exploration.narrationText { #expect(columns(of: line) <= 60, "\(line)") }
    }
  }
}

extension Exploration {
  /// What a person who knows would type.
  func rightAnswer(to question: Lesson.Question) -> String? {
    guard let play else { return nil }
    var state = self
    state.scene = play.picture
    switch question.answer {
    case .number(let formula, _): return (try? formula.value.number(in: state)).map { Numerals.plain($0) }
    case .choice(let choices): return choices.firstIndex { $0.isRight(in: state) }.map { "\($0 + 1)" }
    }
  }
}
