public import Screen

extension Exploration {
  /// The screen that this state shows.
  ///
  /// - Parameter shelf: The themes; one that is not there is replaced by the first.
  public func frame(themes shelf: ThemeShelf) -> Frame {
    let frame = drawn(shelf)
    return asciiOnly ? frame.transliterated() : frame
  }

  private func drawn(_ shelf: ThemeShelf) -> Frame {
    guard let theme = shelf[scene.theme] ?? shelf.themes.first else { return Frame(size) }
    let look = Look(theme: theme, depth: depth, asciiOnly: asciiOnly)
    var frame = Frame(size, style: look.style(.text))
    let least = Composition.leastSize
    guard size.rows >= least.rows, size.columns >= least.columns else {
      tooSmall(in: &frame, look)
      return frame
    }
    let places = composition
    TitleBar(exploration: self).draw(in: &frame, places.title, look)
    let page = Area(row: 1, column: 1, rows: size.rows - 2, columns: size.columns - 2)
    switch mode {
    case .help(let first):
      helpPage.draw(in: &frame, page, firstLine: first, look)
    case .description(let first): DescriptionPage(exploration: self).draw(in: &frame, page, firstLine: first, look)
    case .normal, .counting, .command, .palette, .asking:
      for pane in places.panes {
        let lens = pane.view == .code ? CodeLens(firstLine: codeLine) : pane.view.lens
        lens.draw(scene, in: &frame, pane.area, look, language)
        if let spot = scene.spot, spot.marks(pane.view, among: places.panes.map(\.view)) {
          markPane(pane.area, in: &frame, look)
        }
      }
      if let area = places.narration { NarrationPane(exploration: self).draw(in: &frame, area, look) }
    }
    StatusLine(exploration: self).draw(in: &frame, places.status, look)
    suggestions?.draw(in: &frame, above: places.status, leastRow: places.title.endRow, look)
    return frame
  }

  /// What the command line or the palette offers.
  private var suggestions: SuggestionList? {
    switch mode {
    case .command(let editor):
      editor.completion.map {
        SuggestionList(rows: $0.listed.map { ($0.word, $0.meaning) }, chosen: $0.chosen)
      }
    case .palette(let palette):
      palette.matches.isEmpty
        ? SuggestionList(rows: [(language("nothing here fits", "没有符合的条目"), "")], chosen: nil)
        : SuggestionList(rows: palette.matches.map { ($0.title, $0.detail) }, chosen: palette.chosen)
    case .normal, .counting, .help, .description, .asking: nil
    }
  }

  /// How many rows of values one row of a heatmap's cells holds on this screen.
  var valueRowsPerCell: Int { Look.valueRowsPerCell(depth: depth, asciiOnly: asciiOnly) }

  /// Where things stand.
  var composition: Composition {
    let valueRowsPerCell = valueRowsPerCell
    return Composition(
      size: size, views: scene.views, arrangement: scene.arrangement, valueRowsPerCell: valueRowsPerCell,
      telling: telling
    ) { scene.view.lens.snugColumns(scene, in: $0, valueRowsPerCell: valueRowsPerCell) }
  }

  /// A bar of the accent along the left edge of the pane that a lesson speaks of.
  private func markPane(_ area: Area, in frame: inout Frame, _ look: Look) {
    let edge = area.splitColumns(1).left
    frame.fill(edge, with: look.accentBar)
  }

  /// A window of a few cells: one sentence, as much of it as fits.
  private func tooSmall(in frame: inout Frame, _ look: Look) {
    let least = Composition.leastSize
    let text = language(
      "The window is too small: \(least.columns)×\(least.rows) needed.", "窗口太小：至少需要 \(least.columns)×\(least.rows)。")
    for (row, line) in wrapped(text, columns: size.columns).prefix(size.rows).enumerated() {
      frame.write(line, row: row, column: 0, style: look.style(.text))
    }
  }
}
