import Screen
import Terminal
import TerminalHarness
import Testing

/// terminfo keeps one entry for the whole process, so these run one after the other.
@Suite(.serialized) struct TerminalEntriesTests {
  @Test(arguments: ["xterm", "xterm-256color", "tmux-256color", "screen-256color", "linux", "vt100", "rxvt", "vt220"])
  func framesAppearWholeOnEachTerminal(name: String) throws {
    let terminfo = try Terminfo.load(name)
    defer { Terminfo.unload() }
    let depth = ColorDepth.detected(environment: { _ in nil }, colors: terminfo.number("colors"))
    let capabilities = Capabilities(terminfo, depth: depth)
    var writer = FrameWriter(capabilities)
    var frame = Frame(Size(rows: 5, columns: 20))
    frame.write("text 位置", row: 0, column: 0, style: Style())
    frame.write("black", row: 1, column: 3, style: Style(Color(hex: 0), on: Color(hex: 0xE5E5E5)))
    frame.write("bold", row: 4, column: 16, style: Style(.terminalDefault, on: .terminalDefault, .bold))
    let emulator = Emulator(frame.size)
    show(frame, by: &writer, on: emulator)
    #expect(emulator.text == "text 位置\n   black\n\n\n                bold")
    #expect(emulator.cell(row: 4, column: 19).attributes == .bold)
    #expect(writer.withBytes { !$0.contains(UInt8(ascii: "$")) }, "padding marks are not for terminals")
  }

  @Test(arguments: [
    ("xterm", ColorDepth.palette16), ("xterm-256color", .palette256), ("vt100", .mono), ("linux", .palette16),
  ])
  func theEntryTellsHowManyColoursThereAre(name: String, depth: ColorDepth) throws {
    let terminfo = try Terminfo.load(name)
    defer { Terminfo.unload() }
    #expect(ColorDepth.detected(environment: { _ in nil }, colors: terminfo.number("colors")) == depth)
  }

  @Test func aTerminalWithoutAnEntryIsTakenForXterm() throws {
    let terminfo = try Terminfo.load("a-terminal-of-next-year")
    defer { Terminfo.unload() }
    #expect(terminfo.name == "xterm-256color")
  }

  @Test func aDumbTerminalIsRefused() {
    #expect(throws: TerminalError.cannotAddressCursor(name: "dumb")) { try Terminfo.load("dumb") }
    Terminfo.unload()
  }

  @Test func coloursBeyondTheEntryAreWrittenAsXtermWouldTakeThem() throws {
    let terminfo = try Terminfo.load("vt100")
    defer { Terminfo.unload() }
    let capabilities = Capabilities(terminfo, depth: .palette256)
    #expect(capabilities.setForeground.count == 256)
    #expect(capabilities.setForeground[200] == Array("\u{1B}[38;5;200m".utf8))
  }

  @Test func aTerminalOfEightColoursGetsNoOther() throws {
    let terminfo = try Terminfo.load("linux")
    defer { Terminfo.unload() }
    let capabilities = Capabilities(terminfo, depth: .palette16)
    #expect(capabilities.paletteSize == 8)
    #expect(capabilities.setBackground[4] == Array("\u{1B}[44m".utf8))
    #expect(capabilities.attributesWithoutColor == [.dim, .underline])
  }
}
