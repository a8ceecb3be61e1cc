import Testing

@testable import Explorer

@Suite struct CopiedLineTests {
  private func copied(_ exploration: inout Exploration) -> String {
    for case .copy(let line) in exploration.after(.copyCommandLine) { return line }
    return ""
  }

  @Test func aLanguageThatWasChosenIsCopied() throws {
    var exploration = try Exploration.sample()
    #expect(!copied(&exploration).contains("--lang"))
    _ = exploration.command("lang zh")
    #expect(copied(&exploration).hasSuffix("--lang zh"))
  }
}

@Suite struct MotionThatEndsTests {
  @Test func aPausedMorphEndsWithWhatItMoves() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("play morph yarn factor=8")
    _ = exploration.after(.togglePlay, .stepScaling(by: -1))
    #expect(exploration.motion == nil)
  }

  @Test func aStrideThatWasAskedForIsShown() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("play base")
    #expect(exploration.status.contains("playing base 24/s"))
    _ = exploration.command("stride 1.05")
    #expect(exploration.status.contains("base ×1.05 24/s"))
  }
}
