import Foundation
import Testing

/// The real program's streams, exit codes and files.
@Suite struct DataBinaryTests {
  @Test func anArrayGoesToItsFileAndNothingElseIsSaid() throws {
    let folder = try Folder()
    let arguments = ["data", "table", "--scheme", "sinusoidal", "--dim", "16", "--positions", "0:5000"]
    let outcome = try run(list: arguments + ["--dtype", "f32", "-o", "table.npy"], folder: folder.url)
    #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.messages.isEmpty)
    let array = try ArrayFile([UInt8](try Data(contentsOf: folder.url.appending(path: "table.npy"))))
    #expect(array.shape == [5000, 16] && array.descriptor == "<f4")
    #expect(abs(array.values[4999 * 16] - sin(4999)) < 1e-6)
    #expect(try folder.contents == ["table.npy"])
    #expect(try run(list: arguments + ["-o", "table.npy"], folder: folder.url).code == 73)
  }

  private static let endings: [(arguments: [String], code: Int32)] = [
    (["data", "frequencies", "--dim", "3"], 64), (["data", "frequencies", "bert-base"], 65),
    (["data", "frequencies", "/nonexistent.json"], 66), (["data", "angles", "-o", "/nonexistent/x.csv"], 73),
    (["inspect", "nosuch"], 66), (["inspect", "llama-3.1-8b", "--strict"], 0),
    (["inspect", "t5-small", "--strict"], 1), (["inspect", "t5-small"], 0),
  ]

  @Test(arguments: endings)
  func theExitCodeIsThatOfTheContract(arguments: [String], code: Int32) throws {
    let outcome = try run(list: arguments)
    #expect(outcome.code == code)
    #expect(outcome.messages.split(separator: "\n").count == (code > 1 ? 1 : 0), "\(outcome.messages)")
    #expect(outcome.output.isEmpty == (code > 1))
  }

  @Test func groupsThatAreLeftOutAreNamedBesideTheData() throws {
    let outcome = try run(list: ["data", "table", "whisper-tiny", "--positions", "0:2"])
    #expect(outcome.code == 0)
    #expect(outcome.messages.contains("decoder: the values of learned"))
    #expect(outcome.text.split(separator: "\n").count == 3)
  }

  @Test func aConfigOnStandardInputIsInspected() throws {
    let config = #"{"model_type": "llama", "hidden_size": 256, "num_attention_heads": 4, "rope_theta": 5e5}"#
    let outcome = try run("inspect", "-", input: config)
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("base") && outcome.text.contains("500000"))
  }
}
