import Checkpoints
import Encodings
import Screen

/// Models, a timeline of the schemes, and which to use for what: lines to choose from and to open.
struct CatalogueLens: Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language) {
    let choice = scene.catalogue
    let lines = choice.lines(in: language)
    let filter =
      choice.filter.isEmpty
      ? "" : language("   holding «\(visible(choice.filter))»", "   含“\(visible(choice.filter))”")
    let pane = PaneFrame(
      heading: language("catalogue", "模型库") + "   " + name(of: choice.page, language) + filter,
      detail: language(
        "\(lines.count) of \(choice.page.lines(in: language).count)",
        "\(lines.count) / \(choice.page.lines(in: language).count)"),
      check: check(language))
    let inside = pane.draw(in: &frame, area, look, language)
    guard !lines.isEmpty else {
      explain(nothing(choice, language), in: &frame, inside, look)
      return
    }
    let chosen = min(max(0, choice.entry), lines.count - 1)
    if drawWhole(lines, chosen: chosen, in: &frame, inside, look) { return }
    let about = about(lines[chosen], inside)
    let (list, foot) = inside.splitRows(max(1, inside.rows - about.count - 1))
    draw(lines, chosen: chosen, isDense: choice.page == .guide, in: &frame, list, look)
    for (index, text) in about.enumerated() where index + 1 < foot.rows {
      frame.write(
        text, row: foot.row + 1 + index, column: foot.column, style: look.style(.text, on: .panel), in: foot)
    }
  }

  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account {
    let choice = scene.catalogue
    let lines = choice.lines(in: language)
    guard let line = choice.line(in: language) else {
      return Account(nothing(choice, language), check: check(language))
    }
    let (number, page) = (min(max(0, choice.entry), lines.count - 1) + 1, name(of: choice.page, language))
    let year = line.year.isEmpty ? "" : language(" (\(line.year))", "（\(line.year)）")
    return Account(
      language(
        "Page \(page), line \(number) of \(lines.count): \(line.name)\(year), \(line.scheme).",
        "“\(page)”页，第 \(number) / \(lines.count) 行：\(line.name)\(year)，\(line.scheme)。"), line.about,
      check: check(language))
  }

  private func check(_ language: Language) -> PaneFrame.Check {
    let known = CataloguePage.described
    return .init(
      identity: language("models listed − configs read", "列出的模型 − 读懂的配置"),
      short: language("listed − read", "列出 − 读懂"),
      residual: Double(known.count - known.count { $0.model != nil }), limit: 0)
  }

  private func nothing(_ choice: CatalogueChoice, _ language: Language) -> String {
    language(
      "Nothing here holds «\(visible(choice.filter))»; :filter alone lists all.",
      "没有包含“\(visible(choice.filter))”的条目；单独输入 :filter 列出全部。")
  }

  private func name(of page: CataloguePage, _ language: Language) -> String {
    switch page {
    case .models: language("models", "模型")
    case .timeline: language("timeline", "时间线")
    case .guide: language("which to use", "如何选择")
    }
  }

  /// Columns by which what should be known stands in.
  private static let indent = 4

  /// What should be known about each line, wrapped; `nil` where there is no room for all of it.
  private func wholeTexts(_ lines: [CataloguePage.Line], in area: Area) -> [[String]]? {
    let texts = lines.map { wrapped($0.about, columns: max(1, area.columns - Self.indent)) }
    return texts.reduce(0, { $0 + $1.count + 1 }) <= area.rows ? texts : nil
  }

  /// What should be known about the line chosen, below the list.
  private func about(_ line: CataloguePage.Line, _ inside: Area) -> [String] {
    Array(wrapped(line.about, columns: max(1, inside.columns)).prefix(3))
  }

  /// The first line listed, so that the chosen one is in sight.
  private static func first(of count: Int, chosen: Int, rows: Int) -> Int {
    max(0, min(chosen - rows / 2, count - rows))
  }

  func target(
    at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language
  ) -> Target? {
    let lines = scene.catalogue.lines(in: language)
    let inside = PaneFrame.inside(area, hasCheck: true)
    guard !lines.isEmpty, inside.contains(row: place.row, column: place.column) else { return nil }
    let chosen = min(max(0, scene.catalogue.entry), lines.count - 1)
    let row = place.row - inside.row
    var entry: Int?
    if let texts = wholeTexts(lines, in: inside) {
      var end = 0
      entry = texts.firstIndex { text in
        end += text.count + 1
        return row < end
      }
    } else {
      let rows = max(1, inside.rows - about(lines[chosen], inside).count - 1)
      let listed = Self.first(of: lines.count, chosen: chosen, rows: rows) + row
      entry = row < rows && listed < lines.count ? listed : nil
    }
    return entry.map { Target(reading: "\(lines[$0].name)   \(lines[$0].scheme)", entry: $0) }
  }

  /// All lines with what should be known about each, where there is room for that.
  /// - Returns: Whether there was.
  private func drawWhole(
    _ lines: [CataloguePage.Line], chosen: Int, in frame: inout Frame, _ area: Area, _ look: Look
  ) -> Bool {
    guard let texts = wholeTexts(lines, in: area) else { return false }
    let nameWidth = (lines.map { Screen.columns(of: $0.name) }.max() ?? 0) + 2
    var row = area.row
    for (index, (line, text)) in zip(lines, texts).enumerated() {
      let role: Role = index == chosen ? .accent : .text
      if index == chosen {
        frame.write("▸", row: row, column: area.column, style: look.style(.accent, on: .panel, .bold), in: area)
      }
      var column = area.column + 2
      if !line.year.isEmpty {
        column = frame.write(
          line.year + "  ", row: row, column: column, style: look.style(.muted, on: .panel), in: area)
      }
      frame.write(line.name, row: row, column: column, style: look.style(role, on: .panel, .bold), in: area)
      frame.write(line.scheme, row: row, column: column + nameWidth, style: look.style(role, on: .panel), in: area)
      for (offset, words) in text.enumerated() {
        frame.write(
          words, row: row + 1 + offset, column: area.column + Self.indent, style: look.style(.muted, on: .panel),
          in: area)
      }
      row += text.count + 1
    }
    return true
  }

  /// Year, name and scheme in columns; a year stands beside its first line alone.
  private func draw(
    _ lines: [CataloguePage.Line], chosen: Int, isDense: Bool, in frame: inout Frame, _ area: Area, _ look: Look
  ) {
    let first = Self.first(of: lines.count, chosen: chosen, rows: area.rows)
    let yearWidth = isDense ? 0 : 6
    let nameWidth = min(
      (lines.map { Screen.columns(of: $0.name) }.max() ?? 0) + 2, max(0, area.columns - yearWidth - 2) * 3 / 5)
    for (offset, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      let (row, index) = (area.row + offset, first + offset)
      let isChosen = index == chosen
      let start = area.column + 2
      if isChosen {
        frame.write("▸", row: row, column: area.column, style: look.style(.accent, on: .panel, .bold), in: area)
      }
      if offset == 0 || lines[index - 1].year != line.year {
        frame.write(line.year, row: row, column: start, style: look.style(.muted, on: .panel), in: area)
      }
      let name = Area(row: row, column: start + yearWidth, rows: 1, columns: nameWidth - 1)
      frame.write(
        shortened(line.name, columns: name.columns), row: row, column: name.column,
        style: look.style(isChosen ? .accent : .text, on: .panel, isChosen ? .bold : []), in: name)
      frame.write(
        line.scheme, row: row, column: start + yearWidth + nameWidth,
        style: look.style(isChosen ? .accent : .muted, on: .panel), in: area)
      if start + yearWidth + nameWidth + Screen.columns(of: line.scheme) > area.endColumn {
        frame.write("…", row: row, column: area.endColumn - 1, style: look.style(.muted, on: .panel), in: area)
      }
    }
  }
}
