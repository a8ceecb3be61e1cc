import Encodings
import Testing

@testable import Explorer

@Suite struct LessonFormulaTests {
  private func value(_ text: String, _ commands: String = "") throws -> FormulaValue {
    var exploration = Exploration.offstage(.english)
    for line in commands.split(separator: ";") { try exploration.run(line: String(line)) }
    return try Formula(parsing: text).value(in: exploration)
  }

  private func error(_ text: String) -> FormulaError? {
    do throws(FormulaError) {
      _ = try Formula(parsing: text).value(in: .offstage(.english))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("-2^2", -4), ("2^-1", 0.5), ("2^3^2", 512), ("10 - 4 - 3", 3),
    ("8 / 4 / 2", 1), ("1e3 + .5", 1000.5), ("−3 · 2", -6), ("mod(-1, 10)", 9), ("floor(2.7)", 2),
    ("max(2, min(9, 5))", 5),
  ])
  func arithmeticFollowsTheUsualOrder(text: String, expected: Double) throws {
    #expect(try value(text) == .number(expected))
  }

  @Test(arguments: [
    ("1 == 1", true), ("0.1 + 0.2 == 0.3", true), ("1 != 1", false), ("2 <= 2", true), ("3 < 2", false),
    ("3 > 2", true),
    ("2 >= 3", false), ("scheme == \"rope\"", true), ("scheme != \"alibi\"", true),
  ])
  func comparisonsGiveATruth(text: String, expected: Bool) throws { #expect(try value(text) == .truth(expected)) }

  private static let names: [(String, String, Double)] = [
    ("omega(0)", "", 1.0), ("pairs", "", 32), ("d", "dim 128", 128), ("digit(1, 365)", "dim 6;base 1000", 6),
    ("slope(7)", "scheme alibi", 1.0 / 256), ("digit(1, 365)", "scheme sinusoidal; dim 6; base 1000", 6),
    ("bias(10, 7)", "scheme alibi", -1.5),
    ("bucket(100)", "scheme shaw", 32),
    ("vector(3, 0)", "scheme integer", 3), ("product(3, 4)", "scheme one-hot", 0), ("feature(0, 1)", "", 32),
    ("crowding(\"linear\", 3)", "length 16384", 4), ("stored(\"bfloat16\", 257)", "", 256),
    ("after(\"dim 128\", d) - d", "", 64), ("after(\"dim 4; base 100\", omega(1))", "", 0.1), ("step", "train 5", 5),
  ]

  @Test(arguments: names)
  func namesAreTheScenesOwnNumbers(text: String, commands: String, expected: Double) throws {
    guard case .number(let value) = try value(text, commands) else { return #expect(Bool(false), "\(text)") }
    #expect(abs(value - expected) < 1e-12, "\(text)")
  }

  private static let mistakes: [(String, Int, FormulaError.Problem)] = [
    ("1 +", 3, .endsEarly), ("(1", 2, .endsEarly), ("\"open", 5, .endsEarly),
    ("1 2", 2, .unexpected("2")),
    ("3 # 4", 2, .unexpected("#")), ("1.2.3", 0, .unexpected("1.2.3")),
    ("wavelenth(3)", 0, .unknownName("wavelenth", nearest: "wavelength")),
    ("2 * omega()", 4, .wrongArguments("omega", parameters: "i")),
    ("omega(\"x\")", 0, .wrongArguments("omega", parameters: "i")),
    ("omega(32)", 0, .notInScene("omega")), ("omega(0.5)", 0, .notInScene("omega")),
    ("sqrt(-1)", 0, .notInScene("sqrt")),
    ("0 / 0", 2, .notInScene("/")), ("scheme + 1", 7, .notANumber), ("loss", 0, .notInScene("loss")),
  ]

  @Test(arguments: mistakes)
  func mistakesAreNamedWithTheirPlace(text: String, offset: Int, problem: FormulaError.Problem) {
    #expect(error(text) == FormulaError(offset: offset, problem: problem))
  }

  @Test func deepNestingIsRefusedAndNotACrash() {
    let text = String(repeating: "(", count: 100_000) + "1"
    #expect(error(text)?.problem == .tooDeep)
    #expect(error("2" + String(repeating: "^2", count: 100_000))?.problem == .tooDeep)
  }

  @Test func everyNameIsInTheManual() throws {
    let manual = try manualText("docs/formats/lessons.md")
    for function in FormulaFunction.all {
      let parameters = function.parameters.joined(separator: ", ")
      let written = parameters.isEmpty ? function.name : "\(function.name)(\(parameters))"
      #expect(manual.contains("`\(written)`"), "\(written) is not in docs/formats/lessons.md")
    }
  }
}
