import Screen
import Testing

@testable import Explorer

extension Exploration {
  /// Types keys one after another, as the keymap has them.
  mutating func typing(_ keys: Key...) {
    for key in keys { if let action = keymap.action(for: key, in: mode) { _ = after(action) } }
  }

  /// Types the characters of a text.
  mutating func typing(_ text: String) {
    for scalar in text.unicodeScalars { typing(Key(.character(scalar))) }
  }

  /// What stands in the command line.
  fileprivate var typed: String? { if case .command(let editor) = mode { String(editor.text) } else { nil } }
}

@Suite struct FuzzyTests {
  @Test func lettersMustComeInTheirOrder() {
    #expect(FuzzyFit("yn", in: "yarn") != nil)
    #expect(FuzzyFit("ny", in: "yarn") == nil)
    #expect(FuzzyFit("", in: "yarn") != nil)
  }

  @Test func beginningsOfWordsCountMore() throws {
    #expect(fuzzyMatches("rd", among: ["order", "rotary-dim", "record"]) { $0 }.first == "rotary-dim")
    #expect(fuzzyMatches("base", among: ["database", "base"]) { $0 } == ["base", "database"])
  }

  /// Beginnings of words side by side, then the middle of a word, then letters apart.
  @Test func lettersSideBySideCountMoreThanLettersApart() {
    let fits = ["to hold a memory", "anathemes", "next theme", "theme"]
    #expect(fuzzyMatches("theme", among: fits) { $0 } == ["theme", "next theme", "anathemes"])
    #expect(fuzzyMatches("tha", among: fits) { $0 } == ["to hold a memory"])
  }

  @Test func lettersAreFoundWhereTheyFitBestNotWhereTheyAreFirst() {
    #expect(FuzzyFit("view", in: "vivid view")?.kind == .word)
    #expect(FuzzyFit("rd", in: "rotary-dim")?.kind == .beginnings)
  }
}

@Suite struct CompletionTests {
  @Test(arguments: [
    ("vi", "view "), ("undo", "undo"), ("view di", "view dials"), ("scheme ali", "scheme alibi"),
    ("scaling ya", "scaling yarn"),
    ("scaling yarn fa", "scaling yarn factor="), ("theme pa", "theme paper"), ("model qwen3", "model qwen3-8b"),
    ("split beside sim", "split beside similarity"), ("preset ext", "preset extensions"), ("play ba", "play base"),
    ("lang z", "lang zh"), ("loop of", "loop off"), ("lesson ro", "lesson rope"), ("dtype bf", "dtype bfloat16"),
    ("play morph ya", "play morph yarn"), ("play morph yarn fa", "play morph yarn factor="),
    ("cast res", "cast result"),
    ("compare ya", "compare yarn"), ("compare qwen3-8", "compare qwen3-8b"), ("code num", "code numpy"),
    ("catalogue ti", "catalogue timeline"), ("train res", "train reset"),
  ])
  func tabCompletesTheWordAtTheCursor(typed: String, completed: String) throws {
    var exploration = try Exploration.sample()
    exploration.typing(":" + typed)
    exploration.typing(Key(.tab))
    #expect(exploration.typed == completed)
  }

  @Test func aKeptSceneIsCompletedByItsName() throws {
    var exploration = try Exploration.sample()
    exploration.sessions = ["monday", "tuesday"]
    exploration.typing(":session tue")
    exploration.typing(Key(.tab))
    #expect(exploration.typed == "session tuesday")
  }

  @Test(arguments: ["open", "e", "shot", "shot!", "figure"]) func filesAreAskedForWhenTheyAreWanted(command: String)
    throws
  {
    var exploration = try Exploration.sample()
    exploration.typing(":\(command) my mo")
    #expect(exploration.after(.type(Key(.tab))) == [.listPaths(beginning: "my mo")])
    _ = exploration.after(.offer(paths: ["my models/", "my motto.json"], beginning: "my mo"))
    #expect(exploration.typed == "\(command) my models/")
    #expect(exploration.after(.type(Key(.tab))) == [])
    #expect(exploration.typed == "\(command) my motto.json")
    exploration.typing("x")
    #expect(exploration.after(.type(Key(.tab))) == [.listPaths(beginning: "my motto.jsonx")])
  }

  @Test func aFolderThatStandsAloneIsLookedInto() throws {
    var exploration = try Exploration.sample()
    exploration.typing(":open mo")
    _ = exploration.after(.type(Key(.tab)), .offer(paths: ["models/"], beginning: "mo"))
    #expect(exploration.after(.type(Key(.tab))) == [.listPaths(beginning: "models/")])
  }

