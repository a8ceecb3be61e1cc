import Foundation
import Testing

@testable import ropescope

/// Files of numbers, read back by NumPy and by Python's own readers: what they hold, and what they say of themselves.
@Suite struct NumberFileTests {
  private static let table = ["table", "--scheme", "sinusoidal", "--dim", "16", "--positions", "0:300:7"]

  @Test(arguments: [[], ["--comments"], ["--dtype", "f32"], ["--dtype", "f32", "--comments"]])
  func numPyReadsAnArray(options: [String]) throws {
    let folder = try Folder()
    #expect(try run(list: ["data"] + Self.table + options + ["-o", "x.npy"], folder: folder.url).code == 0)
    let read = try python(
      """
      import numpy
      whole, mapped = numpy.load("x.npy"), numpy.load("x.npy", mmap_mode="r")
      p, j = 7 * numpy.arange(43.0), numpy.arange(8)
      angle = p[:, None] / 10000 ** (j / 8)
      wanted = numpy.stack([numpy.sin(angle), numpy.cos(angle)], axis=-1).reshape(43, 16)
      print(whole.shape, whole.dtype, (whole == mapped).all(), abs(whole - wanted).max() < 1e-7)
      """, folder)
    #expect(read == "(43, 16) \(options.contains("f32") ? "float32" : "float64") True True\n")
  }

  @Test(arguments: [false, true]) func readersOfCSVReadAHeaderAndNumbers(hasComments: Bool) throws {
    let folder = try Folder()
    let arguments = ["data"] + Self.table + (hasComments ? ["--comments"] : []) + ["-o", "x.csv"]
    #expect(try run(list: arguments, folder: folder.url).code == 0)
    let read = try python(
      """
      import csv, numpy
      lines = [line for line in open("x.csv", newline="") if not line.startswith("#")]
      rows = list(csv.reader(lines))
      array = numpy.loadtxt("x.csv", delimiter=",", skiprows=1 + \(hasComments ? 3 : 0))
      print(rows[0][:3], len(rows), array.shape)
      print((numpy.array(rows[1:], dtype=float) == array).all(), abs(array[1, 1] - numpy.sin(7)) < 1e-15)
      """, folder)
    #expect(read == "['position', '0', '1'] 44 (43, 17)\nTrue True\n")
  }

  @Test(arguments: [
    (["attention"], "positions"), (["mixing"], "positions"), (["attention", "--sentence", "a b c"], "sentence"),
    (["mixing", "--sentence", "a b c"], "sentence"), (["pooled"], "sentence"),
  ])
  func whatCountsTheTokensIsNamedAndNothingElse(arguments: [String], counted: String) throws {
    let folder = try Folder()
    #expect(try run(list: ["data"] + arguments + ["-o", "x.json"], folder: folder.url).code == 0)
    let read = try python(
      """
      import json
      print(sorted(set(json.load(open("x.json"))["parameters"]) & {"sentence", "positions"}))
      """, folder)
    #expect(read == "['\(counted)']\n")
  }

  @Test func commentsAndJSONSayWhatMadeTheNumbers() throws {
    let folder = try Folder()
    let arguments = ["data", "compare", "llama-3.1-8b", "--with", "none", "--positions", "1,2", "--lang", "zh"]
    for name in ["x.csv", "x.npy"] {
      #expect(try run(list: arguments + ["--comments", "-o", name], folder: folder.url).code == 0)
    }
    #expect(try run(list: arguments + ["-o", "x.json"], folder: folder.url).code == 0)
    let read = try python(
      """
      import json
      header = open("x.npy", "rb").read(2000).split(b"\\n")[0].decode("latin1")
      lines = open("x.csv", encoding="utf-8").read().split("\\n")[:3]
      said = [json.load(open("x.json")), json.loads(header[header.index("#") + 1:])]
      said.append(dict(line[2:].split(": ", 1) for line in lines))
      said[2]["parameters"] = json.loads(said[2]["parameters"])
      for one in said:
          print(one["software"], "|", one["command"])
          own = one["parameters"]
          print(own["kind"], own["source"], own["with"], own["positions"], own["component"], own["groups"][0]["base"])
      """, folder)
    let expected = ["json", "npy --comments", "csv --comments"].map { format in
      let parts = format.split(separator: " ")
      let options = parts.dropFirst().map { " \($0)" }.joined()
      return """
        ropescope 0.1.0 | \((["ropescope"] + arguments).joined(separator: " "))\(options) --format \(parts[0])
        compare llama-3.1-8b scaling none 1,2 cosine 500000

        """
    }
    #expect(read == expected.joined())
  }

  @Test func theCommandInAFileMakesItAgain() throws {
    let folder = try Folder()
    let arguments = ["data", "rotate", "--dim", "4", "--vector", "1,-2,3,4", "--comments", "-o"]
    for name in ["x.csv", "x.npy", "x.json"] {
      let arguments = arguments.filter { name != "x.json" || $0 != "--comments" }
      #expect(try run(list: arguments + [name], folder: folder.url).code == 0)
      let file = try Data(contentsOf: folder.url.appending(path: name))
      let text = String(decoding: file, as: UTF8.self)
      let command = try #require(text.firstMatch(of: /ropescope data [^"\n]*/)).output.split(separator: " ")
      #expect(try run(list: command.dropFirst().map(String.init)).output == file)
    }
  }

  @Test func commentsAreRefusedWhereTheyHaveNoPlace() throws {
    let inJSON = try #require(dataRefusal(["angles", "--dim", "4", "--format", "json", "--comments"]))
    #expect(inJSON.code == .usage && inJSON.sentence.contains("json always says what made it"))
    let vector = [
      "rotate", "--dim", "1024", "--vector", [String](repeating: "0.1234567890", count: 1024).joined(separator: ","),
    ]
    let tooLong = try #require(dataRefusal(vector + ["--comments", "--format", "npy"]))
    #expect(tooLong.code == .usage && tooLong.sentence.contains("no room"))
    #expect(dataRefusal(vector + ["--comments"]) == nil && dataRefusal(vector + ["--format", "npy"]) == nil)
  }
}
