import Foundation
import Screen
import TerminalHarness
import TestSupport
import Testing

@Suite struct LessonCommandTests {
  @Test func theLessonsAreListedInBothLanguages() throws {
    let english = try run("lessons")
    #expect(english.code == 0 && english.text.split(separator: "\n").count == 10)
    #expect(english.text.contains("rope") && english.text.contains("RoPE, from one pair to a head"))
    #expect(try run("lesson", "--list", "--lang", "zh").text.contains("顺序为何会丢失"))
  }

  @Test func aBrokenLessonIsListedWithItsErrorAndTheOthersRemain() throws {
    let folder = try Folder()
    _ = try folder.file("mine.yaml", "title: {en: a, zh: b}\naudiense: x\n")
    let outcome = try run("lesson", "--lessons", folder.url.path)
    #expect(outcome.code == 0 && outcome.text.split(separator: "\n").count == 11)
    #expect(outcome.text.contains("mine.yaml:2:1: unknown key «lesson.audiense». Did you mean «lesson.audience»?"))
    #expect(try run("lesson", "mine", "--lessons", folder.url.path).code == 65)
  }

  @Test func checkingNamesEveryMistakeWithItsPlace() throws {
    let folder = try Folder()
    let path = try folder.file(
      "mine.yaml",
      "title: {en: a, zh: b}\naudience: {en: a, zh: b}\nsteps:\n  - say: {en: 'a 64', zh: b}\n    check: [d == 65]\n")
    let outcome = try run("lesson", "--check", path)
    #expect(outcome.code == 65 && outcome.output.isEmpty)
    #expect(outcome.messages.contains("mine.yaml:4:18: «64»") && outcome.messages.contains("mine.yaml:5:13: "))
    #expect(try run("lesson", "--check", "/nonexistent.yaml").code == 66)
    let template = Oracle.repository.appending(path: "docs/formats/lesson-template.yaml").path
    #expect(try run("lesson", "--check", template).code == 0)
  }

  @Test(arguments: [
    (["lesson", "alibbi"], Int32(64), "Did you mean «alibi»?"),
    (["lesson", "rope", "--step", "99"], 64, "no step 99"),
    (["lesson", "rope", "--record", "x.gif"], 64, ".cast"), (["lesson", "rope"], 64, "not a terminal"),
    (["lesson", "--notes"], 64, "XDG_RUNTIME_DIR"),
  ])
  func badRequestsGetOneSentence(arguments: [String], code: Int32, sentence: String) throws {
    let outcome = try run(list: arguments)
    #expect(outcome.code == code && outcome.messages.contains(sentence), "\(outcome.messages)")
  }

  @Test func aRecordingHasTheSameBytesEveryTimeAndIsAsciicastThree() throws {
    let folder = try Folder()
    for name in ["a.cast", "b.cast"] {
      let outcome = try run(list: ["lesson", "digits", "--record", name, "--size", "80x24"], folder: folder.url)
      #expect(outcome.code == 0 && outcome.messages.isEmpty)
    }
    let first = try Data(contentsOf: folder.url.appending(path: "a.cast"))
    #expect(try Data(contentsOf: folder.url.appending(path: "b.cast")) == first)
    let lines = String(decoding: first, as: UTF8.self).split(separator: "\n")
    let header = try JSONSerialization.jsonObject(with: Data(try #require(lines.first).utf8)) as? [String: Any]
    #expect(header?["version"] as? Int == 3)
    #expect(lines.count > 6 && lines.contains { $0.contains("38;2;") })
    let plain = ["lesson", "digits", "--record", "c.cast", "--color", "never"]
    #expect(try run(list: plain, folder: folder.url, environment: ["COLORFGBG": "0;15"]).code == 0)
    #expect(try String(contentsOf: folder.url.appending(path: "c.cast"), encoding: .utf8).contains("38;2;") == false)
    #expect(try run(list: ["lesson", "digits", "--record", "a.cast"], folder: folder.url).code == 73)
  }
}

@Suite struct PresentationTests {
  @Test func thePresenterFollowsThePlayerAndLeadsIt() throws {
    let folder = try Folder()
    let environment = ["COLORTERM": "truecolor", "HOME": folder.url.path]
    let socket = folder.url.appending(path: "s").path
    let player = try explore("lesson", "rope", "--present", "--socket", socket, environment: environment)
    try player.waitUntil { $0.text.contains("1 / 8") }
    let presenter = try TerminalSession(
      [try BuiltProgram.path("ropescope"), "lesson", "--notes", "--socket", socket], environment: environment,
      size: Size(rows: 40, columns: 120))
    try presenter.waitUntil { $0.text.contains("1 / 8") && $0.text.contains("Next") }
    player.send(" ")
    try presenter.waitUntil { $0.text.contains("2 / 8") }
    presenter.send(" ")
    try player.waitUntil { $0.text.contains("3 / 8") }
    presenter.send("q")
    player.send("q")
    #expect(try player.waitForExit() == .code(0))
    #expect(try folder.contents.contains("s") == false)
  }
}
