import Screen
import Testing

@testable import Explorer

@Suite struct OverwritingTests {
  private static let questions = [
    Overwriting(path: "x.png", content: .figure), Overwriting(path: "x.txt", content: .screen),
    Overwriting(path: "monday", content: .session),
  ]

  private static func effect(of question: Overwriting) -> Effect {
    switch question.content {
    case .figure: .saveFigure(path: question.path, overwrite: true)
    case .screen: .saveScreen(path: question.path, overwrite: true)
    case .session: .keepSession(name: question.path, overwrite: true)
    }
  }

  /// An exploration that asks, after a notice that stood before.
  private func asking(_ question: Overwriting, _ language: Language = .english) throws -> Exploration {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setLanguage(language))
    _ = exploration.after(.ask(question))
    return exploration
  }

  @Test(arguments: questions, [Key(.character("y")), Key(.character("Y"), .shift)])
  func aYesReplacesTheFile(question: Overwriting, key: Key) throws {
    var exploration = try asking(question)
    #expect(exploration.after(.type(key)) == [Self.effect(of: question)])
    #expect(exploration.mode == .normal && exploration.notice == nil)
  }

  @Test(arguments: questions, [Key(.character("n")), Key(.character("N"), .shift), Key(.escape)])
  func aNoLeavesItAndSaysSo(question: Overwriting, key: Key) throws {
    var exploration = try asking(question)
    #expect(exploration.after(.type(key)) == [])
    #expect(exploration.mode == .normal && exploration.notice == .leftAsItIs(path: question.path))
  }

  @Test(arguments: [
    Key(.enter), Key(.character("q")), Key(.character("x")), Key(.character("y"), .control), Key(.down),
  ])
  func anyOtherKeyLeavesTheQuestionStanding(key: Key) throws {
    var exploration = try asking(Self.questions[0])
    let before = exploration
    #expect(exploration.keymap.action(for: key, in: exploration) == .type(key))
    #expect(exploration.after(.type(key)) == [] && exploration == before)
  }

  @Test func aPasteOrAClickIsNoAnswer() throws {
    var exploration = try asking(Self.questions[0])
    #expect(exploration.after(.paste("yes")) == [])
    _ = exploration.after(.mouse(Mouse(.press(.left), row: 5, column: 5)))
    #expect(exploration.mode == .asking(Self.questions[0]))
  }

  @Test(arguments: [
    (Language.english, "a␛.png is there already. Replace it? y/n"), (.chinese, "a␛.png 已存在。要替换吗？y/n"),
  ])
  func theQuestionStandsInTheLastRow(language: Language, sentence: String) throws {
    let exploration = try asking(Overwriting(path: "a\u{1B}.png", content: .figure), language)
    #expect(exploration.status.contains(sentence))
  }

  @Test func whereOneLeftIsNoNameForAScene() throws {
    var exploration = try Exploration.sample()
    #expect(exploration.command("keep last") == [])
    #expect(exploration.notice == .reservedSessionName("last") && exploration.notice?.isComplaint == true)
    #expect(exploration.command("keep lasting") == [.keepSession(name: "lasting", overwrite: false)])
    #expect(exploration.command("keep! lasting") == [.keepSession(name: "lasting", overwrite: true)])
  }

  @Test func theFileLeftIsNamedInBothLanguages() {
    #expect(
      Language.english.sentence(for: .leftAsItIs(path: "x.png")) == "x.png is left as it was; nothing was written.")
    #expect(Language.chinese.sentence(for: .leftAsItIs(path: "x.png")) == "x.png 保持原样；未写入。")
    #expect(!Notice.leftAsItIs(path: "x.png").isComplaint)
  }
}
