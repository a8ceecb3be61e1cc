#if Figures
  import Explorer
  import Export
  import Screen

  extension ViewFigure {
    /// Models or schemes by year; the guide as a table.
    func catalogue() throws(Failure) -> Figure {
      let lines = scene.catalogue.lines(in: language)
      guard !lines.isEmpty else {
        throw Failure(
          .badData,
          language(
            "Nothing here holds «\(visible(scene.catalogue.filter))».", "没有包含“\(visible(scene.catalogue.filter))”的条目。"
          ))
      }
      let years = lines.compactMap { Int($0.year) }
      guard scene.catalogue.page != .guide, years.count == lines.count, let first = years.min(),
        let last = years.max()
      else { return figure([Panel(table: guide(lines))], aspect: 0.6) }
      let points = lines.enumerated().map { index, line in
        PointContent(line.scheme, at: (Double(years[index]), Double(index)), ink: .role(.accent))
      }
      let names = lines.enumerated().map { Axis.Tick(Double($0.offset), $0.element.name) }
      let panel = Panel(
        x: Axis(
          language("year", "年份"), Double(first) - 0.7...Double(last) + 0.7,
          ticks: (first...last).map { Axis.Tick(Double($0), String($0)) }),
        y: Axis("", -0.8...Double(lines.count) - 0.2, isDownward: true, ticks: names), content: .points(points))
      return figure([panel], aspect: 0.2)
    }

    private func guide(_ lines: [CataloguePage.Line]) -> TableContent {
      let rows = lines.flatMap { line in
        [
          [TableContent.Cell(line.name, isBold: true), TableContent.Cell(line.scheme, .accent)],
          [TableContent.Cell(""), TableContent.Cell(line.about, .muted)], [],
        ]
      }
      return TableContent(columns: [.start, .start], rows: rows)
    }
  }
#endif
