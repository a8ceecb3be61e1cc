import ArgumentParser
import Explorer
import Foundation
import Testing

@testable import ropescope

/// What `compare --json` says.
private struct Report: Decodable {
  struct Contrast: Decodable {
    let key: String
    let a: String?
    let b: String?
  }
  struct Parting: Decodable {
    let position: Int?
    let pair: Int?
    let difference: Double?
  }
  struct Both<Part: Decodable>: Decodable {
    let a: Part?
    let b: Part?
  }
  struct Group: Decodable {
    let a: String
    let b: String
    let agree: Bool
    let differences: [Contrast]
    let inv_freq: Both<[Double]>
    let parting: Parting?
  }
  let agree: Bool
  let tolerance: Double
  let groups: [Group]
}

@Suite struct CompareCommandTests {
  private func compared(_ arguments: String..., language: Language = .english) throws -> (text: String, differs: Bool)
  {
    let command = try #require(try Ropescope.parseAsRoot(["compare"] + arguments) as? CompareCommand)
    return try command.compared(language)
  }

  private func report(_ arguments: String...) throws -> Report {
    let command = try #require(try Ropescope.parseAsRoot(["compare", "--json"] + arguments) as? CompareCommand)
    return try JSONDecoder().decode(Report.self, from: Data(try command.compared(.english).text.utf8))
  }

  @Test func aSourceIsTheSameAsItself() throws {
    let (text, differs) = try compared("llama-3.1-8b", "llama-3.1-8b")
    #expect(!differs)
    #expect(text.contains("nothing differs"))
  }

  @Test func twoModelsPartWhereTheirFrequenciesSay() throws {
    let report = try report("llama-2-7b", "llama-7b")
    #expect(report.agree)
    let other = try self.report("mistral-7b", "qwen3-8b")
    let group = try #require(other.groups.first)
    #expect(!other.agree && !group.agree)
    #expect(group.differences.map(\.key).contains("base"))
    #expect(group.inv_freq.a?.count == 64 && group.inv_freq.b?.count == 64)
    // Position 0 is right in all of them; pair 1 turns by b^(−1/64) a position.
    #expect(group.parting?.position == 1)
    #expect(group.parting?.pair == 1)
  }

  @Test func withoutASecondSourceTheOptionsMakeIt() throws {
    let report = try report("llama-3.1-8b", "--scaling", "none")
    let group = try #require(report.groups.first)
    #expect(group.differences.first { $0.key == "scaling" }?.a == "llama3")
    #expect(group.differences.first { $0.key == "scaling" }?.b == "none")
  }

  @Test func everyGroupIsComparedWithTheOneOfItsName() throws {
    let report = try report("gemma-3-4b", "--scaling", "none")
    #expect(report.groups.map(\.a) == ["sliding_attention", "full_attention"])
    #expect(report.groups.map(\.b) == report.groups.map(\.a))
    #expect(report.groups.map(\.agree) == [true, false])
    #expect(try self.report("gemma-3-4b", "--group", "full_attention", "--base", "5").groups.count == 1)
  }

  @Test func schemesThatShareNothingSaySo() throws {
    let (text, differs) = try compared("llama-3.1-8b", "bloom-560m")
    #expect(differs)
    #expect(text.contains("scheme") && text.contains("rope | alibi"))
    #expect(text.contains("share no values"))
    #expect(try compared("llama-3.1-8b", "bloom-560m", language: .chinese).text.contains("没有可相减"))
  }

  @Test func aToleranceThatIsNoneIsRefused() {
    #expect(throws: Failure.self) { try compared("llama-2-7b", "llama-7b", "--tolerance", "-1") }
  }
}
