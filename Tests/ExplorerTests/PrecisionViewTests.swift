import Encodings
import Export
import Screen
import Testing

@testable import Explorer

@Suite struct PrecisionViewTests {
  @Test func aPositionThatIsStoredAsItsNeighbourIsNamed() throws {
    var exploration = try Exploration.sample("qwen3-8b", size: Size(rows: 24, columns: 100))
    _ = exploration.after(.setView(.precision), .setPosition(257), .setPair(0))
    let text = plainText(of: exploration.frame)
    #expect(text.contains("bfloat16 stores position 257 as 256: 2 positions become one"))
    #expect(!text.contains("FAILS"))
  }

  @Test func formatAndCastAreTurnedByKeysAndCommands() throws {
    var exploration = try Exploration.sample()
    _ = exploration.command("dtype float16")
    _ = exploration.command("cast result")
    #expect(exploration.scene.format == .float16 && exploration.scene.cast == .result)
    _ = exploration.after(.stepFormat(by: 1), .toggleCast)
    #expect(exploration.scene.format == .float32 && exploration.scene.cast == .inputs)
    _ = exploration.command("dtype float8")
    #expect(exploration.notice?.isComplaint == true)
  }

  @Test(arguments: [0, 257, 65_519, 65_520, 16_777_217, Window.lastPosition], FloatFormat.allCases)
  func everyPositionIsShownInEveryFormat(position: Int, format: FloatFormat) throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 24, columns: 100))
    _ = exploration.after(.setView(.precision), .setFormat(format), .setPosition(position))
    let text = plainText(of: exploration.frame)
    #expect(text.contains("check") && !text.contains("FAILS"))
    #expect(text.contains("overflows") == (format == .float16 && position >= 65_520))
  }

  @Test func aSchemeWithoutFrequenciesSaysSo() throws {
    var exploration = try Exploration.sample(encoding: try EncodingOptions(scheme: .alibi).applied(to: nil))
    _ = exploration.after(.setView(.precision))
    #expect(plainText(of: exploration.frame).contains("has no frequencies"))
  }
}

@Suite struct LogarithmicFieldTests {
  @Test func theLogarithmIsOfTheMeanAndStopsAtTheFloor() {
    let field = LogarithmicField(of: TableField(values: [0, 0.002, 1, 0], columnCount: 2), floor: 1e-6)
    #expect(field.value(row: 0, column: 0) == -6)
    #expect(abs(field.mean(rows: 0..<1, columns: 0..<2) + 3) < 1e-12)
    #expect(field.bounds == -6...0)
    #expect(field.means(rows: [1..<2], columns: [0..<1]) == [0])
  }
}
