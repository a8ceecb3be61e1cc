import Encodings
import Screen
import Testing

@testable import Explorer

@Suite struct MotionTests {
  @Test func spaceMovesThePositionAndPausesIt() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.setWindow(0..<8), .togglePlay, .elapse(0.25))
    #expect(exploration.scene.position == 3)
    #expect(exploration.motionInterval != nil && exploration.status.contains("playing position"))
    _ = exploration.after(.togglePlay, .elapse(1))
    #expect(exploration.scene.position == 3 && exploration.motionInterval == nil)
  }

  @Test func aSweepBeginsAgainAtItsEnd() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("play position 4:6")
    _ = exploration.command("speed 1")
    var seen: [Int] = []
    for _ in 0..<5 {
      seen.append(exploration.scene.position)
      _ = exploration.after(.elapse(1))
    }
    #expect(seen == [4, 5, 6, 4, 5])
  }

  @Test func withoutLoopItStopsAtTheEnd() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("play base 1000:2000")
    _ = exploration.command("loop off")
    for _ in 0..<40 { _ = exploration.after(.elapse(1)) }
    #expect(exploration.scene.encoding.base == 2000 && exploration.motionInterval == nil)
  }

  @Test(arguments: ["stride 1", "stride -1"]) func atTheEndOfASweepItSetsOutAnew(stride: String) throws {
    var exploration = try Exploration.sample()
    for line in ["play position 4:6", "speed 1", stride, "loop off"] { _ = exploration.command(line) }
    let start = exploration.scene.position
    for _ in 0..<4 { _ = exploration.after(.elapse(1)) }
    _ = exploration.after(.togglePlay)
    #expect(exploration.scene.position == start && exploration.motionInterval != nil)
    _ = exploration.after(.elapse(1))
    #expect(exploration.scene.position == 5)
  }

  @Test func aStrideBelowZeroGoesFromTheFarEndDownAndRound() throws {
    var exploration = try Exploration.sample()
    for line in ["play position 4:6", "speed 1", "stride -1"] { _ = exploration.command(line) }
    #expect(exploration.scene.position == 6)
    var seen: [Int] = []
    for _ in 0..<5 {
      seen.append(exploration.scene.position)
      _ = exploration.after(.elapse(1))
    }
    #expect(seen == [6, 5, 4, 6, 5])
  }

  @Test func backwardWithoutLoopItStopsWhereItStarted() throws {
    var exploration = try Exploration.sample()
    for line in ["play position 4:8", "speed 1", "stride -3", "loop off"] { _ = exploration.command(line) }
    for _ in 0..<9 { _ = exploration.after(.elapse(1)) }
    #expect(exploration.scene.position == 4 && exploration.motionInterval == nil)
  }

  @Test func aQuantityThatIsGoneEndsItsMotion() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("play base 1000:2000")
    _ = exploration.command("scheme alibi")
    _ = exploration.after(.elapse(1))
    #expect(exploration.scene.encoding.scheme == .alibi && exploration.motion == nil)
  }

  @Test func aComplaintAboutSomethingElseEndsNoMotion() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("play position 0:100")
    _ = exploration.after(.say(.nothingToUndo), .elapse(1))
    #expect(exploration.motionInterval != nil && exploration.notice == .nothingToUndo)
  }

  @Test func lateTicksSkipStepsAndOweNone() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("play position 0:1000000")
    _ = exploration.command("stride 1")
    _ = exploration.command("speed 100")
    _ = exploration.after(.elapse(1))
    #expect(exploration.scene.position == 100)
    _ = exploration.after(.elapse(3600), .elapse(0))
    #expect(exploration.scene.position == 200)
  }

  @Test(arguments: [
    "play position", "play second", "play pair", "play base", "play dimension", "play factor", "play morph",
    "play morph linear factor=4",
  ])
  func everyQuantityMovesAndIsUndoneAtOnce(line: String) throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    let before = exploration.scene
    _ = exploration.command(line)
    for _ in 0..<3 { _ = exploration.after(.elapse(0.5)) }
    #expect(exploration.scene != before && exploration.notice == nil)
    #expect(exploration.past.count == 1)
    _ = exploration.after(.undo, .elapse(1))
    #expect(exploration.scene == before && exploration.motionInterval == nil)
    _ = exploration.after(.togglePlay, .redo, .elapse(1))
    #expect(exploration.motionInterval == nil)
  }

  @Test func whatIsNotThereDoesNotMove() throws {
    var exploration = try Exploration.sample("bloom-560m")
    _ = exploration.command("play base")
    #expect(exploration.notice == .nothingToPlay(.base) && exploration.motion == nil)
  }

  @Test func aMorphGoesFromTheExtensionShownToTheOtherOne() throws {
    var exploration = try Exploration.sample()
    let start = exploration.scene.encoding.spectrum
    _ = exploration.command("play morph yarn factor=8 original=4096")
    _ = exploration.command("loop off")
    #expect(exploration.scene.encoding.spectrum == start)
    for _ in 0..<8 { _ = exploration.after(.elapse(1)) }
    let yarn = try EncodingOptions(scaling: ScalingOptions(name: "yarn", factor: 8, originalLength: 4096))
      .applied(to: .rotary(Rotary(dimension: 64)))
    #expect(exploration.scene.encoding.spectrum == yarn.spectrum && exploration.motionInterval == nil)
  }

  @Test(arguments: [Language.english, .chinese]) func aMorphIsNamedAsOneWhereverItIsShown(language: Language) throws {
    var exploration = try Exploration.sample(size: Size(rows: 24, columns: 120), language: language)
    _ = exploration.command("play morph yarn factor=8")
    _ = exploration.after(.elapse(1), .togglePlay)
    #expect(exploration.line(0).contains("none → yarn ×8, t = 0.24"))
    #expect(exploration.status.contains("none → yarn ×8, t = 0.24"))
  }

  @Test func withoutANameTheMorphGoesToTheModelsOwnExtensionOrAwayFromIt() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.command("play morph")
    #expect(exploration.scene.encoding.scalingSummary == "llama3 ×8 → none, t = 0")
    _ = exploration.command("scaling none")
    _ = exploration.command("play morph")
    #expect(exploration.scene.encoding.scalingSummary == "none → llama3 ×8, t = 0")
    exploration = try Exploration.sample()
    _ = exploration.command("play morph")
    #expect(exploration.scene.encoding.scalingSummary == "none → yarn ×4, t = 0")
    exploration = try Exploration.sample("bloom-560m")
    _ = exploration.command("play morph")
    #expect(exploration.notice == .nothingToPlay(.morph))
  }

  @Test func aMorphIsTurnedByHandAndLeftAtItsEnds() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("play morph linear factor=16")
    _ = exploration.after(.stopPlaying, .scaleFactor(by: 2), .scaleFactor(by: 2), .scaleFactor(by: 0.5))
    #expect(exploration.scene.encoding.scalingSummary == "none → linear ×16, t = 0.05")
    let between = exploration
    _ = exploration.after(.stepScaling(by: 1))
    #expect(exploration.scene.encoding.scalingSummary == "linear ×16")
    exploration = between
    _ = exploration.after(.stepScaling(by: -1))
    #expect(exploration.scene.encoding.scalingSummary == "none")
  }

  @Test func whoWantsLittleMotionGetsOneStepASecond() throws {
    var exploration = try Exploration.sample()
    exploration.reducesMotion = true
    _ = exploration.after(.togglePlay)
    #expect(exploration.motionInterval == 1)
    _ = exploration.command("speed 100")
    #expect(exploration.motionInterval == 1)
  }

  @Test(arguments: [
    "play morph nosuch", "play morph yarn factor=x", "play morph yarn factor=0", "play morph factor=8 beta=1",
    "play", "play nosuch", "play base 5:1", "play base a:b", "speed 0", "speed 1e9", "loop maybe", "stride x",
  ])
  func badSweepsAreExplained(line: String) throws {
    var exploration = try Exploration.sample()
    _ = exploration.command(line)
    #expect(line == "play" || exploration.notice?.isComplaint == true)
  }

  @Test func aSweepOverAFewPositionsShowsThem() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.command("play position 0:10")
    let shown = (0..<11).map { _ in
      _ = exploration.after(.elapse(1.0 / 12))
      return exploration.scene.position
    }
    #expect(Set(shown).count == 11)
  }

  @Test func speedAndLoopHoldForWhatIsPlayedNext() throws {
    var exploration = try Exploration.sample()
    for line in ["loop off", "speed 30", "play base 1e4:1e5"] { _ = exploration.command(line) }
    #expect(exploration.motion?.loops == false && exploration.motion?.rate == 30)
    #expect(exploration.motion?.parameter == .base)
  }

  @Test(arguments: ["stride 0", "speed 0"]) func whatWouldStandStillIsRefused(line: String) throws {
    var exploration = try Exploration.sample()
    _ = exploration.command(line)
    guard case .badArgument(_, "0", _) = exploration.notice else { Issue.record("not refused"); return }
    #expect(exploration.motion == nil)
  }
}

extension Encoding {
  /// The extension in a few words.
  fileprivate var scalingSummary: String? {
    if case .rotary(let rotary) = self { rotary.scaling.summary } else { nil }
  }
}
