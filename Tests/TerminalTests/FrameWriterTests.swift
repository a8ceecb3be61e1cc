import Screen
import Terminal
import TerminalHarness
import Testing

/// Writes a frame and lets the emulator read it.
func show(_ frame: Frame, by writer: inout FrameWriter, on emulator: Emulator) {
  writer.encode(frame, on: emulator.size)
  writer.withBytes { emulator.feed($0) }
}

/// The bytes that a writer sends for a frame on a terminal of its size.
private func bytes(_ frame: Frame, by writer: inout FrameWriter) -> String {
  writer.encode(frame, on: frame.size)
  return writer.withBytes { String(decoding: $0, as: UTF8.self) }
}

/// Places where the emulator shows something else than the frame.
func differences(_ emulator: Emulator, _ frame: Frame, depth: ColorDepth) -> [String] {
  var found: [String] = []
  for row in 0..<frame.size.rows {
    for column in 0..<frame.size.columns {
      guard let cell = frame[row, column], cell.width != .continuation else { continue }
      let emulated = emulator.cell(row: row, column: column)
      if Appearance(emulated) != Appearance(cell, depth: depth) || emulated.width != Int(cell.width.rawValue) {
        found.append("(\(row), \(column)): \(emulated) for \(cell)")
      }
    }
  }
  return found
}

