#if Figures
  import Encodings
  import Export
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
          let wanted = diverging.color(of: field.value(row: row, column: column), in: field.bounds).hex
          #expect(image[y, x] == wanted, "position \(row), pair \(column)")
        }
      }
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

    @Test func anImageInSVGHasOnePixelAValue() throws {
      let drawing = try sampleFigure().drawing(width: 400, theme: figureTheme())
      let text = String(decoding: try drawing.svg(.text, provenance: origin).bytes, as: UTF8.self)
      let images = try #require(ReadXML(text)).named("image")
      let data = try #require(images.first?.attributes["href"]?.split(separator: ",").last)
      let image = try ReadPNG([UInt8](try #require(Data(base64Encoded: String(data)))))
      #expect((image.width, image.height) == (8, 16))
      // cos(0) is 1: the last level.
      #expect(image[0, 0] == diverging.levels.last?.hex)
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
