import Testing

/// What the program refuses, it refuses in the language that was asked for.
@Suite struct ChineseRefusalTests {
  private static let refused: [[String]] = [
    ["--dim", "x"], ["--dim", "63"], ["--base", "x"], ["--scheme", "rop"], ["--scaling", "yarm"],
    ["--scaling", "yarn"], ["--layout", "x"], ["--ladder", "x"], ["--factor", "2"], ["--share", "0.5"],
    ["--scheme", "sinusoidal", "--scaling", "yarn"], ["--heads", "x"], ["--position", "-1"], ["--color", "mauve"],
    ["--size", "0x0"], ["--group", "x"], ["--pair", "999"], ["no-such-model"], ["/no/such/folder/config.json"],
    ["--theme", "x"], ["--view", "x"],
  ]

  @Test(arguments: refused) func aRefusalOfShotIsChinese(arguments: [String]) throws {
    let isView = arguments[0] == "--view"
    let outcome = try run(list: ["shot", isView ? "dails" : "dials"] + (isView ? [] : arguments) + ["--lang", "zh"])
    expectChinese(outcome)
  }

  private static let others: [[String]] = [
    ["data", "frequencies", "gpt2"], ["data", "nonsense"], ["data", "angles", "--positions", "x"],
    ["data", "rotate", "--vector", "x"], ["figure", "code", "-o", "x.pdf"], ["figure", "dials", "-o", "x.bmp"],
    ["figure", "dials", "--width", "x", "-o", "x.svg"], ["shot", "dials", "-o", "/no/such/folder/x.txt"],
    ["inspect", "no-such-model"], ["compare", "gpt2", "no-such-model"], ["lesson", "no-such-lesson"],
    ["code", "gpt2", "--for", "cobol"],
  ]

  @Test(arguments: others) func aRefusalOfAnotherCommandIsChinese(arguments: [String]) throws {
    expectChinese(try run(list: arguments + ["--lang", "zh"]))
  }

  private func expectChinese(_ outcome: Outcome) {
    #expect(outcome.code != 0)
    #expect(outcome.messages.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(outcome.messages)")
    let english = outcome.messages.matches(of: #/[A-Za-z]{2,}( [a-z]{2,}){3,}/#).map { String($0.output.0) }
    #expect(english == [], "\(outcome.messages)")
  }
}
