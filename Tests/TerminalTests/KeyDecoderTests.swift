import Screen
import Terminal
import Testing

@Suite struct KeyDecoderTests {
  private func events(_ codes: [Int], meanings: [Int: KeyDecoder.Meaning] = [:]) -> [Event] {
    var decoder = KeyDecoder(meanings: meanings)
    var events: [Event] = []
    for code in codes { decoder.feed(code, into: &events) }
    decoder.pause(into: &events)
    return events
  }

  private func bytes(_ text: String) -> [Int] { text.utf8.map(Int.init) }

  @Test(arguments: [
    ("a", Key(.character("a"))), ("位", Key(.character("位"))), ("é", Key(.character("é"))),
    ("😀", Key(.character("😀"))),
    ("\r", Key(.enter)), ("\n", Key(.enter)), ("\t", Key(.tab)), ("\u{7F}", Key(.backspace)),
    ("\u{8}", Key(.backspace)),
    ("\u{3}", Key(.character("c"), .control)), ("\u{0}", Key(.character(" "), .control)),
    ("\u{1C}", Key(.character("\\"), .control)), ("\u{1B}", Key(.escape)), ("\u{1B}x", Key(.character("x"), .alt)),
    ("\u{1B}é", Key(.character("é"), .alt)), ("\u{1B}\r", Key(.enter, .alt)), ("\u{1B}[", Key(.character("["), .alt)),
    ("\u{1B}O", Key(.character("O"), .alt)), ("\u{1B}\u{1}", Key(.character("a"), [.control, .alt])),
  ])
  func bytesAreKeys(text: String, key: Key) {
    #expect(events(bytes(text)) == [.key(key)])
  }

  @Test(arguments: ["\u{1B}[1;99X", "\u{1B}[?1;2c", "\u{1B}[<128;5;5M", "\u{1B}Oz", "\u{1B}[I", "\u{85}"])
  func sequencesThatNobodyKnowsAreDroppedWhole(text: String) {
    #expect(events(bytes(text + "a")) == [.key(Key(.character("a")))])
  }

  @Test(arguments: [[0xFF], [0xC3, 0x28], [0xE4, 0xBD], [0x80], [0xF8, 0x88], [0xED, 0xA0, 0x80]])
  func illFormedTextIsDropped(codes: [Int]) {
    #expect(events(codes + bytes("ab")).suffix(2) == [.key(Key(.character("a"))), .key(Key(.character("b")))])
  }

  @Test func aCharacterThatArrivesInPiecesIsOne() {
    var decoder = KeyDecoder()
    var events: [Event] = []
    for code in bytes("置") {
      decoder.feed(code, into: &events)
      decoder.pause(into: &events)
    }
    #expect(events == [.key(Key(.character("置")))])
  }

  @Test func twoEscapesAreTwoKeys() {
    #expect(events([0x1B, 0x1B]) == [.key(Key(.escape)), .key(Key(.escape))])
  }

  @Test func escapeBeforeAKeyIsAlt() {
    #expect(events([0x1B, 300], meanings: [300: .key(Key(.up, .control))]) == [.key(Key(.up, [.control, .alt]))])
  }

  @Test func numbersWithoutAMeaningAreIgnored() {
    #expect(events([999, 97]) == [.key(Key(.character("a")))])
  }

  @Test func aPasteIsOneEventWhoseLinesEndInNewlines() {
    let meanings: [Int: KeyDecoder.Meaning] = [400: .pasteStart, 401: .pasteEnd, 300: .key(Key(.up))]
    let codes = [400] + bytes("a\rb\r\nc\u{1B}位") + [300, 401, 97]
    #expect(events(codes, meanings: meanings) == [.paste("a\nb\nc\u{1B}位"), .key(Key(.character("a")))])
  }

  @Test func aPasteWithoutEndIsTakenAsItCameWhenNothingFollows() {
    var decoder = KeyDecoder(meanings: [400: .pasteStart, 401: .pasteEnd])
    var events: [Event] = []
    for code in [400] + bytes("ab") { decoder.feed(code, into: &events) }
    decoder.pause(into: &events)
    #expect(events == [] && decoder.isPasting)
    decoder.settle(into: &events)
    for code in [401] + bytes("c") { decoder.feed(code, into: &events) }
    #expect(events == [.paste("ab"), .key(Key(.character("c")))])
  }

  @Test func aPasteWithoutEndIsBounded() {
    var decoder = KeyDecoder(meanings: [400: .pasteStart, 401: .pasteEnd])
    var events: [Event] = []
    decoder.feed(400, into: &events)
    for _ in 0..<(KeyDecoder.longestPaste + 10) { decoder.feed(97, into: &events) }
    decoder.feed(401, into: &events)
    #expect(events == [.paste(String(repeating: "a", count: KeyDecoder.longestPaste))])
  }
}
