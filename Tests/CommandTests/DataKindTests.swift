import Foundation
import Testing

@testable import ropescope

/// Every kind, with options that make a small table, its shape as NPY, and how many columns of CSV count rows.
private let samples: [(arguments: [String], shape: [Int], axes: Int)] = [
  (["frequencies", "--dim", "6"], [3], 1),
  (["angles", "--dim", "6", "--positions", "0:40:3"], [14, 3], 1),
  (["cos-sin", "--dim", "6", "--positions", "5,3,1000000"], [3, 6], 1),
  (["cos-sin", "llama-3.1-8b", "--positions", "8000:8200:7"], [29, 128], 1),
  (["table", "--scheme", "sinusoidal", "--dim", "5", "--positions", "0:300"], [300, 5], 1),
  (["table", "--scheme", "one-hot", "--dim", "4", "--positions", "0:4"], [4, 4], 1),
  (["table", "--scheme", "integer", "--positions", "2,9"], [2, 1], 1),
  (["table", "--scheme", "transformer-xl", "--dim", "8", "--positions", "0:3"], [3, 8], 1),
  (["rotate", "--dim", "4", "--vector", "1,-2,3e-1,4", "--positions", "0:3"], [3, 4], 1),
  (["rotate", "--scheme", "xpos", "--dim", "4", "--vector", "1,2,3,4", "--positions", "0:3"], [3, 4], 1),
  (["cos-sin", "--scheme", "xpos", "--dim", "6", "--gamma", "0.2", "--positions", "0:5"], [5, 6], 1),
  (["similarity", "--scheme", "xpos", "--dim", "8", "--scale-base", "64", "--positions", "0,5,9"], [3, 3], 1),
  (["decay", "--scheme", "xpos", "--dim", "8", "--distances", "0:9"], [9, 2], 1),
  (["attention", "--scheme", "xpos", "--dim", "8", "--positions", "0:4", "--causal"], [4, 4], 1),
  (["slopes", "--scheme", "alibi", "--heads", "12"], [12], 1),
  (["bias", "--scheme", "alibi", "--heads", "2", "--positions", "0:5"], [2, 5, 5], 2),
  (["bias", "--scheme", "kerple", "--heads", "2", "--positions", "0,8"], [2, 2, 2], 2),
  (["bias", "--scheme", "fire", "--positions", "0:3"], [1, 3, 3], 2),
  (["buckets", "--scheme", "t5", "--distances", "-9:10"], [19], 1),
  (["buckets", "--scheme", "shaw", "--max-distance", "4", "--distances=-9:10:2"], [10], 1),
  (["buckets", "--scheme", "deberta"], [257], 1),
  (["similarity", "--scheme", "sinusoidal", "--dim", "8", "--positions", "0:6"], [6, 6], 1),
  (["similarity", "--dim", "8", "--positions", "0,5", "--no-normalised"], [2, 2], 1),
  (["decay", "--dim", "8", "--distances", "0:9"], [9, 2], 1),
  (["attention", "--scheme", "alibi", "--head", "1", "--positions", "0:4", "--causal"], [4, 4], 1),
  (["attention", "--dim", "8", "--positions", "0:4"], [4, 4], 1),
  (["precision", "--dim", "8", "--dtype", "float16", "--cast", "result", "--positions", "0:3"], [3, 12], 1),
  (["frequencies", "gemma-3-4b", "--group", "full_attention"], [128], 1),
  (["angles", "--positions", "4:4"], [0, 64], 1),
  (["dials", "--dim", "8", "--positions", "0,7"], [2, 4, 3], 2),
  (["digits", "--dim", "8", "--positions", "1998:2001"], [3, 4], 1),
  (["reach", "llama-3.1-8b"], [64, 28], 1),
  (["pipeline", "--dim", "8", "--positions", "7,9", "--second", "3"], [2, 4, 17], 2),
  (["formula", "--scheme", "sinusoidal", "--dim", "8", "--positions", "0:3"], [3, 5], 1),
  (["compare", "llama-3.1-8b", "--with", "none", "--positions", "0:3"], [3, 192], 1),
  (["compare", "--scheme", "alibi", "--with", "bloom-560m", "--positions", "0:3"], [3, 9], 1),
  (["divergence", "--dim", "8"], [5], 0),
  (["mixing", "--positions", "0:4", "--causal"], [4, 4, 3], 2),
  (["pooled", "--dim", "8", "--sentence", "a b / b a"], [8, 3], 1),
]

/// Whether two numbers are the same one, or both none.
private func isSame(_ one: Double, _ other: Double) -> Bool { one == other || one.isNaN && other.isNaN }

/// Single precision is this near to a value of at most 1.
private let singleTolerance = 3e-7

