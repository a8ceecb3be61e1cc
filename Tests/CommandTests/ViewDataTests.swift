import Explorer
import Foundation
import TestSupport
import Testing

@testable import ropescope

/// Other software computes inverse frequencies, and angles, in float32.
private let singleTolerance = 1e-6

/// The numbers behind each view, against formulas written here and numbers of other software.
@Suite struct ViewDataTests {
  @Test func everyViewThatDrawsNumbersHasAKindOfData() {
    let silent = ViewName.allCases.filter(\.kinds.isEmpty)
    #expect(silent == [.catalogue, .code], "These views show words; another one without a kind draws numbers.")
    let reached = Set(ViewName.allCases.flatMap(\.kinds))
    let ownOnly: Set<DataKind> = [.rotate, .slopes]
    #expect(reached == Set(DataKind.allCases).subtracting(ownOnly))
  }

  @Test(arguments: ViewName.allCases)
  func theNameOfAViewStandsForItsNumbersOrSaysWhatWritesItsWords(view: ViewName) throws {
    let options = view == .bias ? ["--scheme", "alibi", "--heads", "2"] : ["--dim", "8"]
    guard let kind = view.kinds.first else {
      let refusal = try #require(dataRefusal([view.rawValue] + options))
      #expect(refusal.code == .usage && refusal.sentence.contains("words, not numbers; `ropescope "))
      return
    }
    #expect(try dataBytes([view.rawValue] + options) == dataBytes([kind.rawValue] + options))
    #expect(try Columns(dataBytes([view.rawValue] + options)).rows.isEmpty == false)
  }

