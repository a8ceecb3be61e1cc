import Encodings
import Screen
import Testing

@testable import Explorer

/// What a person reads in Chinese is Chinese: no run of Latin words but names, commands and code.
@Suite struct ChineseTests {
  /// The runs of three or more Latin words of two or more letters in a text.
  static func sentences(in text: String) -> [String] {
    text.matches(of: #/[A-Za-z]{2,}( [A-Za-z]{2,}){2,}/#).map { String($0.output.0) }
  }

  /// What is typed as it stands, in every language.
  private static let examples = Command.all.map { "\($0.name.rawValue) \($0.example)" }

  /// A text without the commands that are shown as they are typed.
  static func withoutExamples(_ text: String) -> String {
    examples.reduce(text) { $0.replacing($1, with: "") }.replacing(#/:[a-z]+( [a-z0-9]+)*/#, with: "")
  }

  static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test func latinSentencesAreFound() {
    #expect(Self.sentences(in: "校验 the table ends after row 3") == ["the table ends after row"])
    #expect(Self.sentences(in: "视图 heatmap：cos p·ω") == [])
  }

  @Test(arguments: ViewName.allCases.filter { $0 != .code }, Scheme.allCases)
  func everyViewOfEverySchemeIsDrawnInChinese(view: ViewName, scheme: Scheme) throws {
    let table = try LearnedTable(values: (0..<48).map { Double($0 % 7) - 3 }, dimension: 6)
    let encoding = scheme == .learned ? .learned(table) : try EncodingOptions(scheme: scheme).applied(to: nil)
    var exploration = try Exploration.sample(
      encoding: encoding, size: Size(rows: 44, columns: 108), language: .chinese)
    for line in ["view \(view.rawValue)", "split alone"] { _ = exploration.command(line) }
    for line in exploration.lines { #expect(Self.sentences(in: line) == [], "\(line)") }
    for sentence in exploration.description.dropFirst() {
      #expect(Self.isChinese(sentence) || sentence.contains { "=|(".contains($0) }, "\(sentence)")
      #expect(Self.sentences(in: sentence) == [])
    }
  }

  @Test func theOverlaysAreChinese() throws {
    let page = HelpPage(language: .chinese).lines(asciiOnly: false)
    for line in page where !line.right.isEmpty { #expect(Self.isChinese(line.right), "\(line.left)") }
    let exploration = try Exploration.sample(language: .chinese)
    for entry in exploration.paletteEntries { #expect(Self.isChinese(entry.title + entry.detail), "\(entry.title)") }
  }

  /// Commands with nothing, with nonsense, and with what they cannot take: whatever is said is said in Chinese.
  @Test(arguments: Command.Name.allCases, ["", "nonsense", "-1", "nan", "99999999999999999999", "0:0", "factor=0"])
  func whatACommandSaysIsChinese(name: Command.Name, argument: String) throws {
    for model in [nil, "llama-3.1-8b", "gpt2"] {
      var exploration = try Exploration.sample(model, language: .chinese)
      if name == .lang { continue }
      _ = exploration.command("\(name.rawValue) \(argument)")
      guard let notice = exploration.notice else { continue }
      let said = Self.withoutExamples(exploration.language.sentence(for: notice))
      #expect(Self.isChinese(said), "\(said)")
      #expect(Self.sentences(in: said) == [], "\(said)")
    }
  }
}
