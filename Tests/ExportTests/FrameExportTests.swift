import Export
import Screen
import Testing

@Suite struct FrameExportTests {
  private func sample() -> Frame {
    var frame = Frame(Size(rows: 2, columns: 6))
    frame.write("位a", row: 0, column: 0, style: Style(Color(hex: 0xFF0000), on: Color(hex: 0x000010), .bold))
    frame.write("e\u{301}", row: 1, column: 1, style: Style())
    return frame
  }

  @Test func plainTextHasTheGlyphsAndNoBlanksAtTheEnd() {
    #expect(plainText(of: sample()) == "位a\n e\u{301}\n")
  }

  @Test(arguments: [
    (ColorDepth.truecolor, "\u{1B}[0;1;38;2;255;0;0;48;2;0;0;16m"), (.palette256, "\u{1B}[0;1;38;5;196;48;5;232m"),
    (.palette16, "\u{1B}[0;1;91;40m"), (.mono, "\u{1B}[0;1m"),
  ])
  func coloursAreWrittenAsTheDepthAllows(depth: ColorDepth, sequence: String) {
    let first = ansiText(of: sample(), depth: depth).split(separator: "\n").first.map(String.init)
    #expect(first == "\(sequence)位a\u{1B}[0m   ")
  }

  @Test func linesWithoutStyleHaveNoSequence() {
    #expect(ansiText(of: sample()).split(separator: "\n").last == " e\u{301}    ")
  }
}
