#if Figures
  import Encodings
  import Export
  import Foundation
  import Screen
  import Testing

  @Suite struct FigureContentTests {
    private func drawing(_ panel: Panel, title: String = "", width: Double = 400) throws -> FigureDrawing {
      Figure(title: title, panels: [panel], caption: []).drawing(width: width, theme: figureTheme())
    }

    /// The texts of a figure as an XML parser reads them.
    private func texts(_ drawing: FigureDrawing) throws -> [ReadXML.Element] {
      let file = String(decoding: try drawing.svg(.text, provenance: origin).bytes, as: UTF8.self)
      return try #require(ReadXML(file)).named("text")
    }

    @Test func numbersOfATableEndInOneColumnAndWordsBeginInOne() throws {
      let rows = [["ω", "1"], ["angle", "−271"]].map { $0.map { TableContent.Cell($0) } }
      let texts = try texts(try drawing(Panel(table: TableContent(columns: [.start, .end], rows: rows))))
      #expect(texts.map(\.text) == ["ω", "1", "angle", "−271"])
      #expect(texts.map { $0.attributes["text-anchor"] } == [nil, "end", nil, "end"])
      #expect(texts[0].attributes["x"] == texts[2].attributes["x"])
      #expect(texts[1].attributes["x"] == texts[3].attributes["x"])
    }

    @Test func proseInTheLastColumnIsBrokenIntoLinesThatFit() throws {
      let prose = String(repeating: "word ", count: 60)
      let table = TableContent(columns: [.start, .start], rows: [[.init("RoPE"), .init(prose)]])
      let drawing = try drawing(Panel(table: table))
      let texts = try texts(drawing)
      #expect(texts.count > 2)
      #expect(Set(texts.dropFirst().map { $0.attributes["x"] }).count == 1)
      let said = texts.dropFirst().map { $0.text.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
      #expect(said == prose.trimmingCharacters(in: .whitespaces))
    }

    @Test func withEqualUnitsACircleIsRound() throws {
      var panel = Panel(x: Axis("x", -2...2), y: Axis("y", -1...1), content: .lines([]))
      panel.units = .equal
      let plot = try #require(try drawing(panel).plots.first)
      #expect(abs(plot.width / plot.height - 2) < 1e-9)
    }

    @Test func anArrowHasASignBeyondItsTip() throws {
      var line = Line("", points: [(0, 0), (1, 0)], ink: .series(0))
      line.tip = .arrow("q")
      let panel = Panel(x: Axis("", -1...1), y: Axis("", -1...1), content: .lines([line]))
      let drawing = try drawing(panel)
      let sign = try #require(try texts(drawing).first { $0.text == "q" })
      let x = try #require(Double(sign.attributes["x"] ?? ""))
      #expect(x > drawing.plots[0].right)
    }

    @Test func cellsHoldTheirNumbersAndEmptyOnesShowTheGround() throws {
      let field = TableField(values: [0, 1, 1, 0], columnCount: 2)
      var content = HeatmapContent(field: field, rows: 0..<2, columns: 0..<2, kind: .diverging, label: "")
      content.cells = [["a", nil], ["b", "c"]]
      let panel = Panel(x: .cells("", 0..<2), y: .cells("", 0..<2, isDownward: true), content: .heatmap(content))
      let drawing = try drawing(panel)
      let words = try texts(drawing).map(\.text)
      #expect(Set(words).isSuperset(of: ["a", "b", "c"]))
      let image = try ReadPNG(try drawing.png(pixelsPerInch: 72, provenance: origin).bytes)
      let plot = drawing.plots[0]
      // The field's value there is 1, the last colour; nothing passes, so the ground shows.
      #expect(image[Int(plot.y + plot.height * 0.25), Int(plot.x + plot.width * 0.75)] == 0xFFFFFF)
    }

    @Test func namesThatWouldRunTogetherRunUpwardsEachOfThem() throws {
      let names = (0..<40).map { Axis.Tick(Double($0), "token \($0)") }
      let panel = Panel(x: Axis("", -0.5...39.5, ticks: names), y: Axis("", 0...1), content: .lines([]))
      let upright = try texts(try drawing(panel)).filter { $0.attributes["transform"]?.hasPrefix("rotate") == true }
      #expect(upright.map(\.text) == names.map(\.text))
    }

    @Test func wordsBesideAPointStayWithinThePanel() throws {
      let points = [
        PointContent("early", at: (0, 0), ink: .series(0)), PointContent("late", at: (10, 1), ink: .series(0)),
      ]
      let panel = Panel(x: Axis("", 0...10), y: Axis("", -0.5...1.5), content: .points(points))
      let anchors = try texts(try drawing(panel)).filter { ["early", "late"].contains($0.text) }
        .map { $0.attributes["text-anchor"] }
      #expect(anchors == [nil, "end"])
    }

    @Test func whatAMeanIsIsSaidWhereAPixelHoldsSeveralValues() throws {
      let field = TableField(values: [Double](repeating: 1, count: 2000), columnCount: 1)
      func words(rows: Int) throws -> [String] {
        let content = HeatmapContent(field: field, rows: 0..<rows, columns: 0..<1, kind: .sequential, label: "")
        let panel = Panel(x: .cells("", 0..<1), y: .cells("", 0..<rows), content: .heatmap(content))
        var figure = Figure(title: "", panels: [panel], caption: [])
        figure.meansNote = "means"
        return try texts(figure.drawing(width: 400, theme: figureTheme(), pixelsPerInch: 72)).map(\.text)
      }
      #expect(try words(rows: 2000).contains("means"))
      #expect(try !words(rows: 20).contains("means"))
    }

    @Test func numbersThatWouldBeTooSmallLeaveOutColumns() throws {
      let row = (0..<9).map { TableContent.Cell("−0.12345\($0)") }
      let table = TableContent(columns: row.map { _ in .end }, rows: [row, row])
      let texts = try texts(try drawing(Panel(table: table), width: 238))
      #expect(texts.contains { $0.text == "…" } && texts.contains { $0.text == row[1].text })
      #expect(texts.allSatisfy { (Double($0.attributes["font-size"] ?? "") ?? 0) >= 6 })
    }

    @Test func aCurveOfOnePointIsADot() throws {
      let line = Line("", points: [(0.5, 0.5)], ink: .series(0))
      let drawing = try drawing(Panel(x: Axis("", 0...1), y: Axis("", 0...1), content: .lines([line])))
      let file = String(decoding: try drawing.svg(.text, provenance: origin).bytes, as: UTF8.self)
      let arcs = try #require(ReadXML(file)).named("path").filter { $0.attributes["d"]?.contains("A") == true }
      #expect(arcs.count == 1)
    }

    @Test(arguments: [(2e4, "10 000 1000 100 10 1"), (2e8, "10⁸ 10⁷ 10⁶ 10⁵ 10⁴ 10³ 10² 10¹ 10⁰")])
    func theDecadesOfAnAxisHaveOneForm(end: Double, ticks: String) throws {
      let panel = Panel(
        x: Axis("", 0...1, ticks: []), y: Axis("", 1...end, scale: .logarithmic), content: .lines([]))
      let texts = try texts(try drawing(panel)).map(\.text)
      #expect(texts.reversed().joined(separator: " ") == ticks)
    }

    @Test func aLongTitleIsBrokenIntoLines() throws {
      let title = "llama-3.1-8b compared with scaling yarn, factor 4 and an attention factor of its own"
      let panel = Panel(x: Axis("", 0...1), y: Axis("", 0...1), content: .lines([]))
      let lines = try texts(try drawing(panel, title: title, width: 200)).filter {
        $0.attributes["font-weight"] == "bold"
      }
      #expect(lines.count > 2)
      #expect(lines.map(\.text).joined(separator: " ") == title)
    }
  }
#endif
