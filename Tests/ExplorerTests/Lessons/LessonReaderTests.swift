import Foundation
import Screen
import TestSupport
import Testing

@testable import Explorer

/// A page of the manual.
func manualText(_ path: String) throws -> String {
  try String(contentsOf: Oracle.repository.appending(path: path), encoding: .utf8)
}

@Suite struct LessonReaderTests {
  private static let head = """
    title: {en: A, zh: 甲}
    audience: {en: B, zh: 乙}
    steps:

    """

  /// What the checker says of one step, lines counted from its first: a file's line 4.
  private func complaints(_ step: String) -> [String] {
    var shelf = LessonShelf()
    shelf.add(text: Self.head + step, fileName: "x", file: "x.yaml")
    do throws(LessonError) {
      let lesson = try shelf["x"]?.lesson()
      return lesson?.problems(in: .offstage(.english)).map { Language.english.sentence(for: $0) } ?? []
    } catch {
      return [Language.english.sentence(for: error)]
    }
  }

  private static let mistakes: [(step: String, sentence: String)] = [
    ("  - sey: {en: a, zh: b}", "x.yaml:4:5: unknown key «steps[1].sey». Did you mean «steps[1].say»?"),
    ("  - say: {en: a}", "x.yaml:4:10: «say.zh» is missing."),
    ("  - say: words", "x.yaml:4:10: «say» must be a mapping of keys to values."),
    ("  - {say: {en: a, zh: b}, show: []}", "x.yaml:4:33: «show» must be a list with something in it."),
    (
      "  - say: {en: a, zh: b}\n    show:\n      - dmi 64",
      "x.yaml:6:9: «dmi 64»: There is no command «dmi». Did you mean «dim»?"
    ),
    ("  - say: {en: a, zh: b}\n    show:\n      - dim 63", "x.yaml:6:9: «dim 63»: dimension must be even"),
    ("  - say: {en: a, zh: b}\n    show:\n      - shot! x.txt", "x.yaml:6:9: A lesson may not use «shot! x.txt»"),
    ("  - say: {en: a, zh: b}\n    show:\n      - quit", "x.yaml:6:9: A lesson may not use «quit»"),
    ("  - say: {en: a, zh: b}\n    show:\n      - open /etc/passwd", "x.yaml:6:9: «open /etc/passwd»: "),
    (
      "  - say: {en: a, zh: b}\n    check:\n      - omega(0) == 2",
      "x.yaml:6:9: this does not hold: left is 1, right is 2."
    ),
    (
      "  - say: {en: a, zh: b}\n    check:\n      - omga(0) == 2",
      "x.yaml:6:9: no formula knows «omga». Did you mean «omega»?"
    ),
    ("  - say: {en: a, zh: b}\n    check:\n      - omega(0)", "x.yaml:6:9: «check» must be a comparison"),
    (
      "  - say:\n      en: |\n        one\n        and 64 two\n      zh: b",
      "x.yaml:7:13: «64» is neither computed nor checked"
    ),
    ("  - say:\n      en: |\n        one {omga(0)}\n      zh: b", "x.yaml:6:14: no formula knows «omga»"),
    ("  - say: {en: 'a {d', zh: b}", "x.yaml:4:18: a brace without its other half"),
    ("  - say: {en: 'a {d}', zh: b}", "x.yaml:4:28: {d} stands in the other language only."),
    ("  - say: {en: 'a {d:x}', zh: '{d:x}'}", "x.yaml:4:20: «:x» cannot stand here."),
    (
      "  - say: {en: a, zh: b}\n    ask: {en: q, zh: q}",
      "x.yaml:5:10: a question needs either «answer» or «choices»."
    ),
    ("  - say: {en: a, zh: b}\n    ask: {en: q, zh: q, answer: 1 +}", "x.yaml:5:36: the formula ends too early."),
    (
      "  - say: {en: a, zh: b}\n    ask:\n      en: q\n      zh: q\n      choices:\n        - {en: a, zh: b, when: d == 1}\n        - {en: a, zh: b, when: d == 2}",
      "x.yaml:9:32: 0 of the choices hold; it must be exactly one."
    ),
    ("  - say: {en: a, zh: b}\n    look: {pair: 99}", "x.yaml:5:18: pair 99 is not in the picture."),
    (
      "  - say: {en: a, zh: b}\n    look: {pane: dails}",
      "x.yaml:5:18: there is no view «dails». Did you mean «dials»?"
    ),
    ("  - say: {en: a, zh: b}\n    look: {rows: 8}", "x.yaml:5:18: «rows» must be a range such as 0:8"),
    ("  - say: {en: a, zh: b}\n    keys: [Hyper]", "x.yaml:5:12: no key is named «Hyper»"),
    ("  - say: {en: a, zh: b\n", "x.yaml:"), ("", "x.yaml:3:"), ("  - [", "x.yaml:"),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsNamedWithItsLineColumnAndRemedy(step: String, sentence: String) {
    let said = complaints(step)
    #expect(said.first?.hasPrefix(sentence) == true, "\(said)")
  }

  @Test func aSoundStepHasNothingSaidAboutIt() {
    #expect(
      complaints(
        """
          - say: {en: "Base {base:,}, T5 and GPT-2, {{x}}, 0 and 1.", zh: "底数 {base:,}，T5，GPT-2。"}
            show: [base 500000]
            check: [base == 500000]
            look: {pane: heatmap, pair: 3, rows: 0:4, columns: 0:8}
            keys: [n, N, Tab, Ctrl-R]
        """
      ).isEmpty)
  }

  @Test func aBrokenFileIsListedAndTheOthersStillPlay() throws {
    var shelf = LessonShelf()
    shelf.add(text: "title: [", fileName: "mine", file: "/m/mine.yaml")
    shelf.add(problem: LessonError(file: "/m/gone.yaml", problem: .file(.unreadable(.notAFile))), fileName: "gone")
    #expect(shelf.entries.count == LessonTextTests.names.count + 2)
    for name in ["mine", "gone"] {
      let entry = try #require(shelf[name])
      #expect(throws: LessonError.self) { try entry.lesson() }
      var exploration = Exploration.offstage(.english, lessons: shelf)
      _ = exploration.after(.lesson(.start(name)))
      #expect(exploration.play == nil && exploration.notice?.isComplaint == true)
    }
    var exploration = Exploration.offstage(.english, lessons: shelf)
    _ = exploration.after(.lesson(.start("rope")))
    #expect(exploration.play?.lesson.name == "rope")
  }

  @Test func aFileOfTheSameNameTakesThePlaceOfTheBuiltInLesson() throws {
    var shelf = LessonShelf()
    shelf.add(text: Self.head + "  - say: {en: a, zh: b}", fileName: "rope", file: "/m/rope.yaml")
    #expect(shelf.entries.count == LessonTextTests.names.count)
    #expect(try #require(shelf["rope"]).lesson().steps.count == 1)
    #expect(shelf["06-rope"]?.file == "/m/rope.yaml")
  }

  @Test func theTemplateIsSound() throws {
    var shelf = LessonShelf()
    shelf.add(text: try manualText("docs/formats/lesson-template.yaml"), fileName: "template", file: "template.yaml")
    let problems = try #require(shelf["template"]).lesson().problems(in: .offstage(.chinese))
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(arguments: [("06-rope", "rope"), ("rope", "rope"), ("3d", "3d"), ("12-", "12-"), ("2024-intro", "intro")])
  func theNumberInFrontOnlyOrders(fileName: String, name: String) { #expect(Lesson.plainName(fileName) == name) }
}
