import Encodings
import Export
import Screen
import TestSupport
import Testing

@testable import Explorer

@Suite struct HeatmapFieldTests {
  /// Row p, feature j: (p − 3) · (j + 1) / 8.
  private func table(rows: Int) throws -> Encoding {
    let values = (0..<rows).flatMap { row in (0..<4).map { Double((row - 3) * ($0 + 1)) / 8 } }
    return .learned(try LearnedTable(values: values, dimension: 4))
  }

  @Test func aLearnedTableIsDrawnWithItsOwnNumbers() throws {
    var exploration = try Exploration.sample(encoding: try table(rows: 64))
    _ = exploration.after(.setPosition(7), .setPair(2))
    #expect(exploration.line(1).contains("PE(p) = 1.500000   p 7 · j 2"))
    #expect(exploration.line(22).contains("check") && !exploration.line(22).contains("FAILS"))
  }

  @Test func theCursorGoesThroughTheFeaturesOfASchemeWithoutPairs() throws {
    var exploration = try Exploration.sample(encoding: try table(rows: 64))
    _ = exploration.after(.setPair(0), .movePair(by: 9))
    #expect(exploration.scene.pair == 3)
    _ = exploration.after(.setPair(4))
    #expect(exploration.notice == .outOfRange(.feature, 4, count: 4))
  }

  @Test func belowTheLastRowOfATableStandsThatItEnds() throws {
    let exploration = try Exploration.sample(encoding: try table(rows: 9))
    #expect(plainText(of: exploration.frame).contains("the table ends after row 8"))
  }

  @Test func pastTheTableItSaysThatATableDoesNotExtrapolate() throws {
    var exploration = try Exploration.sample(encoding: try table(rows: 9))
    _ = exploration.after(.setPosition(5000))
    let text = plainText(of: exploration.frame)
    #expect(text.contains("a table does not extrapolate") && text.contains(":position 8"))
  }

  @Test func aFewOutliersDoNotWashOutATable() throws {
    var values = [Double](repeating: 0.1, count: 400)
    values[17] = 40
    values[18] = -0.1
    let field = TableField(table: try LearnedTable(values: values, dimension: 4))
    let shade = FieldShade(of: field, component: nil, shown: values)
    #expect(shade.kind == .diverging)
    #expect(abs(shade.bounds.upperBound - 0.1) < 1e-6)
    #expect(shade.bar.labels.high == "≥0.1" && shade.bar.labels.low == "≤−0.1")
  }

  @Test func integersOneHotsAndRelativeSinusoidsAreDrawn() throws {
    for (encoding, heading) in [
      (Encoding.integer(try IntegerPosition(length: 10)), "PE(p) = 0.5   p 5"),
      (.oneHot(try OneHot(rows: 30)), "PE(p) = 1   p 5 · j 5"),
      (.transformerXL(try TransformerXL(dimension: 16)), "R(p) = −0.958924   p 5 · i 0"),
    ] {
      var exploration = try Exploration.sample(encoding: encoding)
      _ = exploration.after(.setPosition(5), .setPair(encoding.scheme == .oneHot ? 5 : 0))
      #expect(exploration.line(1).contains(heading), "\(exploration.line(1))")
      #expect(exploration.line(22).contains("check") && !exploration.line(22).contains("FAILS"))
    }
  }

  @Test(arguments: [Scheme.alibi, .t5, .shaw, .deberta, .kerple, .fire])
  func aSchemeWithoutVectorsNamesTheViewThatShowsIt(scheme: Scheme) throws {
    var exploration = try Exploration.sample(encoding: try EncodingOptions(scheme: scheme).applied(to: nil))
    _ = exploration.after(.setView(.heatmap))
    #expect(plainText(of: exploration.frame).contains("the bias view"))
  }

  @Test func noPositionAtAllSaysSo() throws {
    let exploration = try Exploration.sample(encoding: Encoding.none)
    #expect(plainText(of: exploration.frame).contains("encodes no position"))
  }

  @Test func aReasonTooLongForOneLineTakesTwo() throws {
    var exploration = try Exploration.sample("bloom-560m", size: Size(rows: 10, columns: 40))
    _ = exploration.after(.setView(.heatmap))
    #expect(plainText(of: exploration.frame).contains("scores."))
  }

  @Test func theConcentrationInTheTitleIsThatOfItsBlock() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(.setWindow(0..<131_072), .setPair(0), .setComponent(.concentration))
    #expect(!exploration.line(1).contains("= 1.000000"))
    #expect(exploration.line(1).contains("p 0…"))
    #expect(!plainText(of: exploration.frame).contains("FAILS"))
  }

  @Test func aFactorOnTheWavesStandsBeforeTheirSign() throws {
    let yarn = ScalingOptions(name: "yarn", factor: 16, originalLength: 4096)
    var exploration = try Exploration.sample(encoding: try EncodingOptions(scaling: yarn).applied(to: nil))
    #expect(exploration.line(1).contains("1.277·cos p·ω = 1.277259"))
    _ = exploration.after(.setComponent(.table))
    #expect(exploration.line(1).contains("1.277·R(p)u = 1.277259"))
    _ = exploration.after(.setView(.waves))
    #expect(exploration.line(1).contains("1.277·cos 1.2773"))
    #expect(exploration.lines[2..<23].contains { $0.contains("1.277") })
  }

  @Test func whereADotHoldsWavesTheStripSaysSo() throws {
    var exploration = try Exploration.sample("llama-3.1-8b", size: Size(rows: 40, columns: 100))
    _ = exploration.after(.setWindow(0..<131_072), .setView(.waves), .setPair(0))
    let text = plainText(of: exploration.frame)
    #expect(text.contains("i 0  λ 6.28 · each dot is the mean over "))
    _ = exploration.after(.setWindow(0..<64))
    #expect(!plainText(of: exploration.frame).contains("each dot"))
  }

  @Test func aTableOfOneValueHasNoInventedRange() {
    let field = TableField(values: [3, 3], columnCount: 1)
    let shade = FieldShade(of: field, component: nil, shown: [3, 3])
    #expect(shade.bounds == 3...3)
  }

  @Test func theTitleSaysHowOftenAPairTurnsInACell() throws {
    var exploration = try Exploration.sample("llama-3.1-8b")
    _ = exploration.after(.setWindow(0..<131_072), .setPair(0))
    #expect(exploration.line(1).contains("turns a cell"))
    _ = exploration.after(.setPair(63))
    #expect(!exploration.line(1).contains("turns a cell"))
  }
}
