import Screen
import Terminal
import Testing

@Suite struct ReplyDecoderTests {
  /// Feeds pieces; after each nothing more follows at once, as when a reply is cut on its way.
  private func decode(_ pieces: [String], awaitingReplies: Bool = true) -> (events: [Event], replies: [TerminalReply])
  {
    var decoder = KeyDecoder()
    var events: [Event] = []
    for piece in pieces {
      for byte in piece.utf8 { decoder.feed(Int(byte), into: &events) }
      if !(awaitingReplies && decoder.isUndecided) { decoder.pause(into: &events) }
    }
    return (events, decoder.takeReplies())
  }

  private static let replies: [(text: String, reply: TerminalReply)] = [
    ("\u{1B}[?2026;2$y", .mode(2026, setting: 2)), ("\u{1B}[?2026;0$y", .mode(2026, setting: 0)),
    ("\u{1B}[?62;22c", .attributes), ("\u{1B}[?1;2c", .attributes), ("\u{1B}[2;3R", .cursor(row: 2, column: 3)),
    ("\u{1B}]11;rgb:1e1e/2020/ffff\u{1B}\\", .background(Color(hex: 0x1E20FF))),
    ("\u{1B}]11;rgb:1e1e/2020/ffff\u{7}", .background(Color(hex: 0x1E20FF))),
    ("\u{1B}]11;rgb:0/8/f\u{7}", .background(Color(hex: 0x0088FF))),
    ("\u{1B}]11;rgba:ffff/ffff/ffff/0000\u{1B}\\", .background(Color(hex: 0xFFFFFF))),
    ("\u{1B}]11;#fdf6e3\u{7}", .background(Color(hex: 0xFDF6E3))),
  ]

  @Test(arguments: replies) func answersAreToldApartFromKeys(text: String, reply: TerminalReply) {
    let (events, replies) = decode([text + "a"])
    #expect(events == [.key(Key(.character("a")))])
    #expect(replies == [reply])
  }

  @Test(arguments: replies) func answersCutAnywhereAreStillNoKeys(text: String, reply: TerminalReply) {
    for place in 1..<text.unicodeScalars.count {
      let scalars = Array(text.unicodeScalars)
      func joined(_ part: ArraySlice<Unicode.Scalar>) -> String { part.map(String.init).joined() }
      let (events, replies) = decode([joined(scalars[..<place]), joined(scalars[place...]) + "a"])
      #expect(events == [.key(Key(.character("a")))], "cut at \(place)")
      #expect(replies == [reply], "cut at \(place)")
    }
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:zz/00/00\u{7}", "\u{1B}]11;rgb:1/2\u{7}", "\u{1B}]11;rgb:11111/0/0\u{7}", "\u{1B}]11;#12345\u{7}",
    "\u{1B}]52;c;AAAA\u{7}", "\u{1B}]0;title\u{1B}\\", "\u{1B}P>|name 1.0\u{1B}\\", "\u{1B}[?2026$y",
    "\u{1B}[?99999999999999999999;1;1$y", "\u{1B}[<0;1M", "\u{1B}[<0;0;0M", "\u{1B}[<64;1;1m", "\u{1B}[>41;379;0c",
  ])
  func answersThatMakeNoSenseAreDroppedWhole(text: String) {
    let (events, replies) = decode([text + "a"])
    #expect(events == [.key(Key(.character("a")))])
    #expect(replies.isEmpty)
  }

  @Test(arguments: ["\r", "\u{3}", "\u{1B}[?1;2cx"]) func anAnswerWithoutEndGivesWayToTheNextKey(key: String) {
    let (events, _) = decode(["\u{1B}]11;rgb:", key, "a"])
    #expect(events.last == .key(Key(.character("a"))))
  }

  @Test func anEndlessAnswerIsGivenUp() {
    let (events, _) = decode(["\u{1B}]11;" + String(repeating: "0", count: 2 * KeyDecoder.longestString), "a"])
    #expect(events.last == .key(Key(.character("a"))))
  }

  @Test func aFloodOfAnswersIsBounded() {
    #expect(decode([String(repeating: "\u{1B}[?1c", count: 10_000)]).replies.count <= 64)
  }

  @Test(arguments: [
    ("\u{1B}", Key(.escape)), ("\u{1B}[", Key(.character("["), .alt)), ("\u{1B}]", Key(.character("]"), .alt)),
  ])
  func keysThatCouldBeginAnAnswerAreKeysWhenNoneIsDue(text: String, key: Key) {
    #expect(decode([text], awaitingReplies: false).events == [.key(key)])
  }

  @Test func altWithTheLetterOfACommandStringIsAKeyBeforeALetter() {
    #expect(decode(["\u{1B}Pa"]).events == [.key(Key(.character("P"), .alt)), .key(Key(.character("a")))])
  }

  private static let gestures: [(String, Mouse)] = [
    ("<0;1;1M", Mouse(.press(.left), row: 0, column: 0)), ("<0;80;24m", Mouse(.release(.left), row: 23, column: 79)),
    ("<1;5;6M", Mouse(.press(.middle), row: 5, column: 4)), ("<2;5;6M", Mouse(.press(.right), row: 5, column: 4)),
    ("<35;300;1M", Mouse(.move, row: 0, column: 299)), ("<32;3;4M", Mouse(.drag(.left), row: 3, column: 2)),
    ("<64;3;4M", Mouse(.wheel(by: 1), row: 3, column: 2)), ("<65;3;4M", Mouse(.wheel(by: -1), row: 3, column: 2)),
    ("<66;3;4M", Mouse(.wheelSideways(by: -1), row: 3, column: 2)),
    ("<81;3;4M", Mouse(.wheel(by: -1), row: 3, column: 2, modifiers: .control)),
    ("<12;3;4M", Mouse(.press(.left), row: 3, column: 2, modifiers: [.shift, .alt])),
  ]

  @Test(arguments: gestures) func theMouseIsRead(text: String, mouse: Mouse) {
    #expect(decode(["\u{1B}[" + text]).events == [.mouse(mouse)])
  }

  @Test func ofARunOfMovementsTheLastCounts() {
    let run = (1...50).map { "\u{1B}[<35;\($0);2M" }.joined()
    #expect(decode([run + "\u{1B}[<64;9;9M\u{1B}[<64;9;9M"]).events.count == 3)
    #expect(decode([run]).events == [.mouse(Mouse(.move, row: 1, column: 49))])
  }
}
