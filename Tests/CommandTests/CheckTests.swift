import ArgumentParser
import Encodings
import Explorer
import Foundation
import Testing

@testable import ropescope

/// What `check --json` says.
private struct Report: Decodable {
  struct Place: Decodable {
    let position: Int
    let pair: Int
  }
  struct Expected: Decodable {
    let source: String
    let agree: Bool
    let first_difference: Place?
  }
  struct Table: Decodable {
    let holds: String?
    let layout: String?
    let pairs: Int?
    let attention_factor: Double?
    let base: Double?
    let against: [Expected]
    let agrees_with: [String]
  }
  let agree: Bool
  let tables: [Table]
}

@Suite struct CheckTests {
  /// The bytes of an array of numbers of 64 bits, or of 32.
  private func npy(_ rows: [[Double]], isSingle: Bool = false) -> Data {
    let columns = rows.first?.count ?? 0
    let header =
      "{'descr': '\(isSingle ? "<f4" : "<f8")', 'fortran_order': False, 'shape': (\(rows.count), \(columns)), }"
    let padded = header + String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
    var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0])
    withUnsafeBytes(of: UInt16(padded.utf8.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: padded.utf8)
    for value in rows.joined() {
      if isSingle {
        withUnsafeBytes(of: Float(value).bitPattern.littleEndian) { data.append(contentsOf: $0) }
      } else {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
      }
    }
    return data
  }

  /// The cosines of a model as the program knows them, a row a position.
  private func cosines(of source: String, rows: Int = 64) throws -> [[Double]] {
    let encoding = try Opening(
      source: source, EncodingOptions(), group: nil, layer: nil, .english
    ).encoding
    guard case .rotary(let rotary) = encoding else { return [] }
    return (0..<rows).map { rotary.cosines(at: $0) }
  }

  private func report(_ rows: [[Double]], isSingle: Bool = false, _ more: String...) throws -> Report {
    let folder = try Folder()
    let path = folder.url.appending(path: "cos.npy")
    try npy(rows, isSingle: isSingle).write(to: path)
    let words = ["check", path.path, "--json"] + more
    let command = try #require(try Ropescope.parseAsRoot(words) as? CheckCommand)
    let (text, isDoubtful) = try command.checked(.english)
    let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
    #expect(isDoubtful == !report.agree)
    return report
  }

  @Test func aTableOfAModelAgreesWithTheModel() throws {
    let report = try report(cosines(of: "llama-3.1-8b"), "--against", "llama-3.1-8b")
    let table = try #require(report.tables.first)
    #expect(report.agree && table.holds == "cosines" && table.layout == nil && table.pairs == 64)
    #expect(table.attention_factor == 1)
  }

  @Test(arguments: [true, false]) func theBaseAndTheLayoutAreFoundWithoutBeingTold(isHalfSplit: Bool) throws {
    let rows = try cosines(of: "qwen3-8b").map { row in
      isHalfSplit ? row + row : row.flatMap { [$0, $0] }
    }
    let table = try #require(try report(rows, isSingle: true).tables.first)
    #expect(table.layout == (isHalfSplit ? "half-split" : "interleaved") && table.pairs == 64)
    #expect(table.agrees_with.contains("qwen3-8b") && table.agrees_with.contains("--dim 128 --base 1000000"))
    #expect(!table.agrees_with.contains("llama-2-7b"))
    #expect(table.agrees_with.count { $0.hasPrefix("--dim") } == 1)
    #expect(abs((table.base ?? 0) / 1e6 - 1) < 1e-4)
  }

  @Test func whatWasForgottenIsNamedWithTheFirstPositionThatShowsIt() throws {
    let report = try report(
      cosines(of: "llama-2-7b", rows: 128), "--against", "llama-2-7b", "--scaling", "linear", "--factor", "4")
    let table = try #require(report.tables.first)
    #expect(!report.agree && table.against.first?.agree == false)
    // Linear interpolation turns pair 0 by a quarter of a radian instead of one.
    #expect(table.against.first?.first_difference?.position == 1 && table.against.first?.first_difference?.pair == 0)
    #expect(table.agrees_with.contains("llama-2-7b --scaling none"))
  }

  @Test(arguments: [
    ("cosines-then-sines", [1.0, 1, 0, 0]), ("sines-then-cosines", [0, 0, 1, 1]),
    ("cosine-sine-in-turn", [1, 0, 1, 0]), ("sine-cosine-in-turn", [0, 1, 0, 1]), ("sines", [0, 0, 0, 0]),
  ])
  func theFirstRowSaysWhatTheColumnsHold(name: String, first: [Double]) throws {
    #expect(try report([first, [0.5, 0.5, 0.1, 0.2]]).tables.first?.holds == name)
  }

  @Test func aTableOfNoPositionAgreesWithNothing() throws {
    let report = try report([[0.3, 0.1], [0.2, 0.7]])
    #expect(!report.agree && report.tables.first?.holds == nil)
  }

  @Test func thePageSpeaksBothLanguagesAndTheExitCodeTells() throws {
    let folder = try Folder()
    try npy(try cosines(of: "llama-2-7b")).write(to: folder.url.appending(path: "cos.npy"))
    let right = try run("check", "cos.npy", "--against", "llama-2-7b", folder: folder.url)
    #expect(right.code == 0 && right.text.contains("agrees at every position"), "\(right)")
    let wrong = try run(
      "check", "cos.npy", "--against", "llama-3.1-8b", "--lang", "zh", folder: folder.url)
    #expect(wrong.code == 1 && wrong.text.contains("起不同") && wrong.text.contains("余弦"), "\(wrong)")
    #expect(try run("check", "nosuch.npy", folder: folder.url).code == 66)
    #expect(try run("check", "/etc/passwd").code == 65)
    #expect(try run("check", "cos.npy", "--layer", "3", folder: folder.url).code == 64)
  }
}
