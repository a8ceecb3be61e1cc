import Encodings
import Testing

/// What xPos draws: waves that die away, and scores that do.
@Suite struct DampedFieldTests {
  private static let xPos = Result {
    try XPos(rotary: Rotary(dimension: 16, base: 100_000_000, layout: .interleaved))
  }

  @Test(arguments: DampedField.Component.allCases, [0..<1, 0..<2, 17..<1017, 0..<5000, 9_000..<9_003])
  func meansEqualSumsOfValues(component: DampedField.Component, rows: Range<Int>) throws {
    let field = DampedField(xPos: try Self.xPos.get(), component: component, rowCount: 1 << 40)
    for column in 0..<field.columnCount {
      let sum = rows.reduce(0) { $0 + field.value(row: $1, column: column) }
      let mean = field.mean(rows: rows, columns: column..<column + 1)
      #expect(abs(mean - sum / Double(rows.count)) < 1e-12)
    }
  }

  @Test func theTableIsWhatAQueryBecomes() throws {
    let xPos = try Self.xPos.get()
    let field = DampedField(xPos: xPos, component: .table, rowCount: 1 << 20)
    let units = (0..<16).map { $0.isMultiple(of: 2) ? 1.0 : 0 }
    let query = xPos.rotatedQuery(units, position: 777)
    for column in 0..<16 { #expect(abs(field.value(row: 777, column: column) - query[column]) < 1e-15) }
  }

  @Test(arguments: [
    (0..<40, 0..<40), (0..<40, 10..<25), (10..<25, 0..<40), (0..<30, 20..<50), (100..<130, 0..<50),
    (0..<50, 100..<130),
    (7..<8, 7..<8), (7..<8, 0..<40),
  ])
  func meansOfScoresEqualSumsOnAndOffTheDiagonal(rows: Range<Int>, columns: Range<Int>) throws {
    let field = DampedSimilarity(xPos: try Self.xPos.get(), rowCount: 1 << 40, normalised: false)
    let sum = rows.reduce(0.0) { sum, row in
      sum + columns.reduce(0) { $0 + field.value(row: row, column: $1) }
    }
    let mean = field.mean(rows: rows, columns: columns)
    #expect(abs(mean - sum / Double(rows.count * columns.count)) < 1e-12)
  }

  @Test func aWindowOfScoresAgreesWithItsBlocksOneByOne() throws {
    let field = DampedSimilarity(xPos: try Self.xPos.get(), rowCount: 1 << 40, normalised: true)
    let blocks = [0..<1, 0..<7, 5..<1_000_000, 1 << 30..<1 << 40]
    let expected = blocks.flatMap { row in blocks.map { field.mean(rows: row, columns: $0) } }
    #expect(field.means(rows: blocks, columns: blocks) == expected)
    #expect(expected.allSatisfy { abs($0) <= 1 })
  }

  @Test func everyScoreIsOneOnTheDiagonalAndFallsOff() throws {
    let field = DampedSimilarity(xPos: try Self.xPos.get(), rowCount: 1 << 40, normalised: true)
    for position in [0, 1, 4096, 1 << 39] { #expect(field.value(row: position, column: position) == 1) }
    #expect(abs(field.value(row: 0, column: 1 << 20)) < 1e-6)
  }

  @Test func whatDiesAwayIsNeverNotANumber() throws {
    let xPos = try XPos(rotary: Rotary(dimension: 64), gamma: 1e-9, scaleBase: 1e-9)
    let far = (1 << 40) - 1
    let table = DampedField(xPos: xPos, component: .table, rowCount: 1 << 40)
    #expect(table.means(rows: [far..<far + 1, 0..<far], columns: [0..<64, 3..<4]).allSatisfy { $0.isFinite })
    let scores = DampedSimilarity(xPos: xPos, rowCount: 1 << 40, normalised: true)
    #expect(scores.means(rows: [0..<1, 0..<far], columns: [far..<far + 1, 0..<far]).allSatisfy { $0.isFinite })
  }
}
