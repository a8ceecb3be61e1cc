import ArgumentParser
import Encodings
import Explorer
import Foundation
import TestSupport
import Testing

@testable import ropescope

/// Nothing in which two configs differ is called the same.
@Suite struct CompareDetailTests {
  /// A config with one thing changed.
  private func changed(_ name: String, _ change: (inout [String: Any]) -> Void) throws -> (Folder, String) {
    var config =
      try JSONSerialization.jsonObject(with: Oracle.data("configs/\(name).json")) as? [String: Any] ?? [:]
    change(&config)
    let folder = try Folder()
    let text = String(decoding: try JSONSerialization.data(withJSONObject: config), as: UTF8.self)
    return (folder, try folder.file("config.json", text))
  }

  private func compared(_ first: String, _ second: String) throws -> (text: String, differs: Bool) {
    let command = try #require(try Ropescope.parseAsRoot(["compare", first, second]) as? CompareCommand)
    return try command.compared(.english)
  }

  private func path(_ name: String) -> String { Oracle.directory.appending(path: "configs/\(name).json").path }

  @Test func layersWithoutPositionAreCompared() throws {
    let (folder, other) = try changed("smollm3-3b") { config in
      config["no_rope_layers"] = [Int](repeating: 1, count: 35) + [0]
    }
    let (text, differs) = try compared(path("smollm3-3b"), other)
    #expect(differs && text.contains("layers-without-position  3, 7, 11"), "\(text)")
    #expect(try folder.contents == ["config.json"])
  }

  @Test func theAxesOfPositionsAreCompared() throws {
    let (folder, other) = try changed("qwen2-vl-7b-instruct") { config in
      config["rope_scaling"] = ["type": "mrope", "mrope_section": [24, 24, 16]] as [String: Any]
    }
    let (text, differs) = try compared(path("qwen2-vl-7b-instruct"), other)
    #expect(differs && text.contains("16 24 24 | 24 24 16"), "\(text)")
    #expect(try folder.contents == ["config.json"])
  }

  @Test func whatScoresAreMultipliedByIsCompared() throws {
    let (folder, other) = try changed("deepseek-v3") { $0["qk_nope_head_dim"] = 64 }
    let (text, differs) = try compared(path("deepseek-v3"), other)
    #expect(differs && text.contains("softmax-scale"), "\(text)")
    let (second, more) = try changed("deepseek-v3") { config in
      var scaling = config["rope_scaling"] as? [String: Any] ?? [:]
      (scaling["mscale"], scaling["mscale_all_dim"]) = (0.5, 0.5)
      config["rope_scaling"] = scaling
    }
    let (words, parts) = try compared(path("deepseek-v3"), more)
    #expect(parts && words.contains("mscale-all-dim") && words.contains("1 | 0.5"), "\(words)")
    #expect(try folder.contents == second.contents)
  }

  @Test func aGroupThatTheSecondAloneHasIsNotLeftOut() throws {
    #expect(try compared("gemma-3-4b", "llama-3.1-8b").text.contains("full_attention | all"))
    let (text, differs) = try compared("llama-3.1-8b", "gemma-3-4b")
    #expect(differs && text.contains("all | sliding_attention") && text.contains("all | full_attention"), "\(text)")
  }

  @Test func everyHeadOfABiasIsCompared() throws {
    let (zeros, ones) = ([Double](repeating: 0, count: 32), [Double](repeating: 1, count: 32))
    let one = Encoding.t5(try T5Bias(biases: [zeros, zeros, zeros]))
    let other = Encoding.t5(try T5Bias(biases: [zeros, ones, zeros]))
    let comparison = GroupComparison(("all", nil, one), ("all", nil, other), 1e-3)
    #expect(comparison.differs && comparison.head == 1)
    #expect(comparison.divergence?.first?.position == 0 && comparison.divergence?.first?.difference == -1)
    #expect(!GroupComparison(("all", nil, one), ("all", nil, one), 1e-3).differs)
  }
}