  @Test func aHeatmapOfLearnedOrOneHotVectorsIsTheirTable() throws {
    let options = ["--scheme", "one-hot", "--dim", "3", "--positions", "0:3"]
    #expect(
      try Columns(dataBytes(["heatmap"] + options)).rows.map { $0.dropFirst() } == [
        [1, 0, 0], [0, 1, 0], [0, 0, 1],
      ])
  }

  @Test func dialsStandWhereTheirAngleLeadsAndKnowWhatTrainingSaw() throws {
    let expected = try Published.variant("llama-3.1-8b-instruct").inv_freq
    let found = try columns(["dials", configPath("llama-3.1-8b-instruct"), "--positions", "0,100"])
    let (angles, turns) = (found["angle_rad"], found["turns"])
    try #require(angles.count == 2 * expected.count && angles.prefix(64).allSatisfy { $0 == 0 })
    for (pair, frequency) in expected.enumerated() {
      let angle = 100 * frequency
      #expect(abs(angles[64 + pair] - remainder(angle, 2 * .pi)) < 100 * singleTolerance)
      #expect(abs(turns[64 + pair] - angle / (2 * .pi)) < 100 * singleTolerance)
    }
    // Training went round at the frequencies before the extension: base 500 000, 8192 positions.
    let trained = 8191 * pow(500_000, -2 * 40 / 128.0) / (2 * .pi)
    #expect(abs(found["trained_turns", 40] - trained) < doubleTolerance * 8192)
  }

  @Test func digitsAreThoseOfExactArithmetic() throws {
    struct Exact: Decodable {
      struct Number: Decodable {
        let dimension: Int
        let base: Double
        let position: Int
        let digits: [String]
      }
      let digits: [Number]
    }
    let numbers = try Oracle.load("expected/exact_schemes.json", as: Exact.self).digits
    #expect(numbers.count > 2)
    for number in numbers {
      let rows = try Columns(
        dataBytes([
          "digits", "--dim", "\(number.dimension)", "--base", "\(number.base)", "--positions", "\(number.position)",
        ])
      ).rows
      let worst = zip(rows[0].dropFirst(), number.digits.compactMap(Double.init)).map { abs($0 - $1) }.max() ?? 1
      #expect(
        rows[0].count == number.digits.count + 1 && worst < 1e-9 * pow(number.base, 2 / Double(number.dimension)))
    }
  }

  @Test func linearInterpolationReachesItsTargetByCrowding() throws {
    // Of a rotary encoding of which nothing is known, 4096 positions are taken to be trained.
    let found = try columns(["reach", "--dim", "8", "--scaling", "linear", "--factor", "4"])
    for pair in 0..<4 {
      let wavelength = 2 * .pi * pow(10_000, Double(pair) / 4)
      #expect(abs(found["wavelength_none", pair] / wavelength - 1) < doubleTolerance)
      #expect(abs(found["wavelength_linear", pair] / (4 * wavelength) - 1) < doubleTolerance)
      // b' = b · s^(d / (d − 2)): the first pair keeps its frequency, the last is divided by s.
      let base = 10_000 * pow(4, 8 / 6.0)
      #expect(abs(found["wavelength_ntk", pair] / (2 * .pi * pow(base, Double(pair) / 4)) - 1) < doubleTolerance)
      #expect(abs(found["crowding_linear", pair] - 4) < doubleTolerance)
      #expect(found["crowding_none", pair] == 1)
      let (seen, reached) = (min(4095 / wavelength, 1), min(16383 / wavelength, 1))
      #expect(abs(found["unseen_share_none", pair] - (reached - seen)) < doubleTolerance)
    }
    // Pairs that went all the way round see nothing new; without an extension the others do at once.
    #expect(found["first_unseen_position_none"].map { $0.isNaN ? -1 : $0 } == [-1, -1, -1, 4096])
    #expect(found["first_unseen_position_linear"].last == 16381)
  }

  @Test func theTargetIsAnOption() throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(dataBytes(["reach", "--dim", "8", "--target", "65536", "--format", "json"])))
    let group = try #require(((json as? [String: Any])?["groups"] as? [[String: Any]])?.first)
    #expect(group["target_length"] as? Int == 65536 && group["trained_length"] as? Int == 4096)
    #expect((group["methods"] as? [String])?.first == "none")
  }

  @Test func thePipelineTurnsEachPairByItsAngleAndAddsUpToTheScore() throws {
    let found = try columns([
      "pipeline", "--dim", "8", "--positions", "7", "--second", "3", "--sentence", "a b", "--shift", "1000",
    ])
    func pair(_ name: String, _ pair: Int) -> (Double, Double) {
      (found[name + "_0", pair], found[name + "_1", pair])
    }
    var score = 0.0
    for index in 0..<4 {
      let frequency = pow(10_000, -Double(index) / 4)
      func turned(_ name: String, _ position: Double) -> (Double, Double) {
        let ((a, b), angle) = (pair(name, index), position * frequency)
        return (a * cos(angle) - b * sin(angle), a * sin(angle) + b * cos(angle))
      }
      let (query, key) = (turned("query_projected", 7), turned("key_projected", 3))
      for (found, expected) in [(pair("query_rotated", index), query), (pair("key_rotated", index), key)] {
        #expect(abs(found.0 - expected.0) + abs(found.1 - expected.1) < doubleTolerance)
      }
      let share = (query.0 * key.0 + query.1 * key.1) / 8.0.squareRoot()
      #expect(abs(found["score_pair", index] - share) < doubleTolerance)
      #expect(abs(found["query_angle_rad", index] - remainder(7 * frequency, 2 * .pi)) < doubleTolerance)
      score += share
    }
    #expect(found["score"].allSatisfy { abs($0 - score) < doubleTolerance })
    // Both positions a thousand further on: the score depends on their distance alone.
    #expect(found["score_shifted"].allSatisfy { abs($0 - score) < doubleTolerance })
  }

  @Test func iLoveYouIsWorkedOutAsOnPaper() throws {
    let options = ["--scheme", "sinusoidal", "--dim", "512", "--pair", "1", "--positions", "0:3"]
    let found = try columns(["formula"] + options)
    let divisor = pow(10_000, 2 / 512.0)
    for position in 0..<3 {
      #expect(abs(found["divisor", position] - divisor) < doubleTolerance)
      #expect(abs(found["angle_rad", position] - Double(position) / divisor) < doubleTolerance)
      #expect(abs(found["sin", position] - sin(Double(position) / divisor)) < doubleTolerance)
      #expect(abs(found["cos", position] - cos(Double(position) / divisor)) < doubleTolerance)
    }
    #expect(found["residual"].allSatisfy { $0 < doubleTolerance })
    // The table's own row says the same.
    let row = try columns(["table", "--scheme", "sinusoidal", "--dim", "512", "--positions", "2"])
    #expect(abs(row["2", 0] - found["sin", 2]) < doubleTolerance)
  }

  @Test func bucketsOfTheFormulaAreThoseOfT5() throws {
    struct Tables: Decodable {
      struct Table: Decodable {
        let num_buckets: Int
        let max_distance: Int
        let bidirectional: Bool
        let buckets: [Int]
      }
      let tables: [Table]
    }
    let table = try #require(
      try Oracle.load("expected/t5_buckets.json", as: Tables.self).tables.first {
        $0.num_buckets == 32 && $0.max_distance == 128 && $0.bidirectional
      })
    // The key stands at 256, so queries 0 … 512 are at distances 256 … −256.
    let found = try columns([
      "formula", "--scheme", "t5", "--num-buckets", "32", "--max-distance", "128", "--second", "256", "--positions",
      "0:513",
    ])
    #expect(found["bucket"].map { Int($0) } == Array(table.buckets.reversed()))
    #expect(found["key_minus_query"] == (0...512).map { 256 - Double($0) })
    #expect(found["residual"].allSatisfy { $0 == 0 })
  }

  @Test(arguments: [
    (["compare", "--scheme", "none"], Failure.Code.usage, "--with"),
    (["compare", "--scheme", "one-hot", "--dim", "4", "--with", "bloom-560m"], .usage, "share no values"),
    (["divergence", "--tolerance", "-1"], .usage, "--tolerance"),
    (["formula", "--pair", "64"], .usage, "There is no pair 64"),
    (["formula", "--scheme", "none"], .badData, "calculation by hand"),
    (["formula", "--scheme", "alibi", "--heads", "2", "--head", "2"], .usage, "they go from 0 to 1"),
    (["reach", "--target", "12"], .usage, "--target"), (["reach", "--scheme", "alibi"], .badData, "no extensions"),
    (["pipeline", "--scheme", "sinusoidal"], .badData, "no rotation of queries"),
    (["pipeline", "--shift", "2^41"], .usage, "--shift"), (["dials", "--scheme", "alibi"], .badData, "no dials"),
    (["digits", "--scheme", "none"], .badData, "no digits"), (["mixing", "--sentence", ""], .usage, "--sentence"),
    (["mixing", "--sentence", "a b", "--positions", "0:3"], .usage, "one of them"),
    (["mixing", "--positions", "0:2000"], .usage, "from 1 to 1024"),
    (["frequencies", "--with", "none"], .usage, "it belongs to compare, divergence"),
  ])
  func whatAViewCannotNumberGetsOneSentence(arguments: [String], code: Failure.Code, words: String) throws {
    let failure = try #require(dataRefusal(arguments))
    #expect(failure.code == code && failure.sentence.contains(words), "\(failure.sentence)")
    #expect(!failure.sentence.contains("\n"))
  }
}
