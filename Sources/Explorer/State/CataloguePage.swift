import Checkpoints

/// What the catalogue view lists.
public enum CataloguePage: String, Hashable, Sendable, CaseIterable {
  /// The models by year, with their schemes.
  case models
  /// The schemes and extensions by year.
  case timeline
  /// Which encoding for what need.
  case guide

  /// One line of a page.
  public struct Line: Hashable, Sendable {
    /// The year, or the number of the need.
    public let year: String
    /// The model, the scheme, or the need.
    public let name: String
    /// The scheme in a few words.
    public let scheme: String
    /// What should be known, in sentences.
    public let about: String
    /// The model of the catalogue that shows it; `nil` where none does.
    public let model: String?
  }

  /// The lines of a page.
  public func lines(in language: Language) -> [Line] { Self.pages[language]?[self] ?? [] }

  /// All pages in all languages, written once.
  private static let pages = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { language in
      (language, [Self.models: models(language), .timeline: timeline(language), .guide: guide(language)])
    })

  /// The catalogue's models with what their configs say, oldest first; `nil` for a config that cannot be read.
  static let described: [(entry: CatalogueEntry, model: ModelDescription?)] =
    Catalogue.names.compactMap(Catalogue.entry(named:)).sorted { ($0.year, $0.name) < ($1.year, $1.name) }
    .map { ($0, try? $0.describe()) }

  private static func models(_ language: Language) -> [Line] {
    described.map { entry, model in
      var schemes: [String] = []
      for group in model?.groups ?? [] {
        let scheme = language.summary(of: group.encoding)
        if !schemes.contains(scheme) { schemes.append(scheme) }
      }
      let others = schemes.count > 1 ? language(" and \(schemes.count - 1) more", " 等 \(schemes.count) 种") : ""
      return Line(
        year: String(entry.year), name: entry.name, scheme: (schemes.first ?? "") + others,
        about: entry.title + language(": ", "：") + language(entry.look, entry.lookInChinese), model: entry.name)
    }
  }
}