@Suite struct DataKindTests {
  @Test func thereIsASampleOfEveryKind() {
    #expect(Set(samples.map { $0.arguments[0] }) == Set(DataKind.allCases.map(\.rawValue)))
  }

  @Test(arguments: samples)
  func anArrayHasTheShapeAndTheValuesOfTheColumns(arguments: [String], shape: [Int], axes: Int) throws {
    let array = try ArrayFile(try dataBytes(arguments + ["--format", "npy"]))
    #expect(array.descriptor == "<f8")
    #expect(array.shape == shape)
    let columns = Columns(try dataBytes(arguments))
    let aside = columns.names.indices.filter { ["wavelength", "stored"].contains(columns.names[$0]) }
    let values = columns.rows.flatMap { row in
      row.indices.filter { $0 >= axes && !aside.contains($0) }.map { row[$0] }
    }
    #expect(array.values.count == values.count && zip(array.values, values).allSatisfy(isSame))
  }

  @Test(arguments: samples)
  func jsonHoldsTheSameNumbersUnderTheKindsName(arguments: [String], shape: [Int], axes: Int) throws {
    let bytes = try dataBytes(arguments + ["--format", "json"])
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let group = try #require((whole["groups"] as? [[String: Any]])?.first)
    let keys = [
      "frequencies": ["inv_freq"], "cos-sin": ["cos", "sin"], "rotate": ["vectors"],
      "dials": ["angle_rad", "turns", "trained_turns"],
      "reach": ["wavelength", "first_unseen_position", "unseen_share", "crowding"],
      "compare": ["a", "b", "difference"], "divergence": ["tolerance", "first_position", "pair", "difference"],
      "mixing": ["convolution_steps", "recurrence_steps", "attention_steps"],
      "pooled": ["pooled_a", "pooled_b", "difference"],
    ]
    let found = (keys[arguments[0]] ?? [arguments[0]]).map { group[$0] }
    #expect(!found.contains { $0 == nil })
    #expect(group["name"] as? String != nil)
    guard arguments[0] != "precision" else { return }
    let exact = try ArrayFile(try dataBytes(arguments + ["--format", "npy"])).values.first
    // Foundation rounds the last digits of numbers whose type it was not told.
    switch (flat(found.first ?? nil).first, exact) {
    case (let found?, let exact?): #expect(abs(found - exact) <= 4 * exact.ulp)
    case (let found, let exact): #expect(found == nil && exact == nil)
    }
  }

  @Test func singlePrecisionIsTheRoundedDouble() throws {
    for arguments in samples.map(\.arguments) where !["angles", "precision"].contains(arguments[0]) {
      let exact = try ArrayFile(try dataBytes(arguments + ["--format", "npy"])).values
      let single = try ArrayFile(try dataBytes(arguments + ["--format", "npy", "--dtype", "f32"]))
      #expect(single.descriptor == "<f4")
      let worst = zip(single.values, exact).map { isSame($0, $1) ? 0 : abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
      #expect(single.values.count == exact.count && worst < singleTolerance, "\(arguments)")
    }
  }

  @Test(arguments: [
    (["frequencies", "gemma-3-4b"], "group,pair,inv_freq,wavelength"),
    (["cos-sin", "--dim", "4"], "position,cos_0,cos_1,sin_0,sin_1"),
    (["bias", "--scheme", "alibi", "--positions", "3,4"], "head,position,3,4"),
  ])
  func columnsHaveNames(arguments: [String], header: String) throws {
    #expect(String(decoding: try dataBytes(arguments), as: UTF8.self).hasPrefix(header + "\n"))
  }

  @Test func overflowIsNullInJSON() throws {
    let text = String(
      decoding: try dataBytes([
        "precision", "--dim", "2", "--dtype", "float16", "--positions", "131071", "--format", "json",
      ]), as: UTF8.self)
    #expect(text.contains(#""stored": [null], "cos": [[null]]"#) && !text.contains("nan") && !text.contains("inf"))
  }

  @Test func bfloat16Stores257As256() throws {
    let columns = Columns(try dataBytes(["precision", "--dim", "2", "--positions", "257"]))
    #expect(columns.names[1] == "stored" && columns.rows[0][1] == 256)
  }

  @Test(arguments: samples)
  func theSameCommandGivesTheSameBytes(arguments: [String], shape: [Int], axes: Int) throws {
    for format in ["csv", "json", "npy"] {
      let arguments = arguments + ["--format", format]
      #expect(try dataBytes(arguments) == dataBytes(arguments))
    }
  }

  /// The numbers in nested lists, in their order.
  private func flat(_ value: Any?) -> [Double] {
    if let number = value as? Double { return [number] }
    return (value as? [Any] ?? []).flatMap { flat($0) }
  }
}
