import Encodings
import Screen
import Testing

@testable import Explorer

@Suite struct MovingTests {
  @Test func downGoesOnePositionFurther() throws {
    var exploration = try Exploration.sample()
    #expect(exploration.after(.moveRows(1)).isEmpty)
    #expect(exploration.scene.position == 1)
  }

  @Test func zoomedOutDownGoesOneBlockFurther() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setWindow(0..<36_000), .moveRows(1))
    #expect(exploration.scene.position == 36_000 / exploration.heatmapRows)
  }

  @Test func theWindowFollowsThePosition() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setPosition(5000))
    let rows = exploration.heatmapRows
    #expect(exploration.scene.window.positions(rows: rows).contains(5000))
  }

  @Test func nothingMovesBelowZeroOrPastTheLast() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.moveRows(-1), .movePages(-3), .movePosition(by: Int.min))
    #expect(exploration.scene.position == 0)
    _ = exploration.after(.setPosition(Window.lastPosition), .moveRows(1), .movePosition(by: Int.max), .movePages(9))
    #expect(exploration.scene.position == Window.lastPosition)
  }

  @Test(arguments: [-1, Window.lastPosition + 1, Int.max, Int.min])
  func aPositionOutOfRangeIsExplainedAndNothingMoves(position: Int) throws {
    var exploration = try Exploration.sample()
    let before = exploration.scene
    _ = exploration.after(.setPosition(position))
    #expect(exploration.notice == .positionOutOfRange("\(position)"))
    #expect(exploration.scene == before)
  }

  @Test func thePairStaysAmongThoseThereAre() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.movePair(by: 1000))
    #expect(exploration.scene.pair == 31)
    _ = exploration.after(.movePair(by: -1000), .setPair(32))
    #expect(exploration.scene.pair == 0)
    #expect(exploration.notice == .outOfRange(.pair, 32, count: 32))
  }

  @Test func theSecondPositionGoesWhereTheFirstIs() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setPosition(9), .markSecond, .moveSecond(by: -2))
    #expect(exploration.scene.secondPosition == 7)
  }
}

@Suite struct TurningTests {
  @Test func anOddDimensionIsExplainedAndNothingIsLost() throws {
    var exploration = try Exploration.sample()
    let before = exploration.scene
    #expect(exploration.command("dim 63").isEmpty)
    #expect(exploration.scene == before)
    #expect((exploration.line(22) + exploration.status).contains("features in pairs; got"))
  }

  @Test(arguments: [
    "base 0", "base -3", "base 1e400", "base nan", "dim 0", "dim -2", "dim 1e12", "scaling linear factor=0.5",
  ])
  func impossibleParametersAreExplainedAndNothingIsLost(line: String) throws {
    var exploration = try Exploration.sample()
    let before = exploration.scene
    _ = exploration.command(line)
    #expect(exploration.scene == before)
    #expect(exploration.notice?.isComplaint == true)
  }

  @Test func aSmallerDimensionKeepsThePairInside() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setPair(31), .apply(EncodingOptions(dimension: 8)))
    #expect(exploration.scene.pair == 3)
    #expect(exploration.status.hasPrefix(" d=8 base=10000 pos=0"))
  }

  @Test func theBaseComesBackWhereItWas() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.scaleBase(by: 10), .scaleBase(by: 0.1))
    #expect(exploration.scene.encoding.base == 10_000)
  }

  @Test func extensionsGoRoundAndKeepTheModelsOwn() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    let own = exploration.scene.encoding
    var seen: [String] = []
    for _ in 0..<12 {
      _ = exploration.after(.stepScaling(by: 1))
      if case .rotary(let rotary) = exploration.scene.encoding { seen.append(rotary.scaling.name) }
      if exploration.scene.encoding == own { break }
    }
    #expect(seen.last == "llama3")
    #expect(Set(seen).isSuperset(of: ["none", "linear", "ntk", "dynamic", "by-parts", "yarn"]))
  }

  @Test func aChangedModelSaysSoUntilItIsReset() throws {
    var exploration = try Exploration.sample("qwen3-8b", size: Size(rows: 24, columns: 100))
    _ = exploration.command("base 5e5")
    #expect(exploration.scene.isOverridden)
    #expect(exploration.line(0).contains("(changed)"))
    _ = exploration.after(.resetEncoding)
    #expect(!exploration.scene.isOverridden)
  }

  @Test func theNextGroupOfLayersIsShown() throws {
    var exploration = try Exploration.sample("gemma-3-4b")
    let first = exploration.scene.encoding
    _ = exploration.after(.stepGroup(by: 1))
    #expect(exploration.scene.encoding != first)
    _ = exploration.after(.stepGroup(by: 1))
    #expect(exploration.scene.encoding == first)
  }

  @Test func aModelWithOneGroupHasNoOther() throws {
    var exploration = try Exploration.sample("qwen3-8b")
    _ = exploration.after(.stepGroup(by: 1))
    #expect(exploration.notice == .noOtherGroup)
  }
}

