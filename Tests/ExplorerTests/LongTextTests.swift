import Screen
import Testing

@testable import Explorer

@Suite struct LongTextTests {
  /// A letter with so many marks is one character.
  private static let tower = "e" + String(repeating: "\u{301}", count: 9000)

  @Test func ofACharacterWithoutEndThePaletteTakesAsMuchAsOfAnyText() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.openPalette, .paste(Self.tower))
    guard case .palette(let palette) = exploration.mode else { Issue.record("closed"); return }
    #expect(palette.typed.unicodeScalars.count == 64)
  }

  @Test func ofACharacterWithoutEndTheCommandLineTakesAsMuchAsOfAnyText() throws {
    var exploration = try Exploration.sample()
    _ = exploration.after(.openCommandLine, .paste(Self.tower), .paste("x"))
    guard case .command(let editor) = exploration.mode else { Issue.record("closed"); return }
    #expect(String(editor.text).unicodeScalars.count == 4096)
  }

  /// A second a frame would be far too long; the limit is there to notice that.
  @Test(.timeLimit(.minutes(1))) func aLongLineIsDrawnAtOnce() throws {
    var exploration = try Exploration.sample(size: Size(rows: 8, columns: 40))
    _ = exploration.after(.openCommandLine, .paste(String(repeating: "位", count: 4096)))
    for _ in 0..<100 { #expect(exploration.status.hasPrefix(":" + String(repeating: "位", count: 18))) }
  }

  @Test(arguments: [0, 5, 34]) func aLineThatFitsIsShownWhole(cursor: Int) throws {
    let line = String("abcdefghijklmnopqrstuvwxyz0123456789".prefix(33))
    var exploration = try Exploration.sample(size: Size(rows: 8, columns: 36))
    _ = exploration.after(.openCommandLine, .paste(line))
    for _ in 0..<cursor { _ = exploration.after(.type(Key(.left))) }
    #expect(exploration.status.hasPrefix(":" + line))
  }
}
