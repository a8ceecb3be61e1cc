import Encodings
import Screen
import Testing

@testable import Explorer

extension Exploration {
  /// Presses a key, as the run loop does.
  fileprivate mutating func press(_ key: Key) -> [Effect] {
    action(for: .key(key)).map { update(&self, $0) } ?? []
  }

  /// Presses the keys of a text's characters.
  fileprivate mutating func press(_ text: String) {
    for scalar in text.unicodeScalars { _ = press(.letter(scalar)) }
  }

  /// The first row of what is said.
  fileprivate var said: String? { notice.map { language.sentence(for: $0, keymap: keymap) } }
}

@Suite struct KeyTests {
  /// Keys that are for the terminal or step back from what is not there.
  private static let silent: Set<String> = ["back", "redraw"]

  /// Models of different schemes: with pairs, with biases alone, with a table whose values are not known.
  @Test(arguments: ViewName.allCases, ["llama-3.1-8b", "bloom-560m", "gpt2", "t5-small"])
  func aKeyChangesWhatIsShownOrSaysWhyNot(view: ViewName, model: String) throws {
    var start = try Exploration.sample(model)
    _ = start.after(.setView(view), .setPosition(9), .setSecond(3), .dismissNotice)
    let before = start.frame
    for binding in start.keymap.bindings where binding.chapter != .lesson && !Self.silent.contains(binding.name) {
      var exploration = start
      let key = try #require(binding.keys.first)
      let isDone = !exploration.press(key).isEmpty
      #expect(
        isDone || exploration.notice != nil || exploration.frame != before,
        "\(binding.name) says nothing in \(view.rawValue) of \(model)")
    }
  }

  @Test(arguments: [
    ("z", "z is for the pipeline view: :view pipeline."), ("B", "B is for the precision view: :view precision."),
    ("a", "a is for the views attention and pipeline: :view attention."),
    (">", "> chooses among attention heads; rope has one for all here. :scheme alibi has several."),
  ])
  func aKeyOfAnotherViewNamesItAndChangesNothing(key: String, sentence: String) throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    let before = exploration.scene
    exploration.press(key)
    #expect(exploration.said == sentence)
    #expect(exploration.scene == before)
  }

  @Test func aCommandOfAnotherViewIsCarriedOut() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("shift 9")
    #expect(exploration.scene.shift == 9 && exploration.notice == nil)
  }

  @Test func aKeyOfAPaneBesideIsHeard() throws {
    var exploration = try Exploration.sample(size: Size(rows: 40, columns: 120))
    _ = exploration.after(.setView(.dials))
    exploration.press("c")
    #expect(exploration.scene.component == .sine && exploration.notice == nil)
  }

  @Test func aKeyChosenInThePaletteSaysWhyNotAsIfItWerePressed() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(.openPalette, .paste("cast inputs or result"), .type(Key(.enter)))
    #expect(exploration.scene.cast == .inputs)
    #expect(exploration.notice == .forOtherViews(.letter("B"), .cast, views: [.precision]))
  }

  @Test func aCountBeforeAKeyThatSaysWhyNotIsForgotten() throws {
    var exploration = try Exploration.sample()
    exploration.press("12b")
    #expect(exploration.mode == .normal && exploration.scene.format == .bfloat16)
  }

  @Test func aKeyAtAnEndSaysSo() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("dim 2")
    exploration.press("d")
    #expect(exploration.said == "Fewer than 2 features make no pair.")
    exploration.press("k")
    #expect(exploration.said == "Position 0 is the first.")
    exploration.press("l")
    #expect(exploration.said == "This is the last pair.")
  }

  @Test func themeAndPanesThatAKeyChoseAreNamed() throws {
    var exploration = try Exploration.sample()
    exploration.press("t")
    #expect(exploration.said == "theme \(exploration.scene.theme)")
    exploration.press("w")
    #expect(exploration.said == "panes: alone")
  }

  @Test func aKeyStopsAboveBaseOneAndACommandSaysWhatLiesBelow() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("base 5")
    exploration.press("{")
    #expect(exploration.scene.encoding.base == 5 && exploration.notice == .limit(.leastBase))
    _ = exploration.command("base 0.5")
    #expect(exploration.scene.encoding.base == 0.5 && exploration.notice == .baseTooSmallToSlow)
  }

  @Test func aCountHasNoMoreDigitsThanAPosition() throws {
    var exploration = try Exploration.sample()
    exploration.press("123456789012345678901234")
    #expect(exploration.mode == .counting(1_234_567_890_123))
  }
}

@Suite struct FooterTests {
  private func hints(_ exploration: Exploration) -> [String] {
    FooterHints(exploration: exploration).all.map { "\($0.key.name(asciiOnly: false)) \($0.word)" }
  }

  @Test(arguments: ["llama-3.1-8b", "bloom-560m", "gpt2"])
  func howToLearnToLeaveAndToGoOnStandFirst(model: String) throws {
    let exploration = try Exploration.sample(model)
    #expect(exploration.status.contains("? keys  q quit  Tab view"))
  }

  @Test(arguments: [
    (ViewName.catalogue, ["Enter open", "/ filter", "c page"]),
    (.attention, ["i causal", "a sentence", "c part"]), (.precision, ["b format", "B cast"]),
    (.pipeline, ["z shift"]), (.similarity, ["c measure"]), (.code, ["c language"]),
  ])
  func aViewOffersItsOwnKeys(view: ViewName, own: [String]) throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setView(view))
    let all = hints(exploration)
    #expect(Array(all.dropFirst(3).prefix(own.count)) == own)
  }

  @Test func aBiasOffersItsHeads() throws {
    #expect(hints(try Exploration.sample("bloom-560m")).contains("> head"))
  }

  @Test func zoomIsOfferedWhereSomethingZooms() throws {
    var exploration = try Exploration.sample()
    #expect(hints(exploration).contains("+ zoom"))
    _ = exploration.after(.setView(.dials))
    #expect(!hints(exploration).contains("+ zoom"))
  }

  @Test func aKeyThatHasNoRoomGivesItsPlaceToNoOther() throws {
    var exploration = try Exploration.sample()
    for columns in 40..<160 {
      _ = exploration.after(.resize(Size(rows: 24, columns: columns)))
      let status = exploration.status
      let shown = hints(exploration).map { status.contains(" \($0)") }
      #expect(shown == shown.sorted { $0 && !$1 }, "\(columns)")
    }
  }

  @Test func whatMovesCanBeStopped() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.togglePlay)
    #expect(hints(exploration).first == "Space pause")
    _ = exploration.after(.stopPlaying, .train(.run))
    #expect(hints(exploration).first == "T pause")
    #expect(exploration.status.contains(" training "))
    _ = exploration.command("stop")
    #expect(!exploration.isTraining && !exploration.status.contains("training"))
  }

  @Test func theHelpBeginsWithTheViewsKeys() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setView(.precision), .toggleHelp)
    #expect(exploration.line(1).contains("In this view: precision"))
    #expect(exploration.lines[2...5].contains { $0.contains("cast inputs or result") })
  }
}
