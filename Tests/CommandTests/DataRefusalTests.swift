import Foundation
import Testing

@testable import ropescope

@Suite struct DataRefusalTests {
  @Test(
    arguments: [
      (["nosuch"], Failure.Code.usage, "no kind of data"),
      (["frequencies", "--format", "xml"], .usage, "no format"),
      (["frequencies", "--dim", "10^12"], .usage, "at most 1048576"),
      (["frequencies", "--dim", "3"], .usage, "even"),
      (["frequencies", "--scaling", "yarn", "--factor", "nan"], .usage, "factor must be a finite number"),
      (["frequencies", "--scaling", "yarn", "--factor", "inf"], .usage, "factor must be a finite number"),
      (["frequencies", "--base", "2^-9223372036854775808"], .usage, "--base needs a number"),
      (["frequencies", "--factor", "8"], .usage, "Without a context extension there is no factor"),
      (
        ["frequencies", "--scaling", "linear", "--factor", "8", "--beta-fast", "1"], .usage, "linear has no beta_fast"
      ),
      (["angles", "--positions", "0:2^60"], .usage, "1 099 511 627 776; got «0:2^60»"),
      (["angles", "--positions", "1:0"], .usage, "got «1:0»"),
      (["angles", "--positions", "0:9:0"], .usage, "got «0:9:0»"),
      (["angles", "--positions", "0:9:-1"], .usage, "got «0:9:-1»"),
      (["angles", "--positions", "1,,2"], .usage, "got «1,,2»"),
      (["angles", "--positions", "\u{1B}[2J"], .usage, "got «␛[2J»"),
      (["angles", "--vector", "1"], .usage, "--vector means nothing for angles; it belongs to rotate"),
      (["buckets", "--positions", "1"], .usage, "--positions means nothing for buckets"),
      (["rotate"], .usage, "needs --vector"),
      (["rotate", "--vector", "1,2"], .usage, "--vector has 2 numbers; the head has 128 features"),
      (["rotate", "--vector", "1,nan"], .usage, "entry 2 is «nan»"),
      (["rotate", "--vector", ""], .usage, "entry 1 is «»"),
      (["precision", "--dtype", "f32"], .usage, "float32, bfloat16, float16"),
      (["precision", "--cast", "both"], .usage, "inputs, result"),
      (["angles", "--dtype", "bfloat16", "--format", "npy"], .usage, "f32, f64"),
      (["angles", "--dtype", "f32"], .usage, "--format npy"),
      (["attention", "--positions", "0:2000"], .usage, "from 1 to 1024"),
      (["attention", "--positions", "3,4"], .usage, "0:N"),
      (["similarity", "--positions", "0:1099511627776"], .usage, "at most 1 048 576 of them"),
      (["bias", "--scheme", "alibi", "--positions", "0:1048577"], .usage, "at most 1 048 576 of them"),
      (
        ["compare", "--scheme", "alibi", "--with", "heads=4", "--positions", "0:1048577"], .usage,
        "at most 1 048 576 of them"
      ),
      (
        ["compare", "--scheme", "alibi", "--heads", "4", "--with", "heads=8", "--component", "sine"], .usage,
        "alibi has no waves"
      ),
      (["frequencies", "-o", "x.png"], .usage, "the file would hold csv; let its name end in .csv"),
      (["frequencies", "-o", "x.npy", "--format", "csv"], .usage, "the file would hold csv"),
      (["pooled", "--scheme", "t5"], .badData, "are learned"),
      (
        ["attention", "--head", "9223372036854775807"], .usage,
        "There is no head 9223372036854775807; the only one is 0."
      ),
      (["slopes", "--scheme", "alibi", "--heads", "0"], .usage, "greater than 0"),
      (["slopes", "--scheme", "alibi", "--heads", "10^12"], .usage, "at most 65536"),
      (["bias", "--scheme", "kerple", "--heads", "10^12"], .usage, "at most 65536"),
      (["buckets", "--scheme", "t5", "--num-buckets", "10^9"], .usage, "at most 1048576"),
      (["buckets", "--scheme", "t5", "--max-distance", "3"], .usage, "more than 8"),
      (["buckets", "--scheme", "shaw", "--max-distance", "-1"], .usage, "0 or more"),
      (["buckets", "--scheme", "t5", "--distances", "0:2^41"], .usage, "got «0:2^41»"),
      (["table", "--scheme", "one-hot", "--dim", "4", "--positions", "4"], .usage, "positions go from 0 to 3"),
      (["table", "--scheme", "learned"], .usage, "come from training"),
      (["slopes", "--scheme", "alibi", "--dim", "4"], .usage, "no dim to set"),
      (
        ["frequencies", "gemma-3-4b", "--format", "npy"], .usage,
        "--group sliding_attention or --group full_attention"
      ),
      (["cos-sin", "gemma-4-26b-a4b"], .usage, "different columns"),
      (["frequencies", "gemma-3-4b", "--group", "nosuch"], .usage, "no group of layers"),
      (["frequencies", "bert-base"], .badData, "learned has no frequencies"),
      (["table", "bert-base"], .badData, "not in the config"),
      (["table", "llama-2-7b"], .badData, "rope has no position vectors; it has frequencies"),
      (["bias", "t5-small"], .badData, "encoder: the values of t5"),
      (["slopes"], .badData, "rope has no slopes"),
      (["attention", "deberta-v3-base"], .badData, "deberta has no attention"),
      (["rotate", "bloom-560m", "--vector", "1"], .badData, "alibi has no rotation"),
      (["frequencies", "nosuch"], .noInput, "neither a file nor a model"),
    ])
  func whatCannotBeWrittenGetsOneSentence(arguments: [String], code: Failure.Code, words: String) throws {
    let failure = try #require(dataRefusal(arguments))
    #expect(failure.code == code)
    #expect(failure.sentence.contains(words), "\(failure.sentence)")
    #expect(!failure.sentence.contains("\n"))
  }