  @Test func filesForAnotherPathThanTheOneThatStandsThereAreNotOffered() throws {
    var exploration = try Exploration.sample()
    exploration.typing(":open mo")
    _ = exploration.after(.offer(paths: ["xyz/"], beginning: "x"))
    #expect(exploration.typed == "open mo")
    exploration.typing(Key(.escape))
    _ = exploration.after(.offer(paths: ["models/"], beginning: "mo"))
    #expect(exploration.mode == .normal)
  }

  @Test func tabGoesRoundAndShiftTabBack() throws {
    var exploration = try Exploration.sample()
    exploration.typing(":view s")
    exploration.typing(Key(.tab))
    let first = exploration.typed
    exploration.typing(Key(.tab))
    #expect(exploration.typed != first)
    exploration.typing(Key(.backTab))
    #expect(exploration.typed == first)
  }

  @Test func whatMayFollowIsShownWithItsMeaning() throws {
    var exploration = try Exploration.sample()
    exploration.typing(":bas")
    let rows = exploration.lines.prefix(23)
    #expect(rows.contains { $0.contains("base") && $0.contains("5e5 and 500k") })
  }

  @Test func whereANumberStandsNothingIsOffered() throws {
    var exploration = try Exploration.sample()
    exploration.typing(":base 5")
    exploration.typing(Key(.tab))
    #expect(exploration.typed == "base 5")
  }

  /// A letter and an accent typed one after another are one character; so are the halves of a flag once nothing stands
  /// between them.
  @Test(arguments: [
    ([Key(.character("e")), Key(.character("\u{301}"))], "e\u{301}", 1),
    (
      [
        Key(.character("\u{1F1E9}")), Key(.character("x")), Key(.character("\u{1F1EA}")), Key(.left), Key(.backspace),
      ],
      "\u{1F1E9}\u{1F1EA}", 1
    ),
  ])
  func whatBelongsTogetherIsOneCharacter(keys: [Key], text: String, cursor: Int) throws {
    var exploration = try Exploration.sample()
    _ = update(&exploration, .openCommandLine)
    for key in keys { _ = update(&exploration, .type(key)) }
    guard case .command(let editor) = exploration.mode else { Issue.record("no command line"); return }
    #expect(String(editor.text) == text)
    #expect(editor.cursor == cursor)
    #expect(exploration.frame.size == exploration.size)
  }

  @Test func theArrowsBringTypedLinesBack() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("dim 32")
    _ = exploration.command("base 500")
    exploration.typing(":zo")
    exploration.typing(Key(.up))
    #expect(exploration.typed == "base 500")
    exploration.typing(Key(.up), Key(.up))
    #expect(exploration.typed == "dim 32")
    exploration.typing(Key(.down), Key(.down))
    #expect(exploration.typed == "zo")
  }
}

@Suite struct CommandKeysTests {
  @Test func controlPAndNGoThroughTheHistory() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("dim 32")
    exploration.typing(":zo")
    exploration.typing(Key(.character("p"), .control))
    #expect(exploration.typed == "dim 32")
    exploration.typing(Key(.character("n"), .control))
    #expect(exploration.typed == "zo")
  }

  @Test func controlArrowsGoByWords() throws {
    var exploration = try Exploration.sample()
    exploration.typing(":scaling yarn factor=8")
    exploration.typing(Key(.left, .control), Key(.left, .control))
    exploration.typing("x")
    #expect(exploration.typed == "scaling xyarn factor=8")
    exploration.typing(Key(.right, .control), Key(.character("y")))
    #expect(exploration.typed == "scaling xyarny factor=8")
  }

  @Test(arguments: Command.all.filter(\.example.isEmpty))
  func whatTakesNothingRefusesArguments(command: Command) throws {
    var exploration = try Exploration.sample()
    let before = exploration.scene
    #expect(exploration.command("\(command.name.rawValue) x").isEmpty)
    #expect(exploration.notice == .takesNothing(command: command.name.rawValue, argument: "x"))
    #expect(exploration.scene == before)
  }

  @Test func sentencesNameTheKeysAsTheyAreBound() throws {
    var exploration = try Exploration.sample("gemma-3-4b")
    exploration.keymap = Keymap(
      bindings: Keymap.standard.bindings.map { $0.name == "next-group" ? $0.bound(to: [.letter("X")]) : $0 })
    _ = exploration.after(.opened(exploration.scene.subject))
    #expect(exploration.status.contains("X shows the next."))
    exploration.keymap = Keymap(bindings: Keymap.standard.bindings.filter { $0.name != "next-group" })
    #expect(!exploration.status.contains("shows the next"))
  }
}

