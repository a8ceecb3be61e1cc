import Foundation
import Screen
import Terminal
import TerminalHarness
import Testing

/// Questions to the terminal and what it answers, at once, late, in pieces, or never.
@Suite struct ConversationTests {
  private func silent(_ environment: [String: String] = ["COLORTERM": "truecolor"]) throws -> TerminalSession {
    try Probe.start(environment: environment, answers: false)
  }

  @Test func aTerminalThatNeverAnswersIsDrawnOnAndLeftInOrder() throws {
    let session = try silent()
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isTerminalAsFound)
  }

  /// Waiting for one answer would take 150 ms. Of five starts one is not held up by whatever else the machine does.
  @Test func aTerminalThatNeverAnswersDoesNotHoldUpTheStart() throws {
    let session = try TerminalSession([Probe.path, "starts"], answers: false)
    #expect(try session.waitForExit() == .code(0))
    let line = try #require(session.text.split(separator: "\n").first { $0.hasPrefix("fastest ") })
    #expect(try #require(Double(line.dropFirst(8))) < 150)
  }

  @Test func theQuestionsLeaveNoTraceOnTheScreen() throws {
    let session = try silent()
    #expect(session.output.contains("\u{1B}[?2026$p") && session.output.contains("\u{1B}]11;?"))
    #expect(session.cell(row: 1, column: 0).text == "▀")
    #expect(session.line(2) == "depth truecolor")
  }

  @Test(arguments: ["linux", "vt100", "vt220"]) func oldTerminalsAreNotAsked(name: String) throws {
    let session = try Probe.start(environment: ["TERM": name])
    session.send("m")
    try session.waitUntil(shows: "events 1")
    #expect(!session.output.contains("\u{1B}]11") && !session.output.contains("$p"))
    #expect(!session.output.contains("\u{1B}[?1003h"))
  }

  @Test(arguments: [1, 2]) func framesAreSynchronisedWhereTheTerminalOffersIt(setting: Int) throws {
    let session = try silent()
    #expect(!session.output.contains("\u{1B}[?2026h"))
    session.send("\u{1B}[?2026;\(setting)$ya")
    try session.waitUntil(shows: "events 1")
    try session.waitUntil { $0.output.contains("\u{1B}[?2026l") }
    #expect(session.output.contains("\u{1B}[?2026h"))
  }

  @Test(arguments: [0, 3, 4]) func framesAreNotSynchronisedWhereItIsNotOffered(setting: Int) throws {
    let session = try silent()
    session.send("\u{1B}[?2026;\(setting)$ya")
    try session.waitUntil(shows: "events 1")
    session.send("b")
    try session.waitUntil(shows: "events 2")
    #expect(!session.output.contains("\u{1B}[?2026h"))
  }

  @Test func aBackgroundIsAnEventAndNoKey() throws {
    let session = try silent()
    session.send("\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\\u{1B}[?62c!")
    try session.waitUntil(shows: "events 2")
    #expect(session.text.contains("background fdf6e3") && session.text.contains("key character !"))
  }

  @Test func aHalfBlockOfTwoColumnsIsNoticed() throws {
    let session = try silent()
    session.send("\u{1B}[2;3R!")
    try session.waitUntil(shows: "events 2")
    #expect(session.text.contains("wide"))
  }

  @Test(arguments: ["\u{1B}[2;2R", "\u{1B}[1;1R"]) func aHalfBlockOfOneColumnIsNoNews(reply: String) throws {
    let session = try silent()
    session.send(reply + "!")
    try session.waitUntil(shows: "events 1")
    #expect(session.line(5) == "key character !")
  }

  /// Between the pieces the program has done something else, so that they came to it one by one.
  @Test func anAnswerInPiecesIsNoKey() throws {
    let session = try silent()
    var columns = 80
    for piece in ["\u{1B}[?20", "26;2", "$", "y\u{1B}]11;rgb:00", "00/0000/0000", "\u{1B}", "\\"] {
      session.send(piece)
      columns += 1
      session.resize(Size(rows: 24, columns: columns))
      try session.waitUntil(shows: "size 24 \(columns)")
    }
    session.send("!")
    try session.waitUntil(shows: "character !")
    #expect(!session.text.contains("key escape") && session.text.contains("background 0"))
    #expect(session.text.matches(of: /key/).count == 1)
  }

  @Test func anEscapeIsHeardThoughAnswersAreDue() throws {
    let session = try silent()
    session.send("\u{1B}")
    try session.waitUntil(shows: "key escape")
  }

  @Test func aPasteWithoutEndIsTakenAsItCameAndKeysAreHeardAgain() throws {
    let session = try Probe.start()
    session.send("\u{1B}[200~abc")
    try session.waitUntil(shows: "paste abc")
    session.send("q")
    #expect(try session.waitForExit() == .code(0))
  }

  @Test func aModernTerminalWhoseNameBeginsWithVtIsAsked() throws {
    let session = try silent(["TERM": "vte-256color"])
    #expect(session.output.contains("\u{1B}]11;?"))
  }

  @Test func theMouseIsHeardWhileItIsOnAndQuietAfterwards() throws {
    let session = try Probe.start()
    #expect(session.emulator.modes.privateModes[1003] == nil)
    session.send("m")
    try session.waitUntil {
      $0.emulator.modes.privateModes[1003] == true && $0.emulator.modes.privateModes[1006] == true
    }
    session.send("\u{1B}[<0;3;4M\u{1B}[<0;3;4m\u{1B}[<35;7;8M")
    try session.waitUntil(shows: "mouse move at 7 6")
    #expect(session.text.contains("mouse press(left) at 3 2") && session.text.contains("mouse release(left) at 3 2"))
    session.send("m")
    try session.waitUntil { $0.emulator.modes.privateModes[1003] == false }
  }

  @Test(arguments: ["q", "A", "S", "E", "X"]) func theMouseIsOffHoweverTheProgramEnds(key: String) throws {
    let session = try Probe.start()
    session.send("m")
    try session.waitUntil { $0.emulator.modes.privateModes[1003] == true }
    session.send(key)
    try session.waitForExit()
    #expect(session.isTerminalAsFound)
  }

  @Test func aCopyIsSentToTheTerminal() throws {
    let session = try Probe.start()
    session.send("y")
    try session.waitUntil { $0.output.contains("\u{1B}]52;c;5L2N572uIGNvcGllZA==\u{7}") }
  }

  @Test func aCopyPassesThroughTmux() {
    let bytes = Clipboard.sequence(for: "a", through: .tmux)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "\u{1B}]52;c;YQ==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\"
    )
  }

  @Test func aLongCopyPassesThroughScreenInPieces() {
    let text = String(repeating: "x", count: 900)
    let plain = String(decoding: Clipboard.sequence(for: text, through: nil), as: UTF8.self)
    let wrapped = String(decoding: Clipboard.sequence(for: text, through: .screen), as: UTF8.self).dropFirst(
      plain.count)
    let pieces = wrapped.split(separator: "\u{1B}\\")
    #expect(pieces.count > 4 && pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 202 })
    #expect(pieces.map { $0.dropFirst(2) }.joined() == plain)
  }

  @Test(arguments: ["x", "é", "猫", "🐈"], 0..<4)
  func aCopyThatIsTooLongEndsWithAWholeSign(sign: String, shift: Int) throws {
    let text = String(repeating: "-", count: shift) + String(repeating: sign, count: 70_000)
    let sequence = String(decoding: Clipboard.sequence(for: text, through: nil), as: UTF8.self)
    let bytes = try #require(Data(base64Encoded: String(sequence.dropFirst(7).dropLast())))
    let copied = try #require(String(validating: bytes, as: UTF8.self))
    #expect(text.hasPrefix(copied))
    #expect((Clipboard.longest - sign.utf8.count + 1...Clipboard.longest).contains(copied.utf8.count))
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func textIsWrittenInBase64(text: String, coded: String) {
    #expect(Clipboard.sequence(for: text, through: nil) == Array("\u{1B}]52;c;\(coded)\u{7}".utf8))
  }

  @Test(arguments: [
    (["TMUX": "/tmp/x,1,0"], Multiplexer.tmux), (["STY": "1.pts"], .screen), (["TMUX": ""], nil), ([:], nil),
  ])
  func theMultiplexerIsNamedByTheEnvironment(variables: [String: String], expected: Multiplexer?) {
    #expect(Multiplexer { variables[$0] } == expected)
  }
}
