import Yams

/// Reads themes from YAML, node by node, so that every complaint names its line.
public enum ThemeReader {
  /// Reads the text of one theme file.
  ///
  /// - Parameters:
  ///   - text: YAML with the keys `summary`, `appearance`, `inherits` (another theme's name), `colors` (every `Role`) and
  ///     `maps` (every kind of map: at least two colours). What another theme has may be left out; `none` takes it away:
  ///     a colour is then the terminal's own, a map that of the built-in theme of the same appearance.
  ///   - name: The theme's name: its file's without extension.
  ///   - file: The path to name in a complaint.
  ///   - parent: Reads the theme to inherit from.
  public static func read(
    _ text: String, name: String, file: String, parent: (String) throws(ThemeProblem) -> Theme
  ) throws(ThemeError) -> Theme {
    let root = try mapping(document(text, file: file), "theme", file)
    try check(root, allows: ["summary", "appearance", "inherits", "colors", "maps"], file)
    let inherited = try inherited(root, file, parent)
    var appearance = inherited?.appearance
    if inherited == nil || root["appearance"] != nil {
      let node = try required("appearance", in: root, file)
      appearance = Theme.Appearance(rawValue: node.string ?? "")
      if appearance == nil { throw complaint(.unknownAppearance(node.string ?? ""), at: node, file) }
    }
    let colors = try colors(root, inherited, file)
    let maps = try maps(root, inherited, appearance ?? .dark, file)
    let summary = root["summary"]?.string ?? inherited?.summary ?? ""
    guard
      let theme = Theme(
        name: name, summary: summary, appearance: appearance ?? .dark, colors: colors, maps: maps)
    else { throw ThemeError(file: file, line: nil, column: nil, problem: .missing("colors")) }
    return theme
  }

  private static func inherited(
    _ root: Node.Mapping, _ file: String, _ parent: (String) throws(ThemeProblem) -> Theme
  ) throws(ThemeError) -> Theme? {
    guard let node = root["inherits"], node.string != unset else { return nil }
    do throws(ThemeProblem) {
      return try parent(node.string ?? "")
    } catch {
      throw complaint(error, at: node, file)
    }
  }

  /// What takes an inherited colour away.
  private static let unset = "none"

  private static func colors(
    _ root: Node.Mapping, _ inherited: Theme?, _ file: String
  ) throws(ThemeError) -> [Role: Color] {
    guard let mapping = try section("colors", in: root, isNeeded: inherited == nil, file) else {
      return Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, inherited?[$0] ?? .terminalDefault) })
    }
    try check(mapping, allows: Role.allCases.map(\.name), prefix: "colors.", file)
    var colors: [Role: Color] = [:]
    for role in Role.allCases {
      if let inherited, mapping[role.name] == nil {
        colors[role] = inherited[role]
        continue
      }
      let node = try required(role.name, in: mapping, prefix: "colors.", file)
      colors[role] = node.string == unset ? .terminalDefault : try color(node, key: "colors.\(role.name)", file)
    }
    return colors
  }

  private static func maps(
    _ root: Node.Mapping, _ inherited: Theme?, _ appearance: Theme.Appearance, _ file: String
  ) throws(ThemeError) -> [ColorMap.Kind: ColorMap] {
    guard let mapping = try section("maps", in: root, isNeeded: inherited == nil, file) else {
      return Dictionary(
        uniqueKeysWithValues: ColorMap.Kind.allCases.map { ($0, inherited?[$0] ?? .standard($0, appearance)) })
    }
    try check(mapping, allows: ColorMap.Kind.allCases.map(\.rawValue), prefix: "maps.", file)
    var maps: [ColorMap.Kind: ColorMap] = [:]
    for kind in ColorMap.Kind.allCases {
      if let inherited, mapping[kind.rawValue] == nil {
        maps[kind] = inherited[kind]
        continue
      }
      let key = "maps.\(kind.rawValue)"
      let node = try required(kind.rawValue, in: mapping, prefix: "maps.", file)
      if node.string == unset {
        maps[kind] = .standard(kind, appearance)
        continue
      }
      guard let stops = node.sequence, stops.count >= 2 else { throw complaint(.notColors(key), at: node, file) }
      maps[kind] = ColorMap(
        kind, stops: try stops.map { stop throws(ThemeError) in try color(stop, key: key, file) })
    }
    return maps
  }

  /// A section of the file, which may be left out where another theme has it.
  private static func section(
    _ key: String, in root: Node.Mapping, isNeeded: Bool, _ file: String
  ) throws(ThemeError) -> Node.Mapping? {
    if !isNeeded, root[key] == nil { return nil }
    return try mapping(required(key, in: root, file), key, file)
  }

  private static func document(_ text: String, file: String) throws(ThemeError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else {
        throw ThemeError(file: file, line: 1, column: 1, problem: .notAMapping("theme"))
      }
      return node
    } catch let error as ThemeError {
      throw error
    } catch let error as YamlError {
      throw syntax(error, file)
    } catch {
      throw ThemeError(file: file, line: nil, column: nil, problem: .syntax("\(error)"))
    }
  }

  private static func syntax(_ error: YamlError, _ file: String) -> ThemeError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ThemeError(file: file, line: mark.line, column: mark.column, problem: .syntax(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      ThemeError(
        file: file, line: context.mark.line, column: context.mark.column,
        problem: .syntax("duplicate key \(duplicates.first ?? "")"))
    default: ThemeError(file: file, line: nil, column: nil, problem: .syntax("\(error)"))
    }
  }

  private static func complaint(_ problem: ThemeError.Problem, at node: Node, _ file: String) -> ThemeError {
    ThemeError(file: file, line: node.mark?.line, column: node.mark?.column, problem: problem)
  }

  private static func mapping(_ node: Node, _ key: String, _ file: String) throws(ThemeError) -> Node.Mapping {
    guard let mapping = node.mapping else { throw complaint(.notAMapping(key), at: node, file) }
    return mapping
  }

  private static func required(
    _ key: String, in mapping: Node.Mapping, prefix: String = "", _ file: String
  ) throws(ThemeError) -> Node {
    guard let node = mapping[key] else {
      throw ThemeError(
        file: file, line: mapping.mark?.line, column: mapping.mark?.column, problem: .missing(prefix + key))
    }
    return node
  }

  private static func check(
    _ mapping: Node.Mapping, allows keys: [String], prefix: String = "", _ file: String
  ) throws(ThemeError) {
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      let nearest = nearestName(to: key.string ?? "", among: keys).map { prefix + $0 }
      throw complaint(.unknownKey(prefix + (key.string ?? ""), nearest: nearest), at: key, file)
    }
  }

  private static func color(_ node: Node, key: String, _ file: String) throws(ThemeError) -> Color {
    let text = node.string ?? ""
    let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let hex = UInt32(digits, radix: 16) else {
      throw complaint(.notAColor(key: key, value: text), at: node, file)
    }
    return Color(hex: hex)
  }
}