@Suite struct CodeScrollTests {
  @Test func codeThatDoesNotFitScrollsToItsEndAndNoFurther() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 16, columns: 80))
    _ = exploration.command("code swift")
    let (first, position) = (exploration.line(2), exploration.scene.position)
    #expect(exploration.line(12).contains("lines 1–"))
    _ = exploration.after(.moveRows(1))
    #expect(exploration.line(2) != first && exploration.scene.position == position)
    _ = exploration.after(.movePages(1000), .moveRows(1))
    let lines = CodeLens.snippet(exploration.scene, in: Area(exploration.size), valueRowsPerCell: 2, .english).lines
    #expect(exploration.line(12).contains("–\(lines.count) of \(lines.count)"))
    _ = exploration.after(.movePages(-1000))
    #expect(exploration.line(2) == first)
  }

  @Test func theWholeProgramIsCopied() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 16, columns: 80))
    _ = exploration.command("code numpy")
    guard case .copy(let text)? = exploration.command("copy code").first else {
      Issue.record("nothing copied")
      return
    }
    #expect(text.hasPrefix("# llama-3.1-8b") || text.contains("import numpy"))
    #expect(
      exploration.notice
        == .copiedCode(lines: text.split(separator: "\n", omittingEmptySubsequences: false).count - 1))
  }
}

@Suite struct PaletteTests {
  @Test func aLessonIsFoundAndPlayed() throws {
    var exploration = try Exploration.sample()
    exploration.typing("palibi")
    let names = exploration.paletteEntries.filter { $0.outcome == .action(.lesson(.start("alibi"))) }
    #expect(names.count == 1)
    exploration.typing(Key(.enter))
    #expect(exploration.play?.lesson.name == "alibi")
  }

  @Test func pagesGoOnBySeveralEntriesAndStopAtTheEnds() throws {
    var exploration = try Exploration.sample()
    exploration.typing("p")
    exploration.typing(Key(.pageDown))
    guard case .palette(let palette) = exploration.mode else { Issue.record("no palette"); return }
    #expect(palette.chosen == 8)
    exploration.typing(Key(.pageUp), Key(.pageUp))
    guard case .palette(let first) = exploration.mode else { Issue.record("no palette"); return }
    #expect(first.chosen == 0)
  }

  @Test func pastedTextNarrowsThePalette() throws {
    var exploration = try Exploration.sample()
    exploration.typing("p")
    _ = exploration.after(.paste("spectrum\n"))
    exploration.typing(Key(.enter))
    #expect(exploration.scene.view == .spectrum)
  }

  @Test(arguments: [
    ("spectrum", "spectrum"), ("sptrm", "spectrum"),
  ])
  func aFewLettersFindAView(typed: String, view: String) throws {
    var exploration = try Exploration.sample()
    exploration.typing("p" + typed)
    exploration.typing(Key(.enter))
    #expect(exploration.scene.view.rawValue == view && exploration.mode == .normal)
  }

  @Test func aModelIsOpened() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.openPalette)
    exploration.typing("deepseek-v3")
    #expect(exploration.after(.type(Key(.enter))) == [.open("deepseek-v3")])
  }

  @Test func aCommandThatNeedsMoreIsBegun() throws {
    var exploration = try Exploration.sample()
    exploration.typing("p:rotary-dim")
    exploration.typing(Key(.enter))
    #expect(exploration.typed == "rotary-dim ")
  }

  @Test func arrowsChooseAndEscapeLeaves() throws {
    var exploration = try Exploration.sample()
    exploration.typing("p")
    exploration.typing(Key(.down))
    exploration.typing(Key(.enter))
    #expect(exploration.scene.view == ViewName.allCases[1])
    exploration.typing("p")
    exploration.typing(Key(.escape))
    #expect(exploration.mode == .normal)
  }

  @Test func everyEntryCanBeChosenWithoutHarm() throws {
    let exploration = try Exploration.sample("gemma-3-4b")
    for entry in exploration.paletteEntries {
      guard case .action(let action) = entry.outcome else { continue }
      var next = exploration
      _ = next.after(action)
      #expect(next.frame.size == exploration.size)
    }
  }

  @Test func whatIsSaidOfAThingFindsItToo() throws {
    var exploration = try Exploration.sample(language: .chinese)
    exploration.typing("p")
    for (typed, title) in [("热图", "heatmap"), ("课程", "order"), ("频率的底数", ":base")] {
      _ = exploration.after(.type(Key(.character("u"), .control)), .paste(typed))
      guard case .palette(let palette) = exploration.mode else { Issue.record("no palette"); return }
      #expect(palette.matches.contains { $0.title == title }, "\(typed)")
    }
  }

  @Test func aSuggestionThatIsCutSaysSo() throws {
    var exploration = try Exploration.sample(size: Size(rows: 24, columns: 40), language: .chinese)
    exploration.typing("p")
    _ = exploration.after(.paste("代码语言"))
    #expect(exploration.lines.contains { $0.contains("下一个量") && $0.contains("…") })
  }

  @Test func whereNothingFitsThePaletteSaysSo() throws {
    var exploration = try Exploration.sample()
    exploration.typing("pqqqqq")
    #expect(exploration.lines.contains { $0.contains("nothing here fits") })
  }
}
