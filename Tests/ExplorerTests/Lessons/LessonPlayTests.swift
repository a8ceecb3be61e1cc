import Encodings
import Screen
import Testing

@testable import Explorer

@Suite struct LessonPlayTests {
  private func playing(
    _ name: String, step: Int = 1, size: Size = Size(rows: 40, columns: 120), _ language: Language = .english
  ) -> Exploration {
    var exploration = Exploration.offstage(language, size: size)
    _ = exploration.after(.lesson(.start(name)), .lesson(.jump(to: step)))
    return exploration
  }

  @Test func freePlayChangesThePictureAndBackspaceComesBack() throws {
    var exploration = playing("rope", step: 5)
    let picture = exploration.scene
    _ = exploration.after(.movePosition(by: 5), .scaleBase(by: 10))
    #expect(exploration.isFreePlay && exploration.scene != picture)
    _ = exploration.after(.lesson(.back))
    #expect(!exploration.isFreePlay && exploration.scene == picture && exploration.play?.step == 4)
    _ = exploration.after(.lesson(.back))
    #expect(exploration.play?.step == 3)
  }

  @Test func theLineOfAStepIsCopiedAndInFreePlayThatOfTheScene() {
    var exploration = playing("rope", step: 5)
    #expect(exploration.after(.copyCommandLine) == [.copy("ropescope lesson rope --step 5")])
    _ = exploration.after(.movePosition(by: 5))
    guard case .copy(let line)? = exploration.after(.copyCommandLine).first else { return #expect(Bool(false)) }
    #expect(line.hasPrefix("ropescope --"))
  }

  @Test func anotherThemeIsNoFreePlay() {
    var exploration = playing("rope")
    _ = exploration.after(.setTheme("paper"))
    #expect(!exploration.isFreePlay)
    _ = exploration.after(.lesson(.next), .lesson(.next))
    #expect(exploration.scene.theme == "paper")
  }

  @Test(arguments: 1...8)
  func jumpingEndsWhereWalkingDoes(step: Int) {
    var walking = playing("rope")
    while walking.play?.step != step - 1 { _ = walking.after(.lesson(.next)) }
    #expect(walking.scene == playing("rope", step: step).scene)
  }

  @Test func aWrongAnswerGetsItsHintAndTheQuestionStaysOpen() {
    var exploration = playing("waves", step: 5)
    _ = exploration.after(.lesson(.answer("7")))
    #expect(exploration.play?.replies[4] == .wrong("7") && exploration.play?.isAsking == true)
    #expect(exploration.narrationText.joined().contains("one radian a position"))
    _ = exploration.after(.lesson(.answer("2 * pi")))
    #expect(exploration.play?.replies[4] == .right("2 * pi") && exploration.play?.isAsking == false)
  }

  @Test func whatIsNoAnswerIsExplained() {
    var exploration = playing("waves", step: 5)
    _ = exploration.after(.lesson(.answer("many")))
    #expect(exploration.notice == .notAnAnswer("many"))
    #expect(exploration.play?.replies.isEmpty == true)
  }

  @Test func goingOnShowsTheAnswerBeforeTheNextStep() {
    var exploration = playing("waves", step: 5)
    _ = exploration.after(.lesson(.next))
    #expect(exploration.play?.step == 4 && exploration.play?.replies[4] == .shown)
    #expect(exploration.narrationText.joined().contains("6.283"))
    _ = exploration.after(.lesson(.next))
    #expect(exploration.play?.step == 5)
  }

  @Test func digitsChooseOnlyWhereThereIsAChoice() {
    let choosing = playing("order", step: 2)
    #expect(Keymap.standard.action(for: Key(.character("3")), in: choosing) == .lesson(.answer("3")))
    let reading = playing("order", step: 1)
    #expect(Keymap.standard.action(for: Key(.character("3")), in: reading) == .count(digit: 3))
    #expect(Keymap.standard.action(for: Key(.character(" ")), in: reading) == .lesson(.next))
    #expect(Keymap.standard.action(for: Key(.character(" ")), in: .offstage(.english)) != .lesson(.next))
  }

  @Test func leavingShowsWhatWasShownBefore() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 40, columns: 120))
    _ = exploration.after(.setPosition(77))
    let before = exploration.scene
    _ = exploration.after(.lesson(.start("alibi")), .lesson(.next), .back)
    #expect(exploration.play == nil && exploration.scene == before)
    _ = exploration.after(.lesson(.next))
    #expect(exploration.notice == .noLesson)
  }

  @Test func aLessonThatWasLeftGoesOnWhereItWas() {
    var exploration = playing("waves", step: 5)
    _ = exploration.after(.lesson(.answer("7")), .back, .lesson(.start("waves")))
    #expect(exploration.play?.step == 4 && exploration.play?.replies[4] == .wrong("7"))
    #expect(exploration.scene == playing("waves", step: 5).scene)
    _ = exploration.after(.lesson(.start("rope")), .lesson(.start("waves")))
    #expect(exploration.play?.step == 4)
  }

  @Test func aLessonThatWasEndedBeginsAnew() {
    var exploration = playing("rope", step: 8)
    _ = exploration.after(.back, .lesson(.start("rope")))
    #expect(exploration.play?.step == 0)
  }

  @Test func anotherSizeOfTheScreenIsNoFreePlay() {
    var exploration = playing("rope", step: 5)
    _ = exploration.after(.resize(Size(rows: 16, columns: 80)))
    #expect(!exploration.isFreePlay)
  }

  @Test(arguments: [0, 9, -1, Int.max])
  func aStepThatIsNotThereIsExplained(step: Int) {
    var exploration = playing("rope")
    _ = exploration.after(.lesson(.jump(to: step)))
    #expect(exploration.notice == .noSuchStep(step, count: 8) && exploration.play?.step == 0)
  }

  @Test func aMistypedLessonNamesTheNearest() {
    var exploration = Exploration.offstage(.english)
    _ = exploration.command("lesson alibbi")
    #expect(exploration.notice.map(Language.english.sentence(for:))?.contains("Did you mean «alibi»?") == true)
  }

  @Test func itPlaysItselfToTheEndFasterAtAHigherPace() {
    func ticks(_ pace: Double) -> Int {
      var exploration = playing("digits")
      _ = exploration.after(.lesson(.pace(pace)), .lesson(.toggleAutoplay))
      var count = 0
      while exploration.play?.isPlaying == true, count < 20_000 {
        _ = exploration.after(.tick)
        count += 1
      }
      #expect(exploration.play?.step == 5 && exploration.pulse == nil)
      return count
    }
    let (slow, fast) = (ticks(1), ticks(4))
    #expect(slow > 3 * fast && fast > 0 && slow < 20_000)
  }

  @Test func whoWantsLittleMotionSeesTheTableLearnOnceASecond() throws {
    var exploration = playing("learned", step: 3)
    #expect(exploration.pulse == .milliseconds(100))
    var calm = exploration
    calm.reducesMotion = true
    #expect(calm.pulse == .seconds(1))
    for _ in 0..<10 { _ = exploration.after(.tick) }
    _ = calm.after(.tick)
    #expect(calm.scene.training?.step == exploration.scene.training?.step)
  }

  @Test func theTableLearnsAsTimePassesAndStopsWhenToldTo() throws {
    var exploration = playing("learned", step: 3)
    #expect(exploration.isTraining && exploration.pulse != nil)
    let before = try #require(exploration.scene.training)
    _ = exploration.after(.tick, .tick, .tick)
    let after = try #require(exploration.scene.training)
    #expect(after.step == 3 * exploration.stepsPerTick && after.loss < before.loss)
    #expect(!exploration.isFreePlay)
    _ = exploration.after(.train(.pause), .tick)
    #expect(exploration.scene.training?.step == after.step && exploration.pulse == nil)
    _ = exploration.after(.train(.reset(seed: nil)))
    #expect(exploration.scene.training?.step == 0)
  }

  @Test(
    arguments: [(0, 0), (1, 1), (8, 36), (9, 40), (12, 99), (24, 80), (24, 100), (60, 300)], Language.allCases)
  func everySizeIsDrawn(size: (rows: Int, columns: Int), language: Language) {
    var exploration = playing("relative", step: 3, size: Size(rows: size.rows, columns: size.columns), language)
    for large in [false, true] {
      if large { _ = exploration.after(.lesson(.toggleLarge)) }
      #expect(exploration.frame.size == exploration.size)
      #expect(exploration.presenterFrame(themes: ThemeShelf(), isConnected: large).size == exploration.size)
    }
  }

  @Test func markedCellsStandOutFromTheOthers() {
    var exploration = playing("learned", step: 5)
    let marked = exploration.frame
    exploration.scene.spot = nil
    #expect(marked != exploration.frame)
  }

  @Test func thePresenterSeesNotesAnswerAndWhatComesNext() {
    let exploration = playing("sinusoid", step: 3)
    let frame = exploration.presenterFrame(themes: ThemeShelf(), isConnected: true)
    let text = (0..<frame.size.rows).flatMap { row in
      (0..<frame.size.columns).compactMap { frame[row, $0] }.filter { $0.width != .continuation }.map {
        String($0.scalar)
      }
    }.joined()
    #expect(text.contains("Notes: Radians, not degrees.") && text.contains("Next") && text.contains("3 / 8"))
    #expect(text.contains("爱, pair 1"))
  }

  @Test func chineseLinesDoNotBeginWithClosingPunctuation() {
    for width in 10...60 {
      for line in wrapped("注意力给每个词的结果，是一个加权和：调换词序，只是换个次序（相加）。", columns: width) {
        #expect(!"，。：；）".contains(line.first ?? " ") && line.last != "（", "\(line)")
      }
    }
  }
}
