/// What is chosen in the catalogue view.
public struct CatalogueChoice: Hashable, Sendable {
  /// The page.
  public var page: CataloguePage
  /// Only lines that hold this are listed.
  public var filter: String
  /// The line, from 0 among those listed.
  public var entry: Int

  /// A choice: the first line of all models.
  public init(page: CataloguePage = .models, filter: String = "", entry: Int = 0) {
    (self.page, self.filter, self.entry) = (page, filter, entry)
  }

  /// The lines listed.
  public func lines(in language: Language) -> [CataloguePage.Line] {
    let wanted = filter.lowercased()
    guard !wanted.isEmpty else { return page.lines(in: language) }
    return page.lines(in: language).filter { line in
      [line.year, line.name, line.scheme, line.about].contains { $0.lowercased().contains(wanted) }
    }
  }

  /// The line chosen, held to those listed; `nil` when none is.
  public func line(in language: Language) -> CataloguePage.Line? {
    let lines = lines(in: language)
    return lines.isEmpty ? nil : lines[min(max(0, entry), lines.count - 1)]
  }
}
