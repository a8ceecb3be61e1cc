import Foundation
import TestSupport
import Testing

@testable import ropescope

/// What other software computes for one published config.
private struct Expected: Decodable {
  struct Variant: Decodable {
    let layer_type: String?
    let seq_len: Int?
    let attention_scaling: Double
    let inv_freq: [Double]
    let positions: [Int]
    let cos: [[Double]]
    let sin: [[Double]]
    let rotated_q_at_7: [Double]?
  }
  let variants: [Variant]
}

private struct Rows: Decodable {
  struct Group: Decodable {
    let inv_freq: [Double]?
    let cos: [[Double]]?
    let sin: [[Double]]?
    let vectors: [[Double]]?
    let buckets: [Int]?
    let slopes: [Double]?
    let table: [[Double]]?
  }
  let groups: [Group]
}

/// The configs for which other software computed frequencies.
private let rotaryNames = configNames.filter(Set((try? Oracle.names(in: "expected")) ?? []).contains)

/// Other software computes inverse frequencies in float32 …
private let frequencyTolerance = 1e-6
/// … and angles too, so that rows differ in proportion to the position.
private func rowTolerance(at position: Int) -> Double { 1e-7 * Double(1 + position) }

@Suite struct DataOracleTests {
  @Test func allNumbersOfOtherSoftwareAreRead() {
    #expect(rotaryNames.count == 30 && configNames.count == 43)
  }

  @Test(arguments: rotaryNames)
  func cosinesSinesAndATurnedVectorAreThoseOfTransformers(name: String) throws {
    for variant in try Oracle.load("expected/\(name).json", as: Expected.self).variants {
      let options =
        [configPath(name)] + (variant.layer_type.map { ["--group", $0] } ?? [])
        + (variant.seq_len.map { ["--length", "\($0)"] } ?? [])
      let found = try dataJSON(["frequencies"] + options, as: Rows.self).groups.first?.inv_freq ?? []
      #expect(found.count == variant.inv_freq.count)
      let ratio = zip(found, variant.inv_freq).map { abs($0 - $1) / max(abs($1), .leastNormalMagnitude) }.max() ?? 1
      #expect(ratio < frequencyTolerance)
      let positions = variant.positions.map(String.init).joined(separator: ",")
      let rows = try dataJSON(["cos-sin"] + options + ["--positions", positions], as: Rows.self).groups[0]
      for (found, expected) in [(rows.cos, variant.cos), (rows.sin, variant.sin)] {
        #expect(found?.count == expected.count)
        for (row, position) in variant.positions.enumerated() {
          let worst = zip(found?[row] ?? [], expected[row]).map { abs($0 - $1) }.max() ?? .infinity
          #expect(worst < rowTolerance(at: position) * variant.attention_scaling, "position \(position)")
        }
      }
      guard let expected = variant.rotated_q_at_7 else { continue }
      let query = (1...expected.count).map(String.init).joined(separator: ",")
      let turned = try dataJSON(["rotate"] + options + ["--vector", query, "--positions", "7"], as: Rows.self)
      let worst = zip(turned.groups[0].vectors?[0] ?? [], expected).map { abs($0 - $1) }.max() ?? .infinity
      #expect(worst < rowTolerance(at: 7) * Double(2 * expected.count))
    }
  }

  @Test(arguments: [1, 2, 3, 4, 8, 12, 40, 71, 112])
  func slopesAreThoseOfBloom(heads: Int) throws {
    struct Table: Decodable {
      struct Slopes: Decodable { let bloom: [Double] }
      let heads: [String: Slopes]
    }
    let expected = try #require(try Oracle.load("expected/alibi.json", as: Table.self).heads["\(heads)"]).bloom
    let found = try dataJSON(["slopes", "--scheme", "alibi", "--heads", "\(heads)"], as: Rows.self).groups[0].slopes
    #expect(found?.count == heads)
    let worst = zip(found ?? [], expected).map { abs($0 - $1) / $1 }.max() ?? 1
    #expect(worst < frequencyTolerance)
  }

  @Test func bucketsAreThoseOfT5() throws {
    struct Tables: Decodable {
      struct Table: Decodable {
        let num_buckets: Int
        let max_distance: Int
        let bidirectional: Bool
        let buckets: [Int]
      }
      let tables: [Table]
    }
    let tables = try Oracle.load("expected/t5_buckets.json", as: Tables.self).tables
    #expect(tables.count == 14)
    for table in tables {
      let found = try dataJSON(
        [
          "buckets", "--scheme", "t5", "--num-buckets", "\(table.num_buckets)", "--max-distance",
          "\(table.max_distance)", table.bidirectional ? "--bidirectional" : "--no-bidirectional", "--distances",
          "-256:257",
        ], as: Rows.self)
      #expect(found.groups[0].buckets == table.buckets)
    }
  }

  @Test(
    arguments: [
      ("paper_interleaved", ["--layout", "interleaved"]), ("marian_half_split", ["--layout", "half-split"]),
      ("fairseq_half_split", ["--layout", "half-split", "--ladder", "endpoint"]),
    ])
  func sinusoidalTablesAreThoseOfOtherSoftware(form: String, options: [String]) throws {
    let whole = try JSONSerialization.jsonObject(with: try Oracle.data("expected/sinusoidal.json"))
    let oracle = try #require(whole as? [String: Any])
    let positions = try #require(oracle["positions"] as? [Int])
    let dimensions = try #require(oracle["d_model"] as? [String: [String: Any]])
    #expect(dimensions.count > 3)
    for (dimension, forms) in dimensions {
      guard let expected = forms[form] as? [[Double]] else { continue }
      let list = positions.map(String.init).joined(separator: ",")
      let rows = try dataJSON(
        ["table", "--scheme", "sinusoidal", "--dim", dimension, "--positions", list] + options, as: Rows.self)
      for (row, position) in positions.enumerated() {
        let worst = zip(rows.groups[0].table?[row] ?? [], expected[row]).map { abs($0 - $1) }.max() ?? .infinity
        #expect(worst < rowTolerance(at: position), "d \(dimension), position \(position)")
      }
    }
  }
}
