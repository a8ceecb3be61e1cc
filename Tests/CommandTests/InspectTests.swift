import ArgumentParser
import Checkpoints
import Explorer
import Foundation
import Screen
import TestSupport
import Testing

@testable import ropescope

/// What `inspect --json` and `data frequencies --format json` say.
private struct Report: Decodable {
  struct Share: Decodable, Equatable {
    let count: Int
    let first: Int?
    let last: Int?
  }
  struct Extension: Decodable {
    let length: Int
    let left_alone: Share
    let blended: Share
    let interpolated: Share
    let still: Share
    let first_unseen_position: Int?
  }
  struct Scaling: Decodable {
    let type: String
    let factor: Double?
  }
  struct Group: Decodable {
    let name: String
    let layers: [Int]?
    let scheme: String
    let head_dim: Int?
    let rotary_dim: Int?
    let base: Double?
    let layout: String?
    let scaling: Scaling?
    let attention_factor: Double?
    let original_length: Int?
    let max_length: Int?
    let inv_freq: [Double]?
    let rows: Int?
    let dim: Int?
    let first_row: Int?
    let heads: Int?
    let num_buckets: Int?
    let max_distance: Int?
    let position_buckets: Int?
    let incomplete_pairs: Share?
    let `extension`: Extension?
  }
  struct Found: Decodable {
    let code: String
    let severity: String
    let message: String
    let remedy: String
    let key: String?
  }
  let source: String
  let groups: [Group]
  let layers_without_position: [Int]
  let findings: [Found]
}

/// What should be concluded from each of the oracle's configs.
private struct Scheme: Decodable {
  struct Layer: Decodable {
    let rope_type: String
    let theta: Double
    let head_dim: Int
    let rotary_dim: Int
    let attention_scaling: Double
    let factor: Double?
    let original_max_position_embeddings: Int?
  }
  let scheme: String
  let layout: String?
  let layers: [String: Layer]?
  let layers_without_position: [Int]?
  let rows: Int?
  let dim: Int?
  let first_row: Int?
  let heads: Int?
  let num_buckets: Int?
  let max_distance: Int?
  let position_buckets: Int?
}

private let schemes = (try? Oracle.load("expected/schemes.json", as: [String: Scheme].self)) ?? [:]
private let float32Tolerance = 1e-6

private func inspected(_ arguments: [String], _ language: Language = .english) throws -> (String, isDoubtful: Bool) {
  let (text, isDoubtful) = try Inspect.parse(arguments).inspected(language)
  return (text, isDoubtful)
}

private func report(_ name: String) throws -> Report {
  try JSONDecoder().decode(Report.self, from: Data(try inspected([configPath(name), "--json"]).0.utf8))
}

@Suite struct InspectTests {
  @Test func theOracleHoldsItsConfigs() {
    #expect(configNames.count == 43)
    #expect(Set(schemes.keys) == Set(configNames))
  }

