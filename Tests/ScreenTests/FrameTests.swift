import Testing

@testable import Screen

@Suite struct FrameTests {
  @Test func aWideGlyphTakesTwoCells() {
    var frame = Frame(Size(rows: 1, columns: 6))
    let end = frame.write("位x", row: 0, column: 1, style: Style())
    #expect(end == 4)
    #expect(frame[0, 1]?.width == .wide)
    #expect(frame[0, 2]?.width == .continuation)
    #expect(frame[0, 3]?.scalar == "x")
  }

  @Test func aWideGlyphThatDoesNotFitIsNotDrawnAndNothingAfterIt() {
    var frame = Frame(Size(rows: 1, columns: 3))
    frame.write("ab位c", row: 0, column: 0, style: Style())
    #expect(frame[0, 2]?.scalar == " ")
  }

  @Test(arguments: [1, 2]) func coveringHalfOfAWideGlyphBlanksTheOther(column: Int) {
    var frame = Frame(Size(rows: 1, columns: 4))
    frame.write("位", row: 0, column: 1, style: Style())
    frame.put(Cell("x", Style()), row: 0, column: column)
    #expect(frame[0, column]?.scalar == "x")
    #expect(frame[0, 3 - column]?.scalar == " ")
    #expect(frame.cells.allSatisfy { $0.width == .narrow })
  }

  @Test func everyContinuationFollowsAWideCellWhateverIsWritten() {
    var frame = Frame(Size(rows: 4, columns: 9))
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let text = ["位", "a", "é", "编码x", "e\u{301}"].randomElement(using: &random) ?? ""
      frame.write(
        text, row: Int.random(in: -1...4, using: &random), column: Int.random(in: -3...10, using: &random),
        style: Style())
      for row in 0..<4 {
        for column in 0..<9 {
          let isWide = frame[row, column]?.width == .wide
          #expect((frame[row, column + 1]?.width == .continuation) == isWide)
        }
      }
    }
  }

  @Test func aCombiningMarkJoinsTheGlyphBeforeIt() {
    var frame = Frame(Size(rows: 1, columns: 4))
    frame.write("e\u{301}x", row: 0, column: 0, style: Style())
    #expect(frame[0, 0]?.mark == "\u{301}")
    #expect(frame[0, 1]?.scalar == "x")
  }

  @Test(arguments: [
    ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{1100}\u{1161}", "가"), ("가\u{11A8}x", "각x"),
    ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "한글"),
  ])
  func partsOfAHangulSyllableAreShownAsTheSyllable(parts: String, whole: String) {
    #expect(Array(visible(parts).unicodeScalars) == Array(whole.unicodeScalars))
    #expect(columns(of: parts) == columns(of: whole))
  }

  @Test(arguments: ["\u{1160}", "\u{1161}", "\u{11A8}", "\u{11FF}", "\u{D7B0}", "\u{D7FB}"])
  func aVowelOrAFinalOfHangulAloneIsMadeVisible(part: String) {
    #expect(visible("a" + part).hasPrefix("a<U+"))
  }

  @Test func writingIsHeldToItsArea() {
    var frame = Frame(Size(rows: 2, columns: 8))
    frame.write("abcdefgh", row: 0, column: 0, style: Style(), in: Area(row: 0, column: 2, rows: 1, columns: 3))
    #expect((0..<8).map { frame[0, $0].map { String($0.scalar) } ?? "" }.joined() == "  cde   ")
  }

  @Test func theCursorIsHiddenOutsideTheFrame() {
    var frame = Frame(Size(rows: 2, columns: 2))
    frame.cursor = (1, 1)
    #expect(frame.cursor?.row == 1)
    frame.cursor = (2, 0)
    #expect(frame.cursor == nil)
  }

  @Test func aFrameWithoutSignsKeepsEveryColumn() {
    var frame = Frame(Size(rows: 1, columns: 10))
    frame.write("⟨q,k⟩−位 λ▀", row: 0, column: 0, style: Style())
    let plain = frame.transliterated()
    #expect((0..<10).map { plain[0, $0].map { String($0.scalar) } ?? "" }.joined() == "<q,k>-位  L")
  }

  @Test func aMarkOnALetterOfASCIIIsTakenOff() {
    var frame = Frame(Size(rows: 1, columns: 2))
    frame.write("e\u{301}x", row: 0, column: 0, style: Style())
    #expect(frame[0, 0]?.mark == "\u{301}")
    let plain = frame.transliterated()
    #expect(plain[0, 0] == Cell("e", Style()))
    #expect(plain[0, 1] == Cell("x", Style()))
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("\u{1B}[2J", "␛[2J"), ("a\u{9B}b", "a<U+009B>b"), ("x\u{202E}y", "x<U+202E>y"), ("a\u{7F}", "a␡"),
    ("line\nbreak", "line␊break"), ("\u{200B}", "<U+200B>"),
  ])
  func whatCouldSteerATerminalIsMadeVisible(text: String, shown: String) {
    #expect(visible(text) == shown)
  }

  @Test func noSteeringCharacterIsLeft() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in visible(String(scalar)).unicodeScalars { #expect(GlyphWidth.columns(of: shown) != nil) }
    }
  }

  @Test(arguments: [("位", 2), ("▀", 1), ("⣿", 1), ("é", 1), ("\u{301}", 0), ("，", 2), ("λ", 1), ("🙂", 2)])
  func widthsAreThoseOfTerminals(glyph: String, width: Int) {
    #expect(columns(of: glyph) == width)
  }

  @Test(arguments: [
    ("one two three", 8, ["one two", "three"]), ("维数必须是偶数", 6, ["维数必", "须是偶", "数"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("", 5, []), ("a b", 0, []),
  ])
  func textIsWrappedWithoutLosingAnything(text: String, limit: Int, lines: [String]) {
    #expect(wrapped(text, columns: limit) == lines)
  }
}
