import Foundation
import TestSupport
import Testing

@Suite struct CommandLineEndToEndTests {
  @Test func helpHasExamplesAndVersionIsANumber() throws {
    #expect(try run("--help").text.contains("ropescope llama-3.1-8b"))
    #expect(try run("--version").text == "0.1.0\n")
  }

  @Test func atLeastTenModelsAreListed() throws {
    let outcome = try run("models")
    #expect(outcome.code == 0)
    #expect(outcome.text.split(separator: "\n").count >= 10)
    #expect(outcome.text.contains("llama-3.1-8b"))
  }

  @Test func bothThemesAreListedAndABrokenOneIsNamedWithItsLine() throws {
    let folder = try Folder()
    let themes = folder.url.appending(path: "ropescope/themes")
    try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
    try Data("summary: x\nappearance: drak\n".utf8).write(to: themes.appending(path: "mine.yaml"))
    let outcome = try run("themes", environment: ["XDG_CONFIG_HOME": folder.url.path])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("midnight") && outcome.text.contains("paper"))
    #expect(outcome.messages.contains("mine.yaml:2:13"))
  }

  @Test func theKeysPageIsWhatTheProgramPrints() throws {
    let page = try String(contentsOf: Oracle.repository.appending(path: "docs/keys.md"), encoding: .utf8)
    #expect(try run("keys", "--lang", "en").text == page, "run `make docs` to write docs/keys.md anew")
  }

  @Test(arguments: [
    (["--dim", "63"], 64, "must be even"), (["--dim", "0"], 64, "dimension"), (["--base", "0"], 64, "base must be"),
    (["--base", "inf"], 64, "base must be"), (["--base", "nan"], 64, "base must be"),
    (["--position", "-1"], 64, "out of range"),
    (["--view", "nosuch"], 64, "There is no view"), (["--theme", "nosuch"], 64, "There is no theme"),
    (["--scaling", "warp"], 64, "no context extension"), (["--scaling", "yarn"], 64, "needs a factor"),
    (["--color", "mauve"], 64, "--color takes"), (["--lang", "tlh"], 64, "There is no language"),
    (["/nonexistent/config.json"], 66, "no such file"), (["no-such-model"], 66, "neither a file nor a model"),
    (["/"], 66, "holds none of"), (["/dev/null"], 66, "is a device"), ([], 64, "not a terminal"),
  ])
  func badInputGetsOneSentenceAndItsExitCode(arguments: [String], code: Int32, sentence: String) throws {
    let outcome = try run(list: arguments)
    #expect(outcome.code == code && outcome.output.isEmpty)
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
  }

  @Test(arguments: [
    ("{", 65, "ends too early"), ("[]", 65, "object"), ("", 65, "is empty"),
    ("{\"model_type\": \"abacus\"}", 65, "says nothing"),
    (#"{"model_type": "llama", "hidden_size": 256, "num_attention_heads": 4, "rope_theta": 0}"#, 65, "rope_theta"),
    (
      #"{"model_type": "llama", "hidden_size": 256, "num_attention_heads": 4, "rope_scaling": {"type": "linear", "factor": 0.5}}"#,
      65, "factor"
    ),
    (String(repeating: "[", count: 100_000), 65, "deep"),
  ])
  func aBadConfigGetsOneSentence(config: String, code: Int32, sentence: String) throws {
    let folder = try Folder()
    let outcome = try run("shot", "heatmap", try folder.file("config.json", config))
    #expect(outcome.code == code)
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
    #expect(outcome.messages.split(separator: "\n").count == 1)
    #expect(outcome.output.isEmpty)
  }

  @Test func aConfigIsReadFromStandardInput() throws {
    let config =
      #"{"model_type": "llama", "hidden_size": 256, "num_attention_heads": 4, "max_position_embeddings": 64}"#
    let outcome = try run("shot", "heatmap", "-", "--size", "100x20", input: config)
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("d=64 base=10000 pos=0"))
  }

  @Test func aShotIsTheSameEveryTimeAndNeverOverwritesUnasked() throws {
    let folder = try Folder()
    for name in ["a.ans", "b.ans", "a.txt"] {
      #expect(try run("shot", "dials", "qwen3-8b", "-o", name, folder: folder.url).code == 0)
    }
    let first = try Data(contentsOf: folder.url.appending(path: "a.ans"))
    #expect(try Data(contentsOf: folder.url.appending(path: "b.ans")) == first)
    #expect(first.starts(with: Array("\u{1B}[0;".utf8)))
    let again = try run("shot", "heatmap", "-o", "a.ans", folder: folder.url)
    #expect(again.code == 73 && again.messages.contains("exists already"))
    #expect(try Data(contentsOf: folder.url.appending(path: "a.ans")) == first)
    #expect(try run("shot", "heatmap", "-o", "a.ans", "--force", folder: folder.url).code == 0)
    #expect(try folder.contents == ["a.ans", "a.txt", "b.ans"])
  }

  @Test func linksFoldersAndUnknownEndingsAreNotWrittenTo() throws {
    let folder = try Folder()
    let target = try folder.file("target.txt", "kept")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link.txt").path, withDestinationPath: target)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "d.txt"), withIntermediateDirectories: false)
    #expect(try run("shot", "heatmap", "-o", "link.txt", "--force", folder: folder.url).code == 73)
    #expect(try run("shot", "heatmap", "-o", "d.txt", "--force", folder: folder.url).code == 73)
    #expect(try run("shot", "heatmap", "-o", "x.bmp", folder: folder.url).code == 64)
    #expect(try run("shot", "heatmap", "-o", "nowhere/x.txt", folder: folder.url).code == 73)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "kept")
    #expect(try folder.contents == ["d.txt", "link.txt", "target.txt"])
  }

  @Test(arguments: [
    (["shot", "heatmap"], "cos p·ω"), (["explore", "--view", "spectrum"], "Wavelengths go from"),
    (["shot", "dials", "--lang", "zh"], "校验"),
  ])
  func aViewCanBeReadInsteadOfSeen(arguments: [String], said: String) throws {
    let outcome = try run(list: arguments + ["llama-3.1-8b", "--describe"])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains(said))
    #expect(outcome.text.hasPrefix("llama-3.1-8b"))
    #expect(outcome.messages.isEmpty)
  }
}
