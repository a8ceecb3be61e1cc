#if Figures
  import Encodings
  @testable import Export
  import Foundation
  import Screen
  import Testing

  @Suite struct FigureTests {
    @Test func everyValueOfAHeatmapHasItsColourInTheMiddleOfItsCell() throws {
      let drawing = try sampleFigure().drawing(width: 400, theme: figureTheme())
      let image = try ReadPNG(try drawing.png(pixelsPerInch: 144, provenance: origin).bytes)
      let field = PhaseField(rotary: try Rotary(dimension: 16), component: .cosine, rowCount: 16)
      let plot = drawing.plots[0]
      for row in 0..<16 {
        for column in 0..<8 {
          let x = Int((plot.x + (Double(column) + 0.5) / 8 * plot.width) * 2)
          let y = Int((plot.y + (Double(row) + 0.5) / 16 * plot.height) * 2)
          #expect(image[y, x] == fineColor(of: field, row, column), "position \(row), pair \(column)")
        }
      }
    }

    /// The colour that the map has for a value.
    private func fineColor(of field: some Field, _ row: Int, _ column: Int) -> UInt32 {
      diverging.fineLevels[level(of: field, row, column)].hex
    }

    private func level(of field: some Field, _ row: Int, _ column: Int) -> Int {
      ColorMap.level(of: field.value(row: row, column: column), in: field.bounds, count: ColorMap.fineLevelCount)
    }

    @Test(arguments: [1, 2, 3]) func frameAndTicksCoverNoValueHoweverSmallItsCell(pixels: Int) throws {
      let rows = 120
      let field = PhaseField(rotary: try Rotary(dimension: 64), component: .cosine, rowCount: rows)
      let content = HeatmapContent(field: field, rows: 0..<rows, columns: 0..<32, kind: .diverging, label: "")
      let panel = Panel(
        x: .cells("", 0..<32), y: .cells("", 0..<rows, isDownward: true), content: .heatmap(content))
      let drawing = Figure(title: "", panels: [panel], caption: [], aspect: 0.8).drawing(
        width: 300, theme: figureTheme())
      let (plot, scale) = (drawing.plots[0], Double(pixels * rows) / drawing.plots[0].height)
      let image = try ReadPNG(try drawing.png(pixelsPerInch: 72 * scale, provenance: origin).bytes)
      let levels = diverging.fineLevels.map(\.hex)
      // The edges are whole pixels.
      let place = plot.pixels(scale: scale)
      for row in 0..<rows {
        let isWhole = (0..<32).allSatisfy { column in
          let x = Double(place.left) + (Double(column) + 0.5) / 32 * Double(place.right - place.left)
          let y = Double(place.top) + (Double(row) + 0.5) / Double(rows) * Double(place.bottom - place.top)
          return image[Int(y), Int(x)] == levels[level(of: field, row, column)]
        }
        #expect(isWhole, "position \(row)")
      }
    }

    @Test func outlinesHoldEveryLetterOfALongText() throws {
      let text = String(repeating: "l", count: 150)
      let drawing = Figure(title: "", panels: [], caption: [text]).drawing(width: 400, theme: figureTheme())
      let outlined = String(decoding: try drawing.svg(.outlines, provenance: origin).bytes, as: UTF8.self)
      let path = try #require(
        ReadXML(outlined)?.named("path").map { $0.attributes["d"] ?? "" }.max { $0.count < $1.count })
      // Each letter is one closed outline.
      #expect(path.count { $0 == "M" } >= 150)
    }

    @Test func aPixelThatHoldsSeveralValuesHasTheColourOfTheirMean() throws {
      let field = PhaseField(rotary: try Rotary(dimension: 2), component: .cosine, rowCount: 1 << 30)
      let content = HeatmapContent(field: field, rows: 0..<(1 << 30), columns: 0..<1, kind: .diverging, label: "")
      let panel = Panel(
        x: .cells("", 0..<1), y: .cells("", content.rows, isDownward: true), content: .heatmap(content))
      let drawing = Figure(title: "", panels: [panel], caption: []).drawing(width: 200, theme: figureTheme())
      let image = try ReadPNG(try drawing.png(pixelsPerInch: 72, provenance: origin).bytes)
      let plot = drawing.plots[0]
      // Over millions of turns the mean is zero, whose colour is the middle one; a sample would be any.
      let column = Int(plot.x + plot.width / 2)
      let colors = (Int(plot.y) + 2..<Int(plot.bottom) - 2).map { image[$0, column] }
      #expect(Set(colors) == [diverging.levels[ColorMap.levelCount / 2].hex])
    }

    @Test func theFileKnowsItsSizeInInches() throws {
      let drawing = try sampleFigure().drawing(width: 360, theme: figureTheme())
      let image = try ReadPNG(try drawing.png(pixelsPerInch: 100, provenance: origin).bytes)
      #expect(image.width == 500)
      let bytes = try drawing.png(pixelsPerInch: 100, provenance: origin).bytes
      let place = try #require(Data(bytes).range(of: Data("pHYs".utf8))).upperBound
      // 100 an inch are 3937 a metre, across and down; 1 says that the unit is the metre.
      #expect(Array(bytes[place..<(place + 9)]) == [0, 0, 0x0F, 0x61, 0, 0, 0x0F, 0x61, 1])
    }

    @Test func svgHasRealTextOrOutlines() throws {
      let drawing = try sampleFigure().drawing(width: 400, theme: figureTheme())
      let text = String(decoding: try drawing.svg(.text, provenance: origin).bytes, as: UTF8.self)
      let outlined = String(decoding: try drawing.svg(.outlines, provenance: origin).bytes, as: UTF8.self)
      let document = try #require(ReadXML(text))
      let words = Set(document.named("text").map(\.text))
      #expect(words.isSuperset(of: ["位置 & pairs", "pair", "position", "score", "decay", "base 10000", "0"]))
      #expect(try #require(ReadXML(outlined)).named("text").isEmpty)
      #expect(document.named("command").first?.text == origin.command)
    }

    @Test func aSmallHeatmapInSVGIsRectanglesOfItsColours() throws {
      let drawing = try sampleFigure().drawing(width: 400, theme: figureTheme())
      let text = String(decoding: try drawing.svg(.text, provenance: origin).bytes, as: UTF8.self)
      let rectangles = try #require(ReadXML(text)).named("rect")
      let field = PhaseField(rotary: try Rotary(dimension: 16), component: .cosine, rowCount: 16)
      let plot = drawing.plots[0]
      func number(_ rectangle: ReadXML.Element, _ name: String) -> Double {
        rectangle.attributes[name].flatMap(Double.init) ?? -1
      }
      for row in 0..<16 {
        for column in 0..<8 {
          let x = plot.x + (Double(column) + 0.5) / 8 * plot.width
          let y = plot.y + (Double(row) + 0.5) / 16 * plot.height
          let shown = rectangles.last { rectangle in
            (0...number(rectangle, "width")).contains(x - number(rectangle, "x"))
              && (0...number(rectangle, "height")).contains(y - number(rectangle, "y"))
          }
          #expect(shown?.attributes["fill"] == Color(hex: fineColor(of: field, row, column)).css)
        }
      }
    }

    @Test func aLargeHeatmapInSVGIsAnImageWithEveryValueInPixelsOfItsOwn() throws {
      let field = PhaseField(rotary: try Rotary(dimension: 64), component: .cosine, rowCount: 300)
      let content = HeatmapContent(field: field, rows: 0..<300, columns: 0..<32, kind: .diverging, label: "")
      let panel = Panel(
        x: .cells("", 0..<32), y: .cells("", 0..<300, isDownward: true), content: .heatmap(content))
      let drawing = Figure(title: "", panels: [panel], caption: []).drawing(width: 400, theme: figureTheme())
      let text = String(decoding: try drawing.svg(.text, provenance: origin).bytes, as: UTF8.self)
      let data = try #require(
        ReadXML(text)?.named("image").first?.attributes["href"]?.split(separator: ",").last)
      let image = try ReadPNG([UInt8](try #require(Data(base64Encoded: String(data)))))
      let (down, across) = (image.height / 300, image.width / 32)
      #expect((down * 300, across * 32) == (image.height, image.width))
      let levels = diverging.fineLevels.map(\.hex)
      for row in 0..<300 {
        let isWhole = (0..<32).allSatisfy {
          image[row * down, ($0 + 1) * across - 1] == levels[level(of: field, row, $0)]
        }
        #expect(isWhole, "position \(row)")
      }
    }

    @Test func theSameFigureGivesTheSameBytesInEveryFormat() throws {
      func bytes() throws -> [[UInt8]] {
        let drawing = try sampleFigure().drawing(width: 400, theme: figureTheme())
        return [
          try drawing.png(pixelsPerInch: 100, provenance: origin).bytes,
          try drawing.pdf(provenance: origin).bytes, try drawing.svg(.text, provenance: origin).bytes,
          try drawing.svg(.outlines, provenance: origin).bytes,
        ]
      }
      #expect(try bytes() == bytes())
    }

    @Test(arguments: [0, -1, Double.nan, 1e300]) func noWidthIsTooStrange(width: Double) throws {
      let drawing = try sampleFigure().drawing(width: width, theme: figureTheme())
      #expect(drawing.width >= 120)
    }

    @Test(arguments: [100, 600.0]) func progressGoesOnToTheEnd(pixelsPerInch: Double) throws {
      let drawing = try sampleFigure().drawing(width: 400, theme: figureTheme())
      var shares: [Double] = []
      _ = try drawing.png(pixelsPerInch: pixelsPerInch, provenance: origin) { shares.append(Double($0) / Double($1)) }
      #expect(shares.last == 1 && shares == shares.sorted())
      // Of a large picture the packing, its last quarter, is told step by step.
      #expect(shares.filter { $0 > 0.75 }.count > (pixelsPerInch > 100 ? 4 : 0))
    }
  }
#endif