  @Test(arguments: configNames)
  func aConfigIsInspectedAsTheOracleReadsIt(name: String) throws {
    let expected = try #require(schemes[name])
    let found = try report(name)
    #expect(found.source == configPath(name))
    #expect(found.layers_without_position == expected.layers_without_position ?? [])
    #expect(found.findings.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty })
    let first = try #require(found.groups.first)
    #expect(
      expected.scheme.hasPrefix(first.scheme) || expected.scheme.contains(first.scheme.prefix(8))
        || expected.scheme == "transformer_xl_relative" && first.scheme == "transformer-xl")
    #expect(
      expected.rows == nil || found.groups.contains { $0.rows == expected.rows } || first.max_length == expected.rows)
    #expect(expected.dim == nil || first.dim == expected.dim)
    #expect(expected.first_row == nil || first.first_row == expected.first_row)
    #expect(expected.heads == nil || expected.scheme != "alibi" || first.heads == expected.heads)
    #expect(expected.num_buckets == nil || first.num_buckets == expected.num_buckets)
    #expect(expected.max_distance == nil || first.max_distance == expected.max_distance)
    #expect(expected.position_buckets == nil || first.position_buckets == expected.position_buckets)
  }

  @Test(arguments: configNames.filter { schemes[$0]?.layers != nil })
  func aRotaryGroupHasTheOraclesNumbers(name: String) throws {
    let expected = try #require(schemes[name])
    let found = try report(name)
    #expect(Set(found.groups.map(\.name)) == Set(try #require(expected.layers).keys))
    for group in found.groups {
      let layer = try #require(expected.layers?[group.name])
      #expect(group.scheme == "rope")
      #expect(group.layout == oracleLayouts[try #require(expected.layout)])
      #expect(group.base == layer.theta)
      #expect(group.head_dim == layer.head_dim)
      #expect(group.rotary_dim == layer.rotary_dim)
      #expect(group.scaling?.type == (layer.rope_type == "default" ? "none" : layer.rope_type))
      if let factor = layer.factor { #expect(group.scaling?.factor == factor) }
      if let length = layer.original_max_position_embeddings { #expect(group.original_length == length) }
      #expect(abs(try #require(group.attention_factor) - layer.attention_scaling) < float32Tolerance)
      let shares = try #require(group.extension)
      #expect(
        shares.left_alone.count + shares.blended.count + shares.interpolated.count + shares.still.count
          == group.inv_freq?.count)
    }
  }

  @Test(arguments: configNames)
  func dataFrequenciesSaysTheSameOrThatThereAreNone(name: String) throws {
    let found = try report(name)
    guard found.groups.contains(where: { $0.inv_freq != nil }) else {
      #expect(dataRefusal(["frequencies", configPath(name), "--format", "json"])?.code == .badData)
      return
    }
    let data = try dataJSON(["frequencies", configPath(name)], as: Report.self)
    #expect(data.groups.map(\.inv_freq) == found.groups.map(\.inv_freq))
    #expect(data.findings.map(\.code) == found.findings.map(\.code))
  }

  @Test func llama31LeavesFastPairsAloneAndDividesSlowOnes() throws {
    let group = try #require(try report("llama-3.1-8b-instruct").groups.first)
    #expect(group.incomplete_pairs == Report.Share(count: 29, first: 35, last: 63))
    let shares = try #require(group.extension)
    #expect(shares.left_alone == Report.Share(count: 29, first: 0, last: 28))
    #expect(shares.blended == Report.Share(count: 6, first: 29, last: 34))
    #expect(shares.interpolated == Report.Share(count: 29, first: 35, last: 63))
    #expect(shares.length == 131_072 && shares.first_unseen_position == 65_529)
  }

  @Test func theNamesInJSONStayAsTheyAre() throws {
    let text = try inspected([configPath("llama-3.1-8b-instruct"), "--json"]).0
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(whole.keys) == [
        "source", "name", "model_type", "architectures", "groups", "layers_without_position", "findings",
      ])
    let group = try #require((whole["groups"] as? [[String: Any]])?.first)
    #expect(
      Set(group.keys) == [
        "name", "layers", "scheme", "head_dim", "rotary_dim", "base", "layout", "scaling", "attention_factor",
        "original_length", "max_length", "inv_freq", "trained_length", "shortest_wavelength", "longest_wavelength",
        "incomplete_pairs", "extension",
      ])
    #expect(group["layers"] is NSNull)
    let finding = try #require((whole["findings"] as? [[String: Any]])?.first)
    #expect(Set(finding.keys) == ["code", "severity", "message", "remedy", "key", "group"])
  }

  @Test(arguments: [("llama-3.1-8b", false), ("t5-small", true), ("internlm2.5-7b", true)])
  func warningsMakeAConfigDoubtful(name: String, isDoubtful: Bool) throws {
    #expect(try inspected([name]).isDoubtful == isDoubtful)
  }

  @Test(arguments: Catalogue.names, [Language.english, .chinese])
  func noLineIsWiderThanAHundredColumns(name: String, language: Language) throws {
    let lines = try inspected([name], language).0.split(separator: "\n")
    #expect(lines.count > 4)
    #expect(lines.allSatisfy { columns(of: $0) <= 100 && !$0.hasSuffix(" ") })
  }

  @Test(
    arguments: ["llama-3.1-8b", "deepseek-v3", "gemma-3-4b", "phi-3-mini-128k", "roberta-base", "whisper-tiny"],
    [Language.english, .chinese])
  func thePageReadsAsItShould(name: String, language: Language) throws {
    try expectGolden(try inspected([name], language).0, "inspect-\(name)-\(language.rawValue)")
  }

  @Test func anEncodingMadeFromOptionsIsInspectedToo() throws {
    let text = try inspected(["--dim", "64", "--scaling", "yarn", "--factor", "4", "--original-length", "32768"]).0
    #expect(text.contains("yarn: factor 4, original_max_position_embeddings 32768"))
    #expect(text.contains("left alone") && !text.contains("Findings"))
  }

  @Test func layersAreNamedInRuns() {
    #expect(LayerRuns.text(of: [0, 1, 2, 4, 6, 7]) == "0–2, 4, 6–7")
    #expect(LayerRuns.text(of: []) == "")
  }
}