  @Test(
    arguments: [
      ["--scaling", "linear", "--factor", "1e308"], ["--scaling", "ntk", "--factor", "1e308"],
      ["--scaling", "dynamic", "--factor", "1e308", "--length", "2^40"],
      ["--scaling", "dynamic", "--factor", "2", "--length", "9223372036854775807"],
      ["--scaling", "dynamic", "--factor", "2", "--original-length", "9223372036854775807"],
      ["--scaling", "yarn", "--factor", "1e308", "--beta-fast", "1e308", "--beta-slow", "1e-308"],
      ["--scaling", "llama3", "--factor", "8", "--low-freq-factor", "1e308", "--high-freq-factor", "1e308"],
      ["--base", "1e308"], ["--base", "1e-308"], ["--dim", "1048576", "--base", "1e308"],
    ])
  func extremeNumbersMakeATableOrASentence(options: [String]) throws {
    let arguments = ["frequencies"] + options
    if let failure = dataRefusal(arguments) {
      #expect(failure.code == .usage && !failure.sentence.isEmpty)
    } else {
      struct Report: Decodable {
        struct Group: Decodable { let inv_freq: [Double] }
        let groups: [Group]
      }
      #expect(try dataJSON(arguments, as: Report.self).groups[0].inv_freq.allSatisfy { $0.isFinite && $0 >= 0 })
    }
  }

  @Test(
    arguments: [
      ["angles", "--dim", "2", "--positions", "0:1:9223372036854775807"],
      ["angles", "--dim", "2", "--positions", "1099511627776"],
      ["similarity", "--dim", "2", "--positions", "1099511627776"],
      ["buckets", "--scheme", "deberta", "--distances", "-2^40:2^40:2^39"],
      ["decay", "--dim", "2", "--distances", "-2^40,2^40"],
    ])
  func theFarthestPositionsHaveNumbers(arguments: [String]) throws {
    let rows = Columns(try dataBytes(arguments)).rows
    #expect(!rows.isEmpty && rows.allSatisfy { $0.allSatisfy(\.isFinite) })
  }

  @Test func aPowerKeepsItsSign() throws {
    let rows = Columns(try dataBytes(["buckets", "--scheme", "shaw", "--distances", "-2^4,2^4"])).rows
    #expect(rows.map { $0[0] } == [-16, 16])
  }
}
