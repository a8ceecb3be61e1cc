import Screen

extension Exploration {
  /// Moves the choice in the catalogue.
  /// - Returns: Whether the action is one that moves it.
  mutating func browse(_ action: Action) -> Bool {
    let count = scene.catalogue.lines(in: language).count
    let current = min(max(0, scene.catalogue.entry), max(0, count - 1))
    let next: Int
    switch action {
    case .moveRows(let rows), .movePosition(let rows): next = current + min(max(rows, -count), count)
    case .movePages(let pages): next = current + min(max(pages, -count), count) * max(1, size.rows - 8)
    case .setPosition(0): next = 0
    case .moveToEnd: next = count - 1
    default: return false
    }
    change(.position) { $0.catalogue.entry = min(max(0, next), max(0, count - 1)) }
    return true
  }

  /// Scrolls the code that does not fit.
  /// - Returns: Whether the action is one that scrolls it.
  mutating func scrollCode(_ action: Action) -> Bool {
    guard let pane = composition.panes.first(where: { $0.view == .code }) else { return false }
    let last = CodeLens.lastFirstLine(scene, in: pane.area, valueRowsPerCell: valueRowsPerCell, language)
    guard last > 0 else { return false }
    let steps: Int
    switch action {
    case .moveRows(let rows): steps = min(max(rows, -last), last)
    case .movePages(let pages): steps = min(max(pages, -last), last) * max(1, pane.area.rows - 4)
    default: return false
    }
    codeLine = min(max(0, min(codeLine, last) + steps), last)
    return true
  }

  /// Puts the whole program of the code view into the clipboard.
  mutating func copyCode() -> [Effect] {
    let pane = composition.panes.first { $0.view == .code } ?? composition.panes.first
    let snippet = CodeLens.snippet(
      scene, in: pane?.area ?? Area(size), valueRowsPerCell: valueRowsPerCell, language)
    notice = .copiedCode(lines: snippet.lines.count)
    return [.copy(snippet.text)]
  }

  /// Lists what holds a text, on the page there is.
  mutating func filter(_ text: String) {
    change(.other) { scene in
      scene.view = .catalogue
      (scene.catalogue.filter, scene.catalogue.entry) = (text, 0)
    }
  }

  /// Turns to a page of the catalogue.
  mutating func turnPage(to page: CataloguePage) {
    change(.other) { scene in
      scene.view = .catalogue
      scene.catalogue = CatalogueChoice(page: page, filter: scene.catalogue.filter)
    }
  }

  /// Opens the model of the line chosen; a line without one says so.
  mutating func openChosen() -> [Effect] {
    guard let line = scene.catalogue.line(in: language) else { return [] }
    guard let model = line.model else {
      notice = .noExample(line.scheme)
      return []
    }
    return [.open(model)]
  }
}