@Suite struct UndoTests {
  @Test func undoBringsTheSceneBackAndRedoTakesItAgain() throws {
    var exploration = try Exploration.sample()
    let before = exploration.scene
    _ = exploration.command("dim 32")
    let after = exploration.scene
    _ = exploration.after(.undo)
    #expect(exploration.scene == before)
    _ = exploration.after(.redo)
    #expect(exploration.scene == after)
  }

  @Test func aRunOfMovesIsUndoneAtOnce() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.moveRows(1), .moveRows(1), .moveRows(1), .undo)
    #expect(exploration.scene.position == 0)
  }

  @Test func withNothingToUndoItSaysSo() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.undo)
    #expect(exploration.notice == .nothingToUndo)
    _ = exploration.after(.redo)
    #expect(exploration.notice == .nothingToRedo)
  }

  @Test func aChangeAfterUndoForgetsWhatWasUndone() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("dim 32")
    _ = exploration.after(.undo, .setView(.dials), .redo)
    #expect(exploration.notice == .nothingToRedo)
  }
}

@Suite struct LookingTests {
  @Test func aSmallerScreenKeepsThePositionInSight() throws {
    var exploration = try Exploration.sample(size: Size(rows: 60, columns: 80))
    _ = exploration.after(.resetZoom, .setPosition(70))
    _ = exploration.after(.resize(Size(rows: 12, columns: 80)))
    let shown = exploration.scene.window.positions(rows: exploration.heatmapRows)
    #expect(shown.contains(70))
  }

  @Test func theZoomIsResetFromThePositionLookedAt() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setPosition(5000), .resetZoom)
    #expect(exploration.scene.window == Window(start: 5000))
  }

  @Test func zoomingInAndOutComesBack() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setWindow(0..<4096), .zoom(0.5), .zoom(2))
    #expect(exploration.scene.window == Window(start: 0, count: 4096))
  }

  @Test func zoomingOutEndsAtAllPositions() throws {
    var exploration = try Exploration.sample()
    for _ in 0..<80 { _ = exploration.after(.zoom(2)) }
    #expect(exploration.scene.window.positions(rows: 10) == 0..<(Window.lastPosition + 1))
  }

  @Test func aWindowTakesThePositionAlong() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("zoom 1000:2000")
    #expect(exploration.scene.position == 1000)
  }

  @Test func columnsZoomAboutThePair() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setPair(30), .zoomColumns(0.5))
    #expect(exploration.scene.columns?.contains(30) == true)
    #expect(exploration.scene.columns?.count == 16)
    _ = exploration.after(.zoomColumns(4))
    #expect(exploration.scene.columns == nil)
  }

  @Test func themesGoRound() throws {
    var exploration = try Exploration.sample()
    let next = try #require(exploration.themes.firstIndex(of: "midnight")) + 1
    _ = exploration.after(.stepTheme(by: 1))
    #expect(exploration.scene.theme == exploration.themes[next % exploration.themes.count])
    _ = exploration.after(.stepTheme(by: exploration.themes.count - 1))
    #expect(exploration.scene.theme == "midnight")
  }

  @Test func escapeClosesTheHelpAndThenTheLargeDial() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.toggleMagnified, .toggleHelp, .back)
    #expect(exploration.mode == .normal)
    #expect(exploration.scene.isMagnified)
    _ = exploration.after(.back)
    #expect(!exploration.scene.isMagnified)
  }

  @Test func aKeyWithoutWorkTakesTheNoticeAwayAndNothingElse() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.toggleMagnified, .toggleHelp, .say(.nothingToUndo))
    let action = try #require(exploration.action(for: .key(Key(.function(12)))))
    _ = exploration.after(action)
    #expect(exploration.notice == nil && exploration.scene.isMagnified)
    #expect(exploration.mode == .help(firstLine: 0))
    #expect(exploration.action(for: .key(Key(.function(12)))) == nil)
  }

  @Test func theHelpScrollsToItsEndAndNoFurther() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.toggleHelp, .moveToEnd, .moveRows(5))
    #expect(exploration.line(exploration.size.rows - 2).contains("quit"))
    _ = exploration.after(.setPosition(0))
    #expect(exploration.line(1).contains("In this view"))
    #expect(exploration.scene.position == 0)
  }

  @Test func theHelpScrollsToTheEndOfKeysThatWereAdded() throws {
    var exploration = try Exploration.sample()
    let more = (1...9).map { Binding(command: "dim \($0 * 2)", keys: [Key(.function($0))], action: .redraw) }
    exploration.keymap = Keymap(bindings: Keymap.standard.bindings + more)
    _ = exploration.after(.toggleHelp, .moveToEnd)
    #expect(exploration.line(exploration.size.rows - 2).contains("quit"))
  }

  @Test func theShellIsOneKeyAwayWhileOneTypesToo() {
    let keymap = Keymap(bindings: [
      Binding("suspend", [.letter("z", .control), .letter("z")], .suspend, .program, "", "")
    ])
    for mode in [Exploration.Mode.normal, .command(CommandLineEditor()), .palette(Palette([]))] {
      #expect(keymap.action(for: .letter("z", .control), in: mode) == .suspend)
    }
    #expect(keymap.action(for: .letter("z"), in: .command(CommandLineEditor())) == .type(.letter("z")))
  }

  @Test func qClosesTheHelpAndDoesNotQuit() {
    #expect(Keymap.standard.action(for: .letter("q"), in: .help(firstLine: 0)) == .back)
    #expect(Keymap.standard.action(for: .letter("q"), in: .normal) == .quit)
  }
}

