import Export
import Foundation
import Screen
import TerminalHarness
import Testing

@Suite struct AsciicastTests {
  private static let provenance = Provenance(
    title: "t", software: "ropescope 1", command: "ropescope", parameters: .object([("view", .text("dials"))]))

  private func frames() -> [Frame] {
    var second = pictureFrame()
    second.write("xy", row: 0, column: 0, style: Style(Color(hex: 0x00FFFF)))
    var third = second
    third.cursor = (1, 3)
    third.write("位", row: 1, column: 4, style: Style())
    return [pictureFrame(), second, third]
  }

  private func recording() -> String {
    var cast = Asciicast(size: Size(rows: 2, columns: 8), provenance: Self.provenance)
    return cast.header + frames().map { cast.event(showing: $0, after: 0.25) }.joined()
  }

  @Test func itBeginsWithAHeaderAndHasAnEventAFrame() throws {
    let lines = recording().split(separator: "\n").map { Data($0.utf8) }
    let header = try #require(try JSONSerialization.jsonObject(with: lines[0]) as? [String: Any])
    #expect(header["version"] as? Int == 3)
    #expect((header["term"] as? [String: Any])?["cols"] as? Int == 8)
    #expect((header["parameters"] as? [String: String])?["view"] == "dials")
    #expect(lines.count == 4)
    let event = try #require(try JSONSerialization.jsonObject(with: lines[1]) as? [Any])
    #expect(event[0] as? Double == 0.25 && event[1] as? String == "o")
  }

  @Test func anEmulatorThatPlaysItShowsEachFrame() throws {
    let emulator = Emulator(Size(rows: 2, columns: 8))
    let lines = recording().split(separator: "\n").dropFirst()
    for (line, frame) in zip(lines, frames()) {
      let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      emulator.feed(Array((event[2] as? String ?? "").utf8))
      let shown = emulator.text.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
      #expect(shown == plainText(of: frame).split(separator: "\n").map(trimmed))
      #expect(emulator.cell(row: 1, column: 0).foreground == .direct(Color(hex: 0x112233)))
    }
  }

  @Test func anotherSizeIsAnEventOfItsOwn() {
    var cast = Asciicast(size: Size(rows: 2, columns: 8), provenance: Self.provenance)
    let text = cast.event(showing: Frame(Size(rows: 3, columns: 4)), after: 1)
    #expect(text.hasPrefix("[1, \"r\", \"4x3\"]\n[0, \"o\","))
  }

  private func trimmed(_ line: some StringProtocol) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
