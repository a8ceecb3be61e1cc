import Encodings
import Explorer
import Export
import Foundation
import Screen
import TerminalHarness
import Testing

@testable import ropescope

/// Every lesson in both languages, recorded as it plays itself.
@Suite struct LessonRecordingTests {
  private static let names = LessonShelf().entries.map(\.name)
  private static let size = Size(rows: 24, columns: 100)
  private static let shelf = ThemeShelf()

  /// Bytes in memory.
  private final class Bytes: ByteSink {
    private(set) var bytes: [UInt8] = []
    func write(_ more: some Collection<UInt8>) { bytes += more }
    func write(block: UnsafeRawBufferPointer) { bytes += block }
  }

  private func recorded(_ name: String, _ language: Language) throws -> (bytes: [UInt8], end: Exploration) {
    var start = Exploration(
      scene: .init(encoding: .none, theme: "midnight"), size: Self.size, language: language, themes: Self.shelf.names,
      lessons: LessonShelf())
    _ = update(&start, .lesson(.start(name)))
    let sink = Bytes()
    let end = try LessonRecording(exploration: start, shelf: Self.shelf, command: "ropescope lesson \(name)")
      .write(to: sink)
    return (sink.bytes, end)
  }

  @Test(arguments: names, Language.allCases)
  func itHasTheSameBytesTwiceAndEndsAsTheLessonDoes(name: String, language: Language) throws {
    let (bytes, end) = try recorded(name, language)
    // A language changes words, not what is done with them: one language is enough to be recorded twice.
    if language == .chinese { #expect(try recorded(name, language).bytes == bytes) }
    let play = try #require(end.play)
    #expect(play.step == play.lesson.steps.count - 1 && !play.isPlaying)
    let played = Emulator(Self.size)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      let output = try #require(event?.last as? String)
      #expect(event?[1] as? String == "o")
      played.feed(output.utf8)
    }
    let drawn = Emulator(Self.size)
    let frame = end.frame(themes: Self.shelf)
    var whole = Asciicast(
      size: Self.size, provenance: Provenance(title: "", software: "", command: "", parameters: .null))
    let event = try JSONSerialization.jsonObject(with: Data(whole.event(showing: frame, after: 0).utf8)) as? [Any]
    drawn.feed(try #require(event?.last as? String).utf8)
    for row in 0..<Self.size.rows {
      for column in 0..<Self.size.columns {
        let (cell, expected) = (played.cell(row: row, column: column), drawn.cell(row: row, column: column))
        // The right half of a wide glyph has no looks of its own.
        #expect(cell == expected || cell.width == 0 && expected.width == 0, "\(row), \(column)")
      }
    }
  }
}
