import Foundation
import TerminalHarness
import Testing

/// An option that overrides a model's value says so wherever the model's name stands.
@Suite struct OverrideTests {
  @Test(arguments: [
    ["data", "frequencies", "llama-3.1-8b", "--format", "json"], ["inspect", "llama-3.1-8b", "--json"],
    ["shot", "heatmap", "llama-3.1-8b", "--size", "80x24", "-o", "-"],
  ])
  func whatTheModelSaysStandsBesideWhatReplacesIt(arguments: [String]) throws {
    let said = arguments[0] == "shot" ? " changed" : #""model_says": {"base": "500000"}"#
    let (own, other) = (try run(list: arguments).text, try run(list: arguments + ["--base", "10000"]).text)
    #expect(!own.contains(said) && other.contains(said), "\(other)")
  }

  @Test func anOptionThatTheModelAgreesWithOverridesNothing() throws {
    let text = try run("data", "frequencies", "llama-3.1-8b", "--format", "json", "--base", "500000").text
    #expect(!text.contains("model_says"))
  }

  #if Figures
    @Test func aFigureNamesTheModelsOwnValue() throws {
      let folder = try Folder()
      let arguments = ["figure", "spectrum", "llama-3.1-8b", "--base", "10000", "-o", "x.svg"]
      #expect(try run(list: arguments, folder: folder.url).code == 0)
      let text = try String(contentsOf: folder.url.appending(path: "x.svg"), encoding: .utf8)
      #expect(text.contains("the model itself base 500000"))
    }
  #endif

  @Test func theStatusLineSaysSoUntilTheModelsValueIsBack() throws {
    let session = try explore("llama-3.1-8b")
    #expect(!session.status().contains("changed"))
    session.send(":base 10000\r")
    try session.waitUntil { $0.status().contains("base=10000") && $0.status().contains("changed") }
    session.send(":lang zh\r")
    try session.waitUntil { $0.status().contains("已改") }
    session.send(":base 500000\r")
    try session.waitUntil { $0.status().contains("base=500000") && !$0.status().contains("已改") }
  }

  @Test(arguments: [("en", "it is not a file"), ("zh", "它不是文件")])
  func whyAFileCannotBeReadIsSaidInBothLanguages(language: String, sentence: String) throws {
    for command in [["themes", "--check"], ["lesson", "--check"]] {
      let outcome = try run(list: command + ["/", "--lang", language])
      #expect(outcome.code == 66 && outcome.messages.contains(sentence), "\(outcome.messages)")
    }
  }
}
