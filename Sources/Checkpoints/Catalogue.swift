/// The models that the program knows by name: published configs, cut to what positions depend on.
public enum Catalogue {
  /// All names, sorted.
  public static let names: [String] = entries.keys.sorted()

  /// The entry of a name; nil where there is none.
  ///
  ///     try Catalogue.entry(named: "llama-3.1-8b")?.describe()
  public static func entry(named name: String) -> CatalogueEntry? { entries[name] }

  /// Names that resemble a name that is not here, the nearest first, at most three.
  public static func names(near name: String) -> [String] {
    let wanted = name.lowercased()
    let scored = names.map { (distance: Spelling.distance(wanted, $0), name: $0) }
    let near = scored.filter {
      wanted.count > 1 && $0.distance <= max(1, wanted.count / 3) || wanted.count > 2 && $0.name.contains(wanted)
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  private static let entries: [String: CatalogueEntry] = {
    var entries = [String: CatalogueEntry]()
    for (name, text) in EmbeddedCatalogue.all {
      entries[name] = entry(name, bytes: text.withUTF8Buffer(Array.init))
    }
    return entries
  }()

  /// Splits a file of the catalogue into what is said about the model and the config itself.
  private static func entry(_ name: String, bytes: [UInt8]) -> CatalogueEntry {
    let about: Config
    if case .object(let members)? = try? JSON.reading(bytes, path: name).value,
      case .object(let inner)? = members["_about"]
    {
      about = Config(members: inner, path: name)
    } else {
      about = Config(members: [:], path: name)
    }
    return CatalogueEntry(
      name: name, title: (try? about.text("title")) ?? name, year: (try? about.count("year")) ?? 0,
      look: (try? about.text("look")) ?? "", lookInChinese: (try? about.text("look_zh")) ?? "", config: bytes)
  }
}
