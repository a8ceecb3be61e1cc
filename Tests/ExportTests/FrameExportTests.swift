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

/// Collects what is written.
private final class Memory: ByteSink {
  var bytes: [UInt8] = []
  func write(_ added: some Collection<UInt8>) { bytes.append(contentsOf: added) }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

@Suite struct NumberExportTests {
  private let table = NumberTable(columns: ["position", "x"], rowCount: 3) { [Double($0), Double($0) / 3] }

  @Test func aCSVHasAHeaderAndALineARow() throws {
    let memory = Memory()
    try writeCSV(table, to: memory)
    #expect(memory.text == "position,x\n0,0\n1,0.3333333333333333\n2,0.6666666666666666\n")
  }

  @Test func anNPYBeginsItsDataAtAMultipleOfSixtyFourBytes() throws {
    let memory = Memory()
    try writeNPY(table, type: .f32, to: memory)
    let length = Int(memory.bytes[8]) | Int(memory.bytes[9]) << 8
    #expect((10 + length) % 64 == 0)
    #expect(memory.bytes.count == 10 + length + 3 * 2 * 4)
    let header = String(decoding: memory.bytes[10..<(10 + length)], as: UTF8.self)
    #expect(header.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }"))
    #expect(header.hasSuffix("\n"))
  }

  @Test func jsonKeepsTheOrderOfItsKeysAndEscapesWhatCouldSteer() {
    let value: JSONValue = .object([("b", .text("\u{1B}\"")), ("a", .numbers([1, 0.5, .nan]))])
    #expect(value.serialized == #"{"b": "\u001b\"", "a": [1, 0.5, null]}"#)
  }
}
