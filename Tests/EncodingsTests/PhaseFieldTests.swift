import Encodings
import Testing

@Suite struct PhaseFieldTests {
  /// Sums of up to 5,000 values, each right to 1e-15.
  private let sumTolerance = 1e-9

  /// Frequencies that break the textbook kernel: near multiples of 2π, at them, tiny, and zero.
  static let awkward: [Double] = [
    0, 1e-18, 1e-9, 0.3, 1, .pi, 2 * .pi, 2 * .pi + 1e-12, 4 * .pi - 1e-13, 6.28, 100, -0.7,
  ]

  private func field(_ component: PhaseField.Component, rowCount: Int) -> PhaseField {
    PhaseField(
      spectrum: Spectrum(
        inverseFrequencies: Self.awkward.map(InverseFrequency.init(radians:)), attentionFactor: 1.25),
      component: component, rowCount: rowCount)
  }

  @Test(arguments: [PhaseField.Component.cosine, .sine], [0..<1, 0..<2, 3..<4, 17..<1017, 0..<5000, 4099..<4102])
  func meansEqualSumsOfValues(component: PhaseField.Component, rows: Range<Int>) {
    let field = field(component, rowCount: 10_000)
    for column in 0..<field.columnCount {
      let sum = rows.reduce(0) { $0 + field.value(row: $1, column: column) }
      let mean = field.mean(rows: rows, columns: column..<column + 1)
      #expect(abs(mean - sum / Double(rows.count)) < sumTolerance, "ω = \(Self.awkward[column])")
    }
  }

  @Test func aBlockOfSeveralColumnsIsTheMeanOfTheirMeans() throws {
    let field = PhaseField(rotary: try Rotary(dimension: 16), component: .sine, rowCount: 100)
    let columns = (2..<7).map { field.mean(rows: 10..<30, columns: $0..<$0 + 1) }
    #expect(abs(field.mean(rows: 10..<30, columns: 2..<7) - columns.reduce(0, +) / 5) < 1e-15)
  }

  @Test func aWindowAgreesWithItsBlocksOneByOneEvenWhereTheyOverlap() throws {
    let field = PhaseField(sinusoidal: try Sinusoidal(dimension: 24), component: .table, rowCount: 1 << 40)
    let rows = [0..<1, 0..<1, 0..<7, 5..<1_000_000, 1 << 30..<1 << 40]
    let columns = [0..<24, 3..<5, 3..<4, 3..<4]
    let expected = rows.flatMap { rows in columns.map { field.mean(rows: rows, columns: $0) } }
    #expect(field.means(rows: rows, columns: columns) == expected)
  }

  @Test func theTableOfASinusoidalEncodingIsItsVectors() throws {
    let sinusoidal = try Sinusoidal(dimension: 9, layout: .halfSplit)
    let field = PhaseField(sinusoidal: sinusoidal, component: .table, rowCount: 300)
    #expect((0..<9).map { field.value(row: 217, column: $0) } == sinusoidal.vector(at: 217))
  }

  @Test(arguments: PairLayout.allCases)
  func theTableOfARotaryEncodingIsAUnitVectorTurned(layout: PairLayout) throws {
    let rotary = try Rotary(dimension: 8, layout: layout)
    var ones = [Double](repeating: 0, count: 8)
    for pair in 0..<4 { ones[rotary.features(ofPair: pair).first] = 1 }
    let field = PhaseField(rotary: rotary, component: .table, rowCount: 300)
    #expect((0..<8).map { field.value(row: 29, column: $0) } == rotary.rotated(ones, position: 29))
  }

  @Test func anAngleOverABlockIsTheDirectionOfTheMeanPhasor() throws {
    let rotary = try Rotary(dimension: 4)
    let angle = PhaseField(rotary: rotary, component: .angle, rowCount: 100)
    let cosine = PhaseField(rotary: rotary, component: .cosine, rowCount: 100)
    let sine = PhaseField(rotary: rotary, component: .sine, rowCount: 100)
    let concentration = PhaseField(rotary: rotary, component: .concentration, rowCount: 100)
    for column in 0..<2 {
      let block = column..<column + 1
      let length = concentration.mean(rows: 3..<9, columns: block)
      #expect(0 < length && length < 1)
      let direction = InverseFrequency(radians: angle.mean(rows: 3..<9, columns: block)).phase(at: 1)
      #expect(abs(length * direction.cosine - cosine.mean(rows: 3..<9, columns: block)) < 1e-14)
      #expect(abs(length * direction.sine - sine.mean(rows: 3..<9, columns: block)) < 1e-14)
    }
  }

  @Test(arguments: PhaseField.Component.allCases)
  func everythingStaysInsideItsBoundsAndOutsideTheFieldIsZero(component: PhaseField.Component) {
    let field = field(component, rowCount: 1000)
    for value in field.means(rows: [0..<1, 5..<6, 100..<1000], columns: [0..<1, 3..<5, 0..<12]) {
      #expect(field.bounds.contains(value))
    }
    #expect(field.value(row: -1, column: 0) == 0)
    #expect(field.value(row: 0, column: 12) == 0)
    #expect(field.mean(rows: 1000..<2000, columns: 0..<1) == 0)
    #expect(field.mean(rows: 0..<10, columns: 4..<4) == 0)
  }
}
