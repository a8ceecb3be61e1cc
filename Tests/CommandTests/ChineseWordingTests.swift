import Encodings
import Explorer
import Terminal
import Testing

@testable import ropescope

/// Every sentence that only the command line says is there in Chinese, and is not the English one.
@Suite struct ChineseWordingTests {
  private func expectSpoken(_ say: (Language) -> String) {
    let (english, chinese) = (say(.english), say(.chinese))
    func hasChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
    #expect(!hasChinese(english) && hasChinese(chinese), "\(english) \(chinese)")
    #expect(!chinese.contains("«") && !chinese.contains(". "), "\(chinese)")
    #expect(chinese.matches(of: /[A-Za-z]{2,}( [a-z]{2,}){2,}/).isEmpty, "\(chinese)")
  }

  @Test func wordsOfTheParserThatAreNotTranslatedEndOnce() {
    #expect(ParserWording("Strange words.").sentence(.chinese).hasPrefix("Strange words。`"))
    #expect(ParserWording("Strange words").sentence(.english).hasPrefix("Strange words. `"))
  }

  private static let terminals: [TerminalError] = [
    .notATerminal(.input), .notATerminal(.output), .cannotAddressCursor(name: "x"), .unknownTerminal(name: "x"),
    .alreadyOpen,
    .system(13),
  ]

  @Test(arguments: terminals) func whyNoTerminalCanBeOpened(error: TerminalError) {
    expectSpoken { $0.sentence(for: error) }
  }

  private static let complaints: [DataComplaint] =
    [
      .valuesUnknown(.t5), .vectorCount(1, needed: 2), .pastTheEnd(position: 3, count: 3),
      .outOfRange(.head, 4, count: 4), .notOneText(limit: 5), .outOfRange(.pair, 6, count: 6),
      .targetTooShort(7, trained: 8), .nothingToCompare, .nothingInCommon(.rope, .alibi),
      .noComponents(.alibi),
      .invalid(InvalidParameter(name: .base, value: -1, rule: .positive)),
    ]
    + DataKind.allCases.map { .hasNone($0, .none) }
    + [.valuesUnknown, .pastTheTable(rows: 9), .tooMuch(tokens: 2, features: 3)].map { .attention($0, .rope) }

  @Test(arguments: complaints) func whyThereAreNoNumbers(complaint: DataComplaint) {
    for group in [nil, "local"] { expectSpoken { complaint.failure(group: group, $0).sentence } }
  }
}
