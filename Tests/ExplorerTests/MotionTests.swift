import Encodings
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

  @Test(arguments: ["play position", "play second", "play pair", "play base", "play dimension", "play factor"])
  func everyQuantityMovesAndIsUndoneAtOnce(line: String) throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    let before = exploration.scene
    _ = exploration.command(line)
    for _ in 0..<3 { _ = exploration.after(.elapse(0.5)) }
    #expect(exploration.scene != before && exploration.notice == nil)
    #expect(exploration.past.count == 1)
    _ = exploration.after(.stopPlaying, .undo)
    #expect(exploration.scene == before)
  }

  @Test func whatIsNotThereDoesNotMove() throws {
    var exploration = try Exploration.sample("bloom-560m")
    _ = exploration.command("play base")
    #expect(exploration.notice == .nothingToPlay(.base) && exploration.motion == nil)
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
    "play", "play nosuch", "play base 5:1", "play base a:b", "speed 0", "speed 1e9", "loop maybe", "stride x",
  ])
  func badSweepsAreExplained(line: String) throws {
    var exploration = try Exploration.sample()
    _ = exploration.command(line)
    #expect(line == "play" || exploration.notice?.isComplaint == true)
  }
}
