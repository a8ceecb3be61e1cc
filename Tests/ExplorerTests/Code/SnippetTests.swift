import Checkpoints
import Encodings
import Foundation
import Screen
import Testing

@testable import Explorer

/// Snippets promise the numbers on the screen to this, however the language adds up.
private let snippetTolerance = 1e-6

@Suite struct SnippetTests {
  private func withCases(_ body: ([SnippetCase], URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ropescope-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(try SnippetCase.all() + StoredTables.cases(in: folder), folder)
  }

  private func expect(_ tables: SnippetRun.Tables, for cases: [SnippetCase]) throws {
    for item in cases {
      let expected = item.expected
      let table = try #require(tables[item.name], "\(item.name)")
      #expect(table.map(\.count) == expected.map(\.count), "\(item.name)")
      let differences = zip(table.joined(), expected.joined()).map { abs($0 - $1) / max(1, abs($1)) }
      #expect(differences.allSatisfy { $0 <= snippetTolerance }, "\(item.name): \(differences.max() ?? 0)")
    }
  }

  @Test func theNumPySnippetOfEverySchemeAndExtensionGivesTheProgramsNumbers() throws {
    try withCases { cases, folder in try expect(try SnippetRun.python(cases, .numpy, in: folder), for: cases) }
  }

  @Test func thePyTorchSnippetOfEverySchemeIsPythonAndGivesTheProgramsNumbersWherePyTorchIs() throws {
    try withCases { cases, folder in
      let tables = try SnippetRun.python(cases, .pytorch, in: folder)
      if !tables.isEmpty { try expect(tables, for: cases) }
    }
  }

  @Test func theSwiftSnippetOfEverySchemeAndExtensionCompilesAndGivesTheProgramsNumbers() throws {
    try withCases { cases, folder in try expect(try SnippetRun.swift(cases, in: folder), for: cases) }
  }

  @Test func everySchemeAndExtensionIsAmongThoseThatAreRun() throws {
    let cases = try SnippetCase.all()
    let schemes = Set(cases.map(\.encoding.scheme)).union([.learned])
    #expect(schemes == Set(Scheme.allCases))
    let scalings = cases.compactMap { if case .rotary(let rotary) = $0.encoding { rotary.scaling.name } else { nil } }
    #expect(Set(scalings) == Set(ScalingOptions.names + ["morph"]))
  }

  @Test func theCheckBelowTheCodeComparesTheFormulaThatIsWritten() throws {
    for item in try SnippetCase.all() {
      let comparison = try #require(
        item.snippet(.numpy).comparison(
          with: item.encoding, at: 100 % (item.encoding.positionCount ?? 101), key: 3, head: item.head),
        "\(item.name)")
      #expect(comparison.residual <= comparison.limit, "\(item.name)")
    }
    let other = try #require(
      Snippet(of: .rotary(try Rotary(dimension: 8)), in: .numpy, at: .listed([1])).comparison(
        with: .rotary(try Rotary(dimension: 8, base: 500)), at: 100, key: 0, head: 0))
    #expect(other.residual > other.limit)
  }

  @Test(arguments: Dialect.allCases) func aTitleCannotEndTheCommentItStandsIn(dialect: Dialect) throws {
    let model = ModelDescription(
      name: "x\nimport os", modelType: nil, architectures: [],
      groups: [LayerGroup(name: "all", encoding: .rotary(try Rotary(dimension: 8)))], layersWithoutPosition: [],
      findings: [])
    var scene = Scene(
      subject: Subject(argument: nil, model: model), encoding: model.groups[0].encoding, theme: "midnight")
    scene.dialect = dialect
    let text = Snippet(of: scene, at: .listed([0]), .english).text
    #expect(!text.contains("\nimport os"))
    #expect(text.hasPrefix("\(dialect.comment) x"))
  }

  @Test func aPathWithQuotationMarksStaysOneString() {
    #expect(quoted("a\"b\\c\n") == "\"a\\\"b\\\\c?\"")
  }
}

@Suite struct CodeViewTests {
  @Test func theNextQuantityOfTheCodeIsTheNextLanguage() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(.setView(.code), .stepComponent(by: 1))
    #expect(exploration.scene.dialect == .numpy)
    _ = exploration.after(.stepComponent(by: -1), .stepComponent(by: -1))
    #expect(exploration.scene.dialect == .swift)
    #expect(exploration.scene.component == .cosine)
  }

  @Test func typingALanguageShowsTheCodeInIt() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.command("code numpy")
    #expect(exploration.scene.view == .code)
    #expect(exploration.line(1).contains("NumPy"))
    #expect(exploration.scene.encoding == exploration.scene.subject.group(0)?.encoding)
  }

  @Test func theRowLookedAtIsWrittenBelowTheCode() throws {
    var exploration = try Exploration.sample("gpt-j-6b", size: Size(rows: 30, columns: 100))
    _ = exploration.after(.setView(.code), .setPosition(1))
    #expect(exploration.line(27).contains("rotated[p 1] = 0.540302 0.841471"))
    #expect(exploration.line(28).contains("check"))
  }

  @Test func codeThatDoesNotFitSaysWhichLinesAreShownAndHowToHaveItAll() throws {
    var exploration = try Exploration.sample("phi-3-mini-128k", size: Size(rows: 12, columns: 60))
    _ = exploration.command("code swift")
    #expect(
      exploration.lines.contains { $0.contains("lines 1–") && $0.contains(":copy code copies all") })
  }
}
