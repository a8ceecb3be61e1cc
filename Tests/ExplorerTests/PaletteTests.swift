import Encodings
import Screen
import Testing

@testable import Explorer

@Suite struct PaletteRankTests {
  /// What the palette offers for a few letters, the best first.
  private func offered(_ typed: String) throws -> [String] {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(.openPalette, .paste(typed))
    guard case .palette(let palette) = exploration.mode else { return [] }
    return palette.matches.map(\.title)
  }

  @Test(arguments: [
    ("theme", ":theme"), ("yarn", "yarn"), ("base", ":base"), ("dials", "dials"), ("un", ":undo"), (":vi", ":view"),
    ("llama3", "llama3"), ("gpt2", "gpt2"), ("paper", "paper"),
  ])
  func theNameThatIsTypedStandsFirst(typed: String, title: String) throws {
    #expect(try offered(typed).first == title)
  }

  @Test func lettersScatteredOverASentenceStandLast() throws {
    let all = try offered("theme")
    let sentence = try #require(all.firstIndex(of: "the model's own encoding again"))
    #expect(Exploration.shelf.themes.map(\.name).allSatisfy { all.firstIndex(of: $0) ?? .max < sentence })
  }
}

@Suite struct ExampleTests {
  @Test func whereANumberStandsAnExampleAndThePresentOneAreShown() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(.openCommandLine, .paste("base "))
    #expect(exploration.line(22).contains("base of the frequencies"))
    #expect(exploration.line(22).contains("now 500000"))
  }

  @Test(arguments: ["view ", "scaling ", "scaling yarn ", "compare ", "split beside "])
  func argumentsAreListedWithTheirMeaning(line: String) throws {
    for language in Language.allCases {
      var exploration = try Exploration.sample(language: language)
      _ = exploration.after(.openCommandLine, .paste(line))
      guard case .command(let editor) = exploration.mode else { return #expect(Bool(false)) }
      let candidates = editor.completion?.candidates ?? []
      #expect(!candidates.isEmpty && candidates.allSatisfy { !$0.meaning.isEmpty })
    }
  }

  @Test func headsOfASchemeWithoutThemNameTheSchemesThatHave() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("heads 0")
    let said = exploration.notice.map { Language.english.sentence(for: $0) }
    #expect(said == "The scheme rope has no heads to set; alibi and kerple have.")
  }
}