@Suite struct FrameWriterTests {
  @Test(arguments: 0..<60, ColorDepth.allCases)
  func afterAnyFramesAndSizesTheScreenIsTheLastFrame(seed: Int, depth: ColorDepth) throws {
    var random = RandomFrames(seed: seed)
    var writer = FrameWriter(Capabilities(ansi: depth))
    let emulator = Emulator(random.size())
    var frame = Frame(emulator.size)
    for _ in 0..<12 {
      if random.below(5) == 0 {
        emulator.resize(random.size())
        frame = Frame(emulator.size)
        writer.forget()
      }
      random.change(&frame)
      show(frame, by: &writer, on: emulator)
      try #require(differences(emulator, frame, depth: depth) == [])
      #expect(emulator.modes.isCursorVisible == (frame.cursor != nil))
      if let cursor = frame.cursor { #expect(emulator.cursor == cursor) }
    }
  }

  @Test func aFrameThatDidNotChangeCostsNothing() {
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    var frame = Frame(Size(rows: 3, columns: 10))
    frame.write("位 same", row: 1, column: 2, style: Style(Color(hex: 0xFF0000)))
    #expect(bytes(frame, by: &writer) != "")
    #expect(bytes(frame, by: &writer) == "")
  }

  @Test func oneChangedCellCostsAMoveAndThatCell() {
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    var frame = Frame(Size(rows: 3, columns: 10))
    _ = bytes(frame, by: &writer)
    frame.put(Cell("x", Style()), row: 1, column: 4)
    #expect(bytes(frame, by: &writer) == "\u{1B}[2;5Hx")
  }

  @Test func eachColourIsSentOnlyWhereItChanges() {
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    var frame = Frame(Size(rows: 1, columns: 6))
    _ = bytes(frame, by: &writer)
    for (column, upper) in [1, 1, 2].enumerated() {
      frame.put(Cell("▀", Style(Color(hex: UInt32(upper)), on: Color(hex: 0x0A141E))), row: 0, column: column)
    }
    #expect(bytes(frame, by: &writer) == "\u{1B}[H\u{1B}[38;2;0;0;1;48;2;10;20;30m▀▀\u{1B}[38;2;0;0;2m▀")
  }

  @Test func halfBlocksWithColoursExchangedCostOneGlyph() {
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    var frame = Frame(Size(rows: 1, columns: 6))
    _ = bytes(frame, by: &writer)
    let (first, second) = (Color(hex: 1), Color(hex: 2))
    for (column, pair) in [(first, second), (second, first), (second, second)].enumerated() {
      frame.put(Cell("▀", Style(pair.0, on: pair.1)), row: 0, column: column)
    }
    #expect(bytes(frame, by: &writer) == "\u{1B}[H\u{1B}[38;2;0;0;1;48;2;0;0;2m▀▄ ")
  }

  @Test func aFewUnchangedGlyphsAreWrittenAgainWhereThatIsShorterThanAMove() {
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    var frame = Frame(Size(rows: 1, columns: 20))
    frame.write("a b", row: 0, column: 0, style: Style())
    #expect(bytes(frame, by: &writer).hasSuffix("\u{1B}[Ha b"))
  }

  @Test(arguments: [("😀x", "  \u{1B}[H😀\u{1B}[1;3Hx"), ("e\u{301}x", "e\u{301}\u{1B}[1;2Hx"), ("位x", "位x")])
  func afterAGlyphWhoseWidthIsDisputedTheCursorIsAddressed(text: String, sent: String) {
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    var frame = Frame(Size(rows: 1, columns: 20))
    _ = bytes(frame, by: &writer)
    frame.write(text, row: 0, column: 0, style: Style())
    #expect(bytes(frame, by: &writer) == "\u{1B}[H" + sent)
  }

  /// U+1F7F0 is two columns wide, and the emulator, which is older, thinks it one.
  @Test(arguments: ["\u{1F7F0}", "\u{1F6DC}b", "a\u{1FAE8}"])
  func whatStoodUnderAGlyphOfDisputedWidthDoesNotStay(text: String) {
    let emulator = Emulator(Size(rows: 2, columns: 6))
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    var frame = Frame(emulator.size)
    frame.write("stale", row: 0, column: 0, style: Style())
    show(frame, by: &writer, on: emulator)
    frame.fill(Area(emulator.size), with: .blank(Style()))
    frame.write(text, row: 0, column: 0, style: Style())
    show(frame, by: &writer, on: emulator)
    let fresh = Emulator(emulator.size)
    var first = FrameWriter(Capabilities(ansi: .truecolor))
    show(frame, by: &first, on: fresh)
    #expect(emulator.text == fresh.text)
    #expect(!emulator.text.contains("t"))
  }

  @Test func aFrameLargerThanTheTerminalIsCutAtItsEdges() {
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    let emulator = Emulator(Size(rows: 2, columns: 4))
    var frame = Frame(Size(rows: 4, columns: 12))
    frame.write("abc位", row: 0, column: 0, style: Style())
    frame.write("lower", row: 3, column: 0, style: Style())
    show(frame, by: &writer, on: emulator)
    #expect(emulator.text == "abc\n")
  }

  @Test func afterForgettingTheScreenIsClearedAndWrittenWhole() {
    var writer = FrameWriter(Capabilities(ansi: .truecolor))
    let emulator = Emulator(Size(rows: 3, columns: 10))
    var frame = Frame(emulator.size)
    frame.write("ours", row: 1, column: 0, style: Style(Color(hex: 0x00FF00)))
    show(frame, by: &writer, on: emulator)
    emulator.feed(Array("\u{1B}[2;2Htheirs".utf8))
    writer.forget()
    show(frame, by: &writer, on: emulator)
    #expect(differences(emulator, frame, depth: .truecolor) == [])
  }

  @Test func theLastCellStaysBlankWhereWritingItWouldScroll() {
    var capabilities = Capabilities(ansi: .mono)
    capabilities.canWriteLastCell = false
    var writer = FrameWriter(capabilities)
    var frame = Frame(Size(rows: 2, columns: 3))
    frame.write("abc", row: 0, column: 0, style: Style())
    frame.write("def", row: 1, column: 0, style: Style())
    #expect(bytes(frame, by: &writer).hasSuffix("abc\u{1B}[2Hde"))
  }

  @Test func aTerminalMayAddressItsCursorInItsOwnWay() {
    var capabilities = Capabilities(ansi: .mono)
    capabilities.cursorAddressing = .other { row, column in Array("<\(row),\(column)>".utf8) }
    var writer = FrameWriter(capabilities)
    var frame = Frame(Size(rows: 4, columns: 30))
    frame.put(Cell("x", Style()), row: 2, column: 20)
    #expect(bytes(frame, by: &writer).hasSuffix("<2,20>x"))
  }

  @Test func attributesThatDoNotGoWithColoursAreLeftOutOfColouredCells() {
    var capabilities = Capabilities(ansi: .palette16)
    capabilities.attributesWithoutColor = .dim
    var writer = FrameWriter(capabilities)
    var frame = Frame(Size(rows: 1, columns: 4))
    _ = bytes(frame, by: &writer)
    frame.write("x", row: 0, column: 0, style: Style(Color(hex: 0xFFFFFF), on: .terminalDefault, .dim))
    #expect(bytes(frame, by: &writer) == "\u{1B}[H\u{1B}[38;5;15mx")
    frame.write("x", row: 0, column: 0, style: Style(.terminalDefault, on: .terminalDefault, .dim))
    #expect(bytes(frame, by: &writer) == "\u{1B}[H\u{1B}[2m\u{1B}[39;49mx")
  }

  @Test func withoutColoursNoneAreSent() {
    var writer = FrameWriter(Capabilities(ansi: .mono))
    var frame = Frame(Size(rows: 1, columns: 4))
    _ = bytes(frame, by: &writer)
    frame.write("x", row: 0, column: 0, style: Style(Color(hex: 0xFF0000), on: Color(hex: 0x00FF00), .bold))
    #expect(bytes(frame, by: &writer) == "\u{1B}[H\u{1B}[1mx")
  }
}
