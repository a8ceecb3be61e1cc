import Screen
import TerminalHarness
import Testing

@Suite struct KeyTests {
  private static let keys: [(bytes: String, name: String)] = [
    ("\u{1B}[A", "up"), ("\u{1B}OA", "up"), ("\u{1B}[B", "down"), ("\u{1B}OB", "down"), ("\u{1B}[C", "right"),
    ("\u{1B}OC", "right"), ("\u{1B}[D", "left"), ("\u{1B}OD", "left"), ("\u{1B}[H", "home"), ("\u{1B}OH", "home"),
    ("\u{1B}[1~", "home"), ("\u{1B}[F", "end"), ("\u{1B}OF", "end"), ("\u{1B}[4~", "end"), ("\u{1B}[5~", "pageUp"),
    ("\u{1B}[6~", "pageDown"), ("\u{1B}[2~", "insert"), ("\u{1B}[3~", "delete"), ("\u{1B}OP", "F1"),
    ("\u{1B}OS", "F4"), ("\u{1B}[11~", "F1"), ("\u{1B}[15~", "F5"), ("\u{1B}[24~", "F12"), ("\u{1B}[Z", "backTab"),
    ("\t", "tab"), ("\r", "enter"), ("\n", "enter"), ("\u{7F}", "backspace"), ("\u{8}", "backspace"),
    ("\u{3}", "control-character c"), ("\u{13}", "control-character s"), ("\u{1C}", "control-character \\"),
    ("\u{1B}x", "alt-character x"), ("\u{1B}[1;5C", "control-right"), ("\u{1B}[1;5D", "control-left"),
    ("\u{1B}[1;3A", "alt-up"), ("\u{1B}[1;2B", "shift-down"), ("\u{1B}[1;2C", "shift-right"),
    ("\u{1B}[1;6H", "control-shift-home"), ("\u{1B}[5;5~", "control-pageUp"), ("\u{1B}[3;2~", "shift-delete"),
    ("\u{1B}[1;2P", "shift-F1"), ("\u{1B}[15;5~", "control-F5"), ("\u{1B}\u{1B}[A", "alt-up"),
    ("a", "character a"), ("G", "character G"), ("位", "character 位"), ("é", "character é"), ("😀", "character 😀"),
    ("\u{1B}", "escape"),
  ]

  @Test(arguments: ["xterm-256color", "xterm", "tmux-256color", "screen", "linux", "vt100", "unheard-of"])
  func everyKeyIsRecognisedOnEachTerminal(name: String) throws {
    let session = try Probe.start(environment: ["TERM": name], size: Size(rows: 70, columns: 40))
    for (index, key) in Self.keys.enumerated() {
      session.send(key.bytes)
      try session.waitUntil { $0.line(4) == "events \(index + 1)" }
    }
    for (index, key) in Self.keys.enumerated() { #expect(session.line(5 + index) == "key \(key.name)") }
  }

  @Test func keysThatCameTogetherAreAllSeen() throws {
    let session = try Probe.start()
    session.send(String(repeating: "\u{1B}[C", count: 500) + "a")
    try session.waitUntil(shows: "key character a")
    #expect(session.line(4) == "events 501")
  }

  @Test func pastedTextIsOneEventWhateverIsInIt() throws {
    let session = try Probe.start()
    session.send("\u{1B}[200~ q位\u{1B}[201~")
    try session.waitUntil(shows: "paste  q位")
    #expect(session.line(4) == "events 1")
  }

  @Test func aLongPasteArrivesWhole() throws {
    let session = try Probe.start(size: Size(rows: 24, columns: 200))
    session.send("\u{1B}[200~" + String(repeating: "置", count: 20_000) + "\u{1B}[201~!")
    try session.waitUntil(shows: "key character !")
    #expect(session.line(4) == "events 2")
    #expect(!session.text.contains("\u{FFFD}"))
  }

  @Test func bytesThatMeanNothingAreIgnored() throws {
    let session = try Probe.start()
    session.send([0xFF, 0xC3, 0x28, 0xE4, 0xBD] + Array("\u{1B}[?1;2c!".utf8))
    try session.waitUntil(shows: "key character !")
    #expect(session.line(5) == "key character (")
    #expect(session.line(4) == "events 2")
  }
}
