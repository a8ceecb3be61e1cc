import Encodings
import Screen
import Testing

@testable import Explorer

@Suite struct NumberParserTests {
  @Test(arguments: [
    ("500000", 500_000), ("5e5", 500_000), ("500k", 500_000), ("1.5M", 1_500_000), ("2^20", 1_048_576),
    ("10_000", 10_000),
    ("−3", -3), ("2^-2", 0.25), (".5", 0.5),
  ])
  func numbersAreReadAsPeopleTypeThem(text: String, value: Double) {
    #expect(NumberParser.number(text) == value)
  }

  @Test(arguments: ["", "k", "1e400", "nan", "inf", "0x10", "1 2", "2^9999", "^", "1e", "--1"])
  func whatIsNoFiniteNumberIsRefused(text: String) {
    #expect(NumberParser.number(text) == nil)
  }

  @Test func wholeNumbersAreExactAndOthersRefused() {
    #expect(NumberParser.whole("9223372036854775807") == Int.max)
    #expect(NumberParser.whole("1.5") == nil)
    #expect(NumberParser.whole("1.5k") == 1500)
    #expect(NumberParser.whole("1e30") == nil)
  }

  @Test func rangesAreHalfOpenAndNotEmpty() {
    #expect(NumberParser.range("0:2^20") == 0..<1_048_576)
    #expect(NumberParser.range("5:5") == nil)
    #expect(NumberParser.range("1:2:3") == nil)
  }
}

@Suite struct CommandParserTests {
  private func parse(_ line: String) throws -> Action? {
    try CommandParser.parse(line, themes: ["midnight", "paper"])
  }

  @Test(arguments: [
    ("dim 64", Action.apply(EncodingOptions(dimension: 64))), ("d 64", .apply(EncodingOptions(dimension: 64))),
    ("base 500k", .apply(EncodingOptions(base: 500_000))), ("position 4096", .setPosition(4096)),
    ("4096", .setPosition(4096)),
    ("scheme sinusoidal", .apply(EncodingOptions(scheme: .sinusoidal))), ("view dials", .setView(.dials)),
    ("view w", .setView(.waves)), ("zoom 0:1048576", .setWindow(0..<1_048_576)), ("theme paper", .setTheme("paper")),
    ("lang zh", .setLanguage(.chinese)), ("model qwen3-8b", .open("qwen3-8b")),
    ("shot", .saveScreen(path: nil, overwrite: false)),
    ("figure a.pdf", .saveFigure(path: "a.pdf", overwrite: false)),
    ("figure! a.pdf", .saveFigure(path: "a.pdf", overwrite: true)),
    ("vi dials", .setView(.dials)), ("posi 77", .setPosition(77)),
    ("undo", .undo), ("layout interleaved", .apply(EncodingOptions(layout: .interleaved))),
  ])
  func commandsBecomeActions(line: String, action: Action) throws {
    #expect(try parse(line) == action)
  }

  @Test func scalingTakesANameAndNumbersByKey() throws {
    var wanted = ScalingOptions(name: "yarn", factor: 8, originalLength: 4096)
    wanted.betaFast = 32
    wanted.truncate = false
    #expect(
      try parse("scaling yarn factor=8 original=4096 beta_fast=32 truncate=no")
        == .apply(EncodingOptions(scaling: wanted)))
  }

  @Test func anEmptyLineDoesNothing() throws {
    #expect(try parse("   ") == nil)
  }

  @Test(arguments: [
    ("positon 3", Notice.unknownCommand("positon", nearest: "position")),
    ("xy 3", .unknownCommand("xy", nearest: nil)), ("vw dials", .unknownCommand("vw", nearest: nil)),
    ("5 6", .takesNothing(command: "5", argument: "6")), ("position 1e18", .positionOutOfRange("1e18")),
    ("play position 100:0", .endsTheWrongWay("100:0", example: "position 0:100")),
    ("play position here", .badArgument(command: "play", argument: "position here", example: "position 0:4096")),
    ("figure", .needsArgument(command: "figure", example: "view.pdf")),
    ("dim", .needsArgument(command: "dim", example: "64")),
    ("dim many", .badArgument(command: "dim", argument: "many", example: "64")),
    ("-1", .positionOutOfRange("-1")), ("position -1", .positionOutOfRange("-1")),
    (
      "view heatmpa",
      .unknownName(kind: .view, name: "heatmpa", nearest: "heatmap", known: ViewName.allCases.map(\.rawValue))
    ),
    ("theme papre", .unknownName(kind: .theme, name: "papre", nearest: "paper", known: ["midnight", "paper"])),
    ("cast x", .unknownName(kind: .cast, name: "x", nearest: nil, known: ["inputs", "result"])),
    (
      "scaling yarn fctor=8",
      .unknownName(
        kind: .parameter, name: "fctor", nearest: "factor",
        known: [
          "factor", "original", "original-length", "beta-fast", "beta-slow", "attention-factor", "low-freq-factor",
          "high-freq-factor", "truncate",
        ])
    ),
  ])
  func mistakesAreExplained(line: String, notice: Notice) {
    #expect {
      _ = try parse(line)
    } throws: { error in
      (error as? CommandParser.Refusal)?.notice == notice
    }
  }

  @Test func everyCommandsExampleIsTaken() throws {
    for command in Command.all {
      #expect(try parse("\(command.name.rawValue) \(command.example)") != nil, "\(command.name)")
    }
  }

  @Test func noTwoCommandsShareAName() {
    let names = Command.all.flatMap { [$0.name.rawValue] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(Set(Command.all.map(\.name)) == Set(Command.Name.allCases))
  }
}

@Suite struct CommandLineEditorTests {
  private func typed(_ keys: [Key]) -> (CommandLineEditor, CommandLineEditor.Outcome) {
    var editor = CommandLineEditor()
    var outcome = CommandLineEditor.Outcome.editing
    for key in keys { outcome = editor.type(key) }
    return (editor, outcome)
  }

  private func keys(_ text: String) -> [Key] { text.unicodeScalars.map { Key.letter($0) } }

  @Test func aLineIsTypedAndFinished() {
    #expect(typed(keys("dim 64") + [Key(.enter)]).1 == .finished("dim 64"))
  }

  @Test func theCursorMovesAndInsertsInTheMiddle() {
    #expect(typed(keys("dm") + [Key(.left)] + keys("i") + [Key(.enter)]).1 == .finished("dim"))
  }

  @Test func aWordIsDeletedBackwards() {
    #expect(typed(keys("base 5e5 ") + [.letter("w", .control)] + [Key(.enter)]).1 == .finished("base "))
  }

  @Test func backspaceOnAnEmptyLineAndEscapeCancel() {
    #expect(typed([Key(.backspace)]).1 == .cancelled)
    #expect(typed(keys("x") + [Key(.escape)]).1 == .cancelled)
  }

  @Test func pastedLineBreaksBecomeBlanks() {
    var editor = CommandLineEditor()
    editor.insert("dim\n64")
    #expect(String(editor.text) == "dim 64")
  }
}