@Suite struct EffectTests {
  @Test func whatTouchesTheWorldIsAnEffect() throws {
    var exploration = try Exploration.sample()
    #expect(exploration.after(.quit) == [.quit])
    #expect(exploration.command("open a b.json") == [.open("a b.json")])
    #expect(exploration.command("shot! x.txt") == [.saveScreen(path: "x.txt", overwrite: true)])
    #expect(exploration.command("q") == [.quit])
  }

  @Test func anOpenedModelIsShownAndCanBeUndone() throws {
    var exploration = try Exploration.sample()
    let before = exploration.scene
    let model = try Exploration.sample("llama-3.1-8b").scene.subject
    _ = exploration.after(.opened(model))
    #expect(exploration.status.contains("Opened llama-3.1-8b."))
    _ = exploration.after(.back)
    #expect(exploration.status.hasPrefix(" d=128 base=500000 pos=0"))
    _ = exploration.after(.undo)
    #expect(exploration.scene == before)
  }

  @Test func anotherModelKeepsWhatAPersonChoseToSee() throws {
    var exploration = try Exploration.sample(size: Size(rows: 40, columns: 120))
    _ = exploration.after(.setPosition(9), .setSecond(40), .setMeasure(.cosine), .setCausal(true), .setShift(3))
    _ = exploration.after(.setFace(.order), .setSentence(Sentence.examples[1]), .setView(.similarity))
    _ = exploration.after(.arrange(.beside, companion: .dials), .setPair(20), .setComponent(.sine))
    let before = exploration.scene
    _ = exploration.after(.opened(try Exploration.sample("llama-3.1-8b").scene.subject))
    let after = exploration.scene
    #expect(after.position == 9 && after.secondPosition == 40 && after.shift == 3)
    #expect(after.measure == .cosine && after.isCausal && after.face == .order)
    #expect(after.sentence == before.sentence && after.view == .similarity && after.component == .sine)
    #expect(after.companion == .dials && after.arrangement == .beside)
    #expect(after.encoding != before.encoding && after.pair != 20 && after.columns == nil)
  }

  @Test func aComplaintStaysUntilTheNextAction() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("dim 63")
    #expect(exploration.notice != nil)
    _ = exploration.after(.moveRows(1))
    #expect(exploration.notice == nil)
  }
}

@Suite struct KeymapTests {
  @Test func noKeyIsBoundTwice() {
    // The keys of lessons count only while one is played, and before all others.
    for ofLessons in [true, false] {
      let keys = Keymap.standard.bindings.filter { ($0.chapter == .lesson) == ofLessons }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func everyBindingHasItsMeaningInBothLanguages() {
    for binding in Keymap.standard.bindings {
      #expect(!binding.meaning.english.isEmpty && !binding.meaning.chinese.isEmpty)
      #expect(binding.hint.english.isEmpty == binding.hint.chinese.isEmpty)
    }
  }

  @Test func theFooterNamesAtLeastSixKeysOnAWideScreen() throws {
    let exploration = try Exploration.sample(size: Size(rows: 40, columns: 120))
    for hint in [": command", "? keys", "u undo", "s save", "q quit", "Tab view"] {
      #expect(exploration.status.contains(hint))
    }
  }
}
