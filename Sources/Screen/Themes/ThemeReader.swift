import Yams

/// Reads themes from YAML, node by node, so that every complaint names its line.
public enum ThemeReader {
  /// Reads the text of one theme file.
  ///
  /// - Parameters:
  ///   - text: YAML with the keys `summary`, `appearance`, `colors` (every `Role`) and `maps` (every kind of map: at
  ///     least two colours).
  ///   - name: The theme's name: its file's without extension.
  ///   - file: The path to name in a complaint.
  public static func read(_ text: String, name: String, file: String) throws(ThemeError) -> Theme {
    let root = try mapping(document(text, file: file), "theme", file)
    try check(root, allows: ["summary", "appearance", "colors", "maps"], file)
    let appearanceNode = try required("appearance", in: root, file)
    guard let appearance = Theme.Appearance(rawValue: appearanceNode.string ?? "") else {
      throw complaint(.unknownAppearance(appearanceNode.string ?? ""), at: appearanceNode, file)
    }
    let colorsNode = try mapping(required("colors", in: root, file), "colors", file)
    try check(colorsNode, allows: Role.allCases.map(\.name), prefix: "colors.", file)
    var colors: [Role: Color] = [:]
    for role in Role.allCases {
      let node = try required(role.name, in: colorsNode, prefix: "colors.", file)
      colors[role] = try color(node, key: "colors.\(role.name)", file)
    }
    let mapsNode = try mapping(required("maps", in: root, file), "maps", file)
    try check(mapsNode, allows: ColorMap.Kind.allCases.map(\.rawValue), prefix: "maps.", file)
    var maps: [ColorMap.Kind: ColorMap] = [:]
    for kind in ColorMap.Kind.allCases {
      let key = "maps.\(kind.rawValue)"
      let node = try required(kind.rawValue, in: mapsNode, prefix: "maps.", file)
      guard let stops = node.sequence, stops.count >= 2 else { throw complaint(.notColors(key), at: node, file) }
      maps[kind] = ColorMap(
        kind, stops: try stops.map { stop throws(ThemeError) in try color(stop, key: key, file) })
    }
    let summary = root["summary"]?.string ?? ""
    guard
      let theme = Theme(name: name, summary: summary, appearance: appearance, colors: colors, maps: maps)
    else { throw ThemeError(file: file, line: nil, column: nil, problem: .missing("colors")) }
    return theme
  }

  private static func document(_ text: String, file: String) throws(ThemeError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text) else {
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
