import Foundation
import TestSupport
import Testing

/// What the program refuses, it refuses in the language that was asked for.
@Suite struct ChineseRefusalTests {
  private static let refused: [[String]] = [
    ["--dim", "x"], ["--dim", "63"], ["--base", "x"], ["--scheme", "rop"], ["--scaling", "yarm"],
    ["--scaling", "yarn"], ["--layout", "x"], ["--ladder", "x"], ["--factor", "2"], ["--share", "0.5"],
    ["--scheme", "sinusoidal", "--scaling", "yarn"], ["--heads", "x"], ["--position", "-1"], ["--color", "mauve"],
    ["--size", "0x0"], ["--group", "x"], ["--pair", "999"], ["no-such-model"], ["/no/such/folder/config.json"],
    ["--theme", "x"], ["--view", "x"],
  ]

  @Test(arguments: refused) func aRefusalOfShotIsChinese(arguments: [String]) throws {
    let isView = arguments[0] == "--view"
    let outcome = try run(list: ["shot", isView ? "dails" : "dials"] + (isView ? [] : arguments) + ["--lang", "zh"])
    expectChinese(outcome)
  }

  private static let others: [[String]] = [
    ["data", "frequencies", "gpt2"], ["data", "nonsense"], ["data", "angles", "--positions", "x"],
    ["data", "rotate", "--vector", "x"], ["figure", "code", "-o", "x.pdf"], ["figure", "dials", "-o", "x.bmp"],
    ["figure", "dials", "--width", "x", "-o", "x.svg"], ["shot", "dials", "-o", "/no/such/folder/x.txt"],
    ["inspect", "no-such-model"], ["compare", "gpt2", "no-such-model"], ["lesson", "no-such-lesson"],
    ["code", "gpt2", "--for", "cobol"],
  ]

  @Test(arguments: others) func aRefusalOfAnotherCommandIsChinese(arguments: [String]) throws {
    expectChinese(try run(list: arguments + ["--lang", "zh"]))
  }

  @Test(arguments: [
    (["shot", "dials", "--layer", "1"], "没有 SOURCE 时 --layer 没有意义"),
    (["lesson", "--large"], "没有 NAME 时 --large 没有意义"),
    (["lesson", "rope", "--notes"], "--notes 与 NAME 不能同时使用"),
    (["inspect", "llama-2-7b", "--layer", "99"], "第 99 层不存在或没有位置编码；有位置编码的是第 0–31 层。"),
    (["shot", "nosuch.txt", "-o", "x.bmp"], "没有视图“nosuch.txt”。"), (["shot", "dials", "-o", "x.bmp"], "x.bmp: 格式"),
    (["shot", "precision", "--cast", "x"], "没有转换对象“x”。可用：inputs、result。"),
  ])
  func aRefusalReadsAsASentence(arguments: [String], sentence: String) throws {
    let outcome = try run(list: arguments + ["--lang", "zh"])
    #expect(outcome.code != 0 && outcome.messages.contains(sentence), "\(outcome.messages)")
  }

  @Test func aMistakeInTheSettingsIsToldInTheLanguageTheySettle() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "ropescope"), withIntermediateDirectories: true)
    _ = try folder.file("ropescope/config.yaml", "lang: zh\nthem: paper\n")
    let outcome = try run("keys", environment: ["XDG_CONFIG_HOME": folder.url.path])
    #expect(outcome.code == 65 && outcome.messages.contains("未知的键“them”。是否想用“theme”？"), "\(outcome.messages)")
  }

  private func expectChinese(_ outcome: Outcome) {
    #expect(outcome.code != 0)
    #expect(outcome.messages.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(outcome.messages)")
    let english = outcome.messages.matches(of: #/[A-Za-z]{2,}( [a-z]{2,}){3,}/#).map { String($0.output.0) }
    #expect(english == [], "\(outcome.messages)")
  }
}
