import Foundation
import TestSupport
import Testing

@testable import ropescope

/// The numbers of attention in a sentence, and of what it is set beside.
@Suite struct AttentionDataTests {
  @Test(arguments: [false, true])
  func stepsAreThoseOfAWindowAChainAndASet(causal: Bool) throws {
    let found = try columns(["mixing", "--positions", "0:5"] + (causal ? ["--causal"] : []))
    for row in 0..<25 {
      let (output, input) = (row / 5, row % 5)
      func same(_ name: String, _ steps: Int?) -> Bool {
        steps.map { found[name, row] == Double($0) } ?? found[name, row].isNaN
      }
      #expect(same("convolution_steps", abs(output - input) <= 1 ? 1 : nil))
      #expect(same("recurrence_steps", output >= input ? output - input + 1 : nil))
      #expect(same("attention_steps", causal && input > output ? nil : 1))
    }
  }

  @Test func withoutPositionsTwoOrdersPoolToTheSame() throws {
    let options = ["--sentence", "猫追老鼠 / 老鼠追猫"]
    #expect(try columns(["pooled", "--scheme", "none"] + options)["difference"].allSatisfy { $0 == 0 })
    #expect(try columns(["pooled", "--dim", "8"] + options)["difference"].contains { abs($0) > 1e-4 })
  }

  @Test func theWeightsOfASentenceAreThoseThatItsViewShows() throws {
    let alike = try Columns(dataBytes(["attention", "--scheme", "none", "--sentence", "a a a"])).rows
    #expect(alike.allSatisfy { $0.dropFirst().allSatisfy { abs($0 - 1 / 3.0) < doubleTolerance } })
    let masked = try Columns(dataBytes(["attention", "--dim", "8", "--causal", "--sentence", "a b c"])).rows
    for row in masked {
      #expect(abs(row.dropFirst().reduce(0, +) - 1) < doubleTolerance)
      #expect(row.dropFirst(2 + Int(row[0])).allSatisfy { $0 == 0 })
    }
    let words = String(
      decoding: try dataBytes(["attention", "--sentence", "the cat", "--format", "json"]), as: UTF8.self)
    #expect(words.contains(#""tokens": ["the", "cat"]"#))
  }
}
