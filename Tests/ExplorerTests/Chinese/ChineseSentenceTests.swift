import Checkpoints
import Encodings
import Screen
import Testing

@testable import Explorer

/// Every sentence that a person can read is there in Chinese, and is not the English one.
@Suite struct ChineseSentenceTests {
  /// Where anything is missing: no Chinese sign, the English words, English quotation marks, or a run of Latin words.
  private func expectSpoken(_ say: (Language) -> String) {
    let (english, chinese) = (say(.english), say(.chinese))
    #expect(!english.isEmpty && english != chinese, "\(english)")
    #expect(!ChineseTests.isChinese(english), "\(english)")
    #expect(ChineseTests.isChinese(chinese), "\(chinese)")
    #expect(!chinese.contains("«") && !chinese.contains(". "), "\(chinese)")
    #expect(ChineseTests.sentences(in: ChineseTests.withoutExamples(chinese)) == [], "\(chinese)")
  }

  @Test(arguments: Specimens.checkpointProblems) func whatIsWrongInASource(problem: CheckpointError.Problem) {
    for place in [CheckpointError.Place.file, .text(line: 1, column: 2), .key("a.b"), .tensor("wte")] {
      expectSpoken { $0.sentence(for: CheckpointError(path: "x", place: place, problem: problem)) }
    }
  }

  @Test(arguments: Specimens.syntaxProblems) func whatIsWrongInJSON(problem: CheckpointError.SyntaxProblem) {
    expectSpoken { $0.sentence(for: CheckpointError(path: "x", problem: .syntax(problem))) }
  }

  @Test(arguments: CheckpointError.FileKind.allCases) func whatStandsWhereAFileShould(kind: CheckpointError.FileKind)
  {
    expectSpoken { $0.sentence(for: CheckpointError(path: "x", problem: .notAFile(kind))) }
  }

  @Test(arguments: CheckpointError.ValueKind.allCases) func whatAValueMustBe(kind: CheckpointError.ValueKind) {
    expectSpoken { $0.sentence(for: CheckpointError(path: "x", problem: .wrongKind(found: .null, expected: kind))) }
  }

  @Test(arguments: Specimens.rules) func whatAParameterMustBe(rule: InvalidParameter.Rule) {
    expectSpoken { $0.sentence(for: InvalidParameter(name: .factor, value: 1, rule: rule)) }
  }

  @Test(arguments: InvalidParameter.Name.allCases) func whatAParameterIsCalled(name: InvalidParameter.Name) {
    expectSpoken { $0.sentence(for: InvalidParameter(name: name, value: 1, rule: .even)) }
  }

  @Test(arguments: Specimens.complaints) func whyOptionsMakeNoEncoding(complaint: EncodingComplaint) {
    expectSpoken { $0.sentence(for: complaint) }
  }

