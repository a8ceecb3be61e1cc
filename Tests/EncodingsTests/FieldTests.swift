import Encodings
import Testing

@Suite struct FieldTests {
  /// Fields with a closed form, small enough to be added up cell by cell.
  static func closedForms() throws -> [any Field] {
    let biases = [(0..<32).map { Double($0 * $0 % 17) - 5 }]
    let fields: [(any Field)?] = [
      Encoding.integer(IntegerPosition()).vectorField(rowCount: 40),
      Encoding.oneHot(try OneHot(rows: 40)).vectorField(rowCount: 40),
      Encoding.learned(try LearnedTable(values: (0..<160).map { Double($0 * 7 % 23) }, dimension: 4, offset: 2))
        .vectorField(rowCount: 40),
      Encoding.alibi(try ALiBi(heads: 8)).biasField(head: 1, rowCount: 40, columnCount: 37),
      Encoding.alibi(try ALiBi(heads: 8, form: .keyPosition)).biasField(head: 1, rowCount: 40, columnCount: 37),
      Encoding.alibi(try ALiBi(heads: 12, form: .lastKey(length: 37))).biasField(
        head: 9, rowCount: 40, columnCount: 37),
      Encoding.t5(try T5Bias(biases: biases)).biasField(head: 0, rowCount: 40, columnCount: 37),
      Encoding.t5(try T5Bias(bidirectional: false)).bucketField(rowCount: 40, columnCount: 37),
      Encoding.shaw(try Shaw(left: 3, right: 5)).bucketField(rowCount: 40, columnCount: 37),
      Encoding.deberta(try DeBERTa(buckets: 16, maxDistance: 64)).bucketField(rowCount: 40, columnCount: 37),
      Encoding.sinusoidal(try Sinusoidal(dimension: 9)).similarity(rowCount: 40, normalised: false),
      Encoding.sinusoidal(try Sinusoidal(dimension: 8)).similarity(rowCount: 40, normalised: true),
      Encoding.rotary(try Rotary(dimension: 8)).similarity(rowCount: 40, normalised: true),
      DifferenceField(
        PhaseField(rotary: try Rotary(dimension: 8), component: .cosine, rowCount: 40),
        minus: PhaseField(rotary: try Rotary(dimension: 6, base: 500), component: .cosine, rowCount: 50)),
    ]
    return fields.compactMap { $0 }
  }

  @Test(arguments: [0..<1, 5..<6, 0..<7, 11..<40, 0..<40], [0..<1, 6..<7, 2..<9, 0..<37, 12..<40])
  func blockMeansInClosedFormEqualSumsOfValues(rows: Range<Int>, columns: Range<Int>) throws {
    let fields = try Self.closedForms()
    #expect(fields.count == 14)
    for field in fields {
      #expect(field.exactness == .closedForm)
      let rows = rows.clamped(to: field.rowRange)
      let columns = columns.clamped(to: field.columnRange)
      let cells = rows.flatMap { row in columns.map { field.value(row: row, column: $0) } }
      let mean = cells.isEmpty ? 0 : cells.reduce(0, +) / Double(cells.count)
      #expect(abs(field.mean(rows: rows, columns: columns) - mean) < 1e-11, "\(field)")
      #expect(cells.allSatisfy { $0 >= field.bounds.lowerBound - 1e-12 && $0 <= field.bounds.upperBound + 1e-12 })
    }
  }

  @Test func aTableKnownByItsShapeAloneHasNothingToDraw() throws {
    let table = try LearnedTable(rows: 512, dimension: 64, offset: 2)
    #expect(Encoding.learned(table).vectorField(rowCount: 10)?.rowCount == nil)
    #expect(Encoding.learned(table).similarity(rowCount: 10, normalised: true)?.rowCount == nil)
    #expect(TableField(table: table).rowCount == 0)
  }

  @Test func valuesOutsideAFieldAreZero() throws {
    for field in try Self.closedForms() {
      #expect(field.value(row: -1, column: 0) == 0)
      #expect(field.value(row: 0, column: field.columnCount) == 0)
      #expect(field.mean(rows: 0..<0, columns: 0..<1) == 0)
      #expect(field.means(rows: [field.rowCount..<field.rowCount + 9], columns: [0..<1]) == [0])
    }
  }

  @Test func aFieldOfBucketsKeepsToThemFarOut() throws {
    let t5 = try T5Bias()
    let field = DistanceField(buckets: t5, rowCount: 1 << 40, columnCount: 1 << 40)
    for difference in [-1 << 38, -128, -127, -9, -1, 0, 1, 8, 127, 1 << 38] {
      let row = 1 << 39
      #expect(field.value(row: row, column: row + difference - 1) == Double(t5.bucket(ofDifference: difference - 1)))
    }
    #expect(field.mean(rows: 0..<10, columns: 1000..<(1 << 40)) == 31)
  }

  @Test func theMeanDistanceOverALargeSquareIsAThirdOfItsSide() throws {
    // Over a square of side n the mean of |i − j| is (n² − 1) / 3n.
    let side = 1 << 30
    let field = LinearField(slope: 1, rowCount: side, columnCount: side)
    let mean = -field.mean(rows: 0..<side, columns: 0..<side)
    #expect(abs(mean / (Double(side) / 3) - 1) < 1e-15)
  }

  @Test(arguments: [1, 4, 64, 1000])
  func aSampledFieldIsExactWhereABlockHoldsNoMoreThanItsLimit(limit: Int) {
    let field = SampledField(rowCount: 100, columnCount: 100, bounds: 0...10_000, limit: limit) {
      Double($0 * 100 + $1)
    }
    #expect(field.exactness == .sampled(limit: limit))
    #expect(field.mean(rows: 3..<4, columns: 5..<6) == 305)
    // A function that is linear is met by samples that lie evenly.
    #expect(abs(field.mean(rows: 0..<100, columns: 0..<100) - 4999.5) <= 5050 / Double(limit).squareRoot())
    if limit >= 64 { #expect(field.mean(rows: 10..<18, columns: 20..<28) == 1373.5) }
  }

  @Test func theSimilarityOfDistancesWavesIsAsExactAsThatOfPositions() throws {
    let relative = Encoding.transformerXL(try TransformerXL(dimension: 8))
    let waves = Encoding.sinusoidal(try Sinusoidal(dimension: 8, layout: .halfSplit))
    let field = try #require(relative.similarity(rowCount: 40, normalised: true))
    #expect(field.exactness == .closedForm)
    let block = (rows: 3..<20, columns: 11..<40)
    #expect(
      field.mean(rows: block.rows, columns: block.columns)
        == waves.similarity(rowCount: 40, normalised: true)?.mean(rows: block.rows, columns: block.columns))
  }

  @Test func theDiagonalOfASimilarityIsOne() throws {
    let learned = Encoding.learned(try LearnedTable(values: [1, 2, 3, -1, 0, 0, 5, 6], dimension: 2))
    for encoding in [learned, .sinusoidal(try Sinusoidal(dimension: 7)), .rotary(try Rotary(dimension: 8))] {
      let field = try #require(encoding.similarity(rowCount: 4, normalised: true))
      #expect(abs(field.value(row: 1, column: 1) - 1) < 1e-15)
      #expect(abs(field.value(row: 0, column: 3) - field.value(row: 3, column: 0)) < 1e-15)
    }
    // A row of zeros has no direction.
    #expect(learned.similarity(rowCount: 4, normalised: true)?.value(row: 2, column: 2) == 0)
  }
}
