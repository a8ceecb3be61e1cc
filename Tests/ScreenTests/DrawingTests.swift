import TestSupport
import Testing

@testable import Screen

@Suite struct DrawingTests {
  private static func look(_ depth: ColorDepth, asciiOnly: Bool = false) throws -> Look {
    Look(theme: try #require(ThemeShelf()["midnight"]), depth: depth, asciiOnly: asciiOnly)
  }

  /// Rows of a ramp from −1 to 1 over sixteen columns.
  private static func ramp(_ look: Look) -> Heatmap {
    let rows = 3 * look.valueRowsPerCell
    let values = (0..<(rows * 16)).map { -1 + 2 * Double($0 % 16) / 15 }
    return Heatmap(values: values, rows: rows, columns: 16, bounds: -1...1, kind: .diverging)
  }

  @Test(arguments: ColorDepth.allCases) func aRampLooksAsItShouldInEachTier(depth: ColorDepth) throws {
    let look = try Self.look(depth)
    var frame = Frame(Size(rows: 5, columns: 40), style: look.style(.text, on: .panel))
    Self.ramp(look).draw(in: &frame, Area(row: 0, column: 2, rows: 3, columns: 16), look)
    ColorBar(bounds: -1...1, kind: .diverging).draw(in: &frame, row: 4, area: Area(frame.size), look, on: .panel)
    try expectGolden(goldenText(of: frame), "ramp-\(depth.rawValue)")
  }

  @Test func aRampInASCIIUsesTenShades() throws {
    let look = try Self.look(.mono, asciiOnly: true)
    var frame = Frame(Size(rows: 3, columns: 16))
    Self.ramp(look).draw(in: &frame, Area(frame.size), look)
    #expect(frame.cells.allSatisfy { $0.scalar.isASCII })
    #expect(Set(frame.cells.map(\.scalar)).count == 10)
  }

  @Test(arguments: ColorDepth.allCases, [false, true])
  func bothEndsOfARingOfAnglesLookAlike(depth: ColorDepth, asciiOnly: Bool) throws {
    let look = try Self.look(depth, asciiOnly: asciiOnly)
    var frame = Frame(Size(rows: 1, columns: 3))
    Heatmap(
      values: Array(repeating: [-Double.pi, 0, .pi], count: look.valueRowsPerCell).flatMap(\.self),
      rows: look.valueRowsPerCell, columns: 3, bounds: -Double.pi...Double.pi, kind: .cyclic
    ).draw(in: &frame, Area(frame.size), look)
    #expect(frame[0, 0] == frame[0, 2] && frame[0, 0] != frame[0, 1])
  }

  @Test func aPatternGoesOnFromLineToLine() throws {
    let theme = try #require(ThemeShelf().themes.first)
    var (whole, pieces) = (BrailleCanvas(Size(rows: 1, columns: 8)), BrailleCanvas(Size(rows: 1, columns: 8)))
    let pattern = [true, true, false, false, false]
    var step = 0
    whole.line(from: (0, 0), to: (0, 15), pattern: pattern, step: &step, .text)
    step = 0
    for column in stride(from: 0.0, to: 15, by: 0.5) {
      pieces.line(from: (0, column), to: (0, column + 0.5), pattern: pattern, step: &step, .text)
    }
    #expect(pieces.isSame(as: whole))
    var frame = Frame(Size(rows: 1, columns: 8))
    whole.draw(in: &frame, row: 0, column: 0, within: Area(frame.size), on: .panel, Look(theme: theme))
    #expect(frame[0, 0]?.scalar == "⠉" && frame[0, 1]?.scalar == " ")
  }

  @Test func aHalfBlockHoldsTheUpperValueInItsForeground() throws {
    let look = try Self.look(.truecolor)
    var frame = Frame(Size(rows: 1, columns: 1))
    Heatmap(values: [-1, 1], rows: 2, columns: 1, bounds: -1...1, kind: .diverging)
      .draw(in: &frame, Area(frame.size), look)
    #expect(frame[0, 0]?.style.foreground == look.theme[.diverging].levels.first)
    #expect(frame[0, 0]?.style.background == look.theme[.diverging].levels.last)
  }

  @Test func brailleDotsStandInUnicodesOrder() throws {
    let theme = try #require(ThemeShelf().themes.first)
    for (index, place) in [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (3, 0), (3, 1)].enumerated() {
      var canvas = BrailleCanvas(Size(rows: 1, columns: 1))
      canvas.dot(row: place.0, column: place.1, .text)
      var frame = Frame(Size(rows: 1, columns: 1))
      canvas.draw(in: &frame, row: 0, column: 0, within: Area(frame.size), on: .panel, Look(theme: theme))
      let pattern: UInt32 = 0x2800 + (1 << UInt32(index))
      #expect(frame[0, 0]?.scalar.value == pattern)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -1e300, 1e300]) func absurdPointsAreNotDrawn(value: Double) {
    var canvas = BrailleCanvas(Size(rows: 2, columns: 2))
    let empty = canvas
    canvas.dot(y: value, x: 0, .text)
    canvas.line(from: (value, 0), to: (0, 0), .text)
    var step = 0
    canvas.line(from: (value, 0), to: (0, 0), pattern: [true], step: &step, .text)
    canvas.line(from: (0, 0), to: (0, value), pattern: [true], step: &step, .text)
    canvas.arc(center: (0, 0), radius: value, start: 0, sweep: 1, .text)
    #expect(canvas.isSame(as: empty))
  }

  @Test(arguments: [(0, 0), (1, 1), (1, 40), (3, 2)]) func drawingSurvivesAnyArea(rows: Int, columns: Int) throws {
    let look = try Self.look(.truecolor)
    var frame = Frame(Size(rows: rows, columns: columns))
    Self.ramp(look).draw(in: &frame, Area(row: 0, column: 0, rows: 9, columns: 99), look)
    ColorBar(bounds: -1...1, kind: .diverging).draw(in: &frame, row: 0, area: Area(frame.size), look)
    #expect(frame.cells.count == rows * columns)
  }
}

extension BrailleCanvas {
  /// Whether both draw the same.
  fileprivate func isSame(as other: BrailleCanvas) -> Bool {
    guard let theme = ThemeShelf().themes.first else { return false }
    var (first, second) = (Frame(size), Frame(size))
    draw(in: &first, row: 0, column: 0, within: Area(size), on: .panel, Look(theme: theme))
    other.draw(in: &second, row: 0, column: 0, within: Area(size), on: .panel, Look(theme: theme))
    return first == second
  }
}