  @Test(arguments: Specimens.notices) func whatTheStatusLineSays(notice: Notice) {
    if case .noFigure = notice { return #expect(Language.chinese.sentence(for: notice) == "没有可作插图的数据。") }
    expectSpoken { $0.sentence(for: notice) }
  }

  @Test(arguments: Specimens.nameKinds) func whatKindOfNameIsNotKnown(kind: Notice.NameKind) {
    expectSpoken { $0.sentence(for: .unknownName(kind: kind, name: "x", nearest: "y", known: ["y", "z"])) }
  }

  @Test(arguments: Specimens.themeProblems) func whatIsWrongInATheme(problem: ThemeProblem) {
    expectSpoken { $0.sentence(for: ThemeError(file: "x.yaml", line: 3, problem: problem)) }
  }

  @Test(arguments: Specimens.settingsProblems) func whatIsWrongInTheSettings(problem: SettingsProblem) {
    expectSpoken { $0.sentence(for: SettingsError(file: "x.yaml", line: 3, problem: problem)) }
  }

  @Test(arguments: Specimens.lessonProblems) func whatIsWrongInALesson(problem: LessonProblem) {
    expectSpoken { $0.sentence(for: LessonError(file: "x.yaml", line: 3, problem: problem)) }
  }

  @Test(arguments: Specimens.formulaProblems) func whatIsWrongInAFormula(problem: FormulaError.Problem) {
    expectSpoken { $0.words(for: FormulaError(offset: 0, problem: problem)) }
  }

  @Test(arguments: Specimens.writeProblems) func whyAFileIsNotWritten(problem: WriteProblem) {
    expectSpoken { $0.sentence(for: problem, path: "x.png") }
  }

  @Test func whatTheMouseDoes() {
    for mouse in MouseMeaning.all {
      expectSpoken { $0(mouse.gesture.english, mouse.gesture.chinese) }
      expectSpoken { $0(mouse.meaning.english, mouse.meaning.chinese) }
    }
  }

  @Test(arguments: Preset.all) func whatAPresetShows(preset: Preset) {
    expectSpoken { preset.summary(in: $0) }
  }

  @Test func whatThePointerReadsWhereNothingPasses() throws {
    for language in [Language.english, .chinese] {
      var exploration = try Exploration.sample(size: Size(rows: 30, columns: 100), language: language)
      for line in ["view attention", "split alone", "causal on"] { _ = exploration.command(line) }
      let reading = try exploration.reads(exploration.cell { $0.position == 0 && $0.secondPosition == 1 })
      #expect(try #require(reading).hasSuffix(language("not seen", "看不到")))
    }
  }

  @Test func aLatinNameStandsApartFromChineseWords() {
    let fast = InvalidParameter(name: .betaFast, value: 1, rule: .greaterThan(.betaSlow))
    #expect(Language.chinese.sentence(for: fast) == "beta_fast 必须大于 beta_slow；给出的是 1。")
    let base = InvalidParameter(name: .base, value: 1, rule: .divides(.length, 8))
    #expect(Language.chinese.sentence(for: base) == "底数必须整除长度（8）；给出的是 1。")
  }

  @Test(arguments: [
    ("did not find expected node content", "x: YAML 语法错误：此处缺少值。"),
    ("words of a kind", "x: YAML 语法错误（words of a kind）。"),
  ])
  func whatIsNoYAMLIsExplainedInOneSentence(words: String, sentence: String) {
    #expect(Language.chinese.sentence(for: ThemeError(file: "x", problem: .file(.syntax(words)))) == sentence)
    #expect(Language.chinese.sentence(for: SettingsError(file: "x", problem: .file(.syntax(words)))) == sentence)
    #expect(Language.chinese.sentence(for: LessonError(file: "x", problem: .file(.syntax(words)))) == sentence)
    #expect(
      Language.english.sentence(for: ThemeError(file: "x", problem: .file(.syntax(words))))
        == "x: not YAML: \(words).")
  }

  @Test(arguments: zip(Language.allCases, [".", "。"])) func whyAFileCannotBeReadIsAWholeSentence(
    language: Language, stop: String
  ) {
    let problem = ReadProblem.system(code: 2)
    #expect(language.sentence(for: ThemeError(file: "x", problem: .file(.unreadable(problem)))).hasSuffix(stop))
    #expect(language.sentence(for: SettingsError(file: "x", problem: .file(.unreadable(problem)))).hasSuffix(stop))
    #expect(language.sentence(for: LessonError(file: "x", problem: .file(.unreadable(problem)))).hasSuffix(stop))
  }

  @Test(arguments: Language.allCases) func aConfigWithoutArchitecturesHasADashForThem(language: Language) {
    let error = CheckpointError(path: "x", problem: .noScheme(modelType: nil, architectures: []))
    #expect(language.sentence(for: error).contains("architectures –"))
  }

  @Test func aDigitIsNotCalledANumberInChinese() throws {
    var exploration = try Exploration.sample(size: Size(rows: 30, columns: 100), language: .chinese)
    for line in ["view digits", "split alone", "position 4321"] { _ = exploration.command(line) }
    let said = exploration.description.joined() + (0..<30).map(exploration.line).joined()
    #expect(said.contains("数位") && !said.contains("数字"))
  }
}
