import Yams

/// Reads themes from YAML, node by node, so that every complaint names its line.
public enum ThemeReader {
  private typealias Nodes = YAMLNodes<ThemeProblem>

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
    let nodes = Nodes(text: text, file: file)
    let root = try nodes.mapping(nodes.document(kind: "theme"), "theme")
    try nodes.check(root, allows: ["summary", "appearance", "inherits", "colors", "maps"])
    let inherited = try inherited(root, nodes, parent)
    var appearance = inherited?.appearance
    if inherited == nil || root["appearance"] != nil {
      let node = try nodes.required("appearance", in: root)
      appearance = Theme.Appearance(rawValue: node.string ?? "")
      if appearance == nil { throw nodes.complaint(.unknownAppearance(node.string ?? ""), at: node) }
    }
    let colors = try colors(root, inherited, nodes)
    let maps = try maps(root, inherited, appearance ?? .dark, nodes)
    let summary = root["summary"]?.string ?? inherited?.summary ?? ""
    guard
      let theme = Theme(
        name: name, summary: summary, appearance: appearance ?? .dark, colors: colors, maps: maps)
    else { throw ThemeError(file: file, problem: .missing("colors")) }
    return theme
  }

  private static func inherited(
    _ root: Node.Mapping, _ nodes: Nodes, _ parent: (String) throws(ThemeProblem) -> Theme
  ) throws(ThemeError) -> Theme? {
    guard let node = root["inherits"], node.string != unset else { return nil }
    do throws(ThemeProblem) {
      return try parent(node.string ?? "")
    } catch {
      throw nodes.complaint(error, at: node)
    }
  }

  /// What takes an inherited colour away.
  private static let unset = "none"

  private static func colors(
    _ root: Node.Mapping, _ inherited: Theme?, _ nodes: Nodes
  ) throws(ThemeError) -> [Role: Color] {
    guard let mapping = try section("colors", in: root, isNeeded: inherited == nil, nodes) else {
      return Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, inherited?[$0] ?? .terminalDefault) })
    }
    try nodes.check(mapping, allows: Role.allCases.map(\.name), prefix: "colors.")
    var colors: [Role: Color] = [:]
    for role in Role.allCases {
      if let inherited, mapping[role.name] == nil {
        colors[role] = inherited[role]
        continue
      }
      let node = try nodes.required(role.name, in: mapping, prefix: "colors.")
      colors[role] = node.string == unset ? .terminalDefault : try color(node, key: "colors.\(role.name)", nodes)
    }
    return colors
  }

  private static func maps(
    _ root: Node.Mapping, _ inherited: Theme?, _ appearance: Theme.Appearance, _ nodes: Nodes
  ) throws(ThemeError) -> [ColorMap.Kind: ColorMap] {
    guard let mapping = try section("maps", in: root, isNeeded: inherited == nil, nodes) else {
      return Dictionary(
        uniqueKeysWithValues: ColorMap.Kind.allCases.map { ($0, inherited?[$0] ?? .standard($0, appearance)) })
    }
    try nodes.check(mapping, allows: ColorMap.Kind.allCases.map(\.rawValue), prefix: "maps.")
    var maps: [ColorMap.Kind: ColorMap] = [:]
    for kind in ColorMap.Kind.allCases {
      if let inherited, mapping[kind.rawValue] == nil {
        maps[kind] = inherited[kind]
        continue
      }
      let key = "maps.\(kind.rawValue)"
      let node = try nodes.required(kind.rawValue, in: mapping, prefix: "maps.")
      if node.string == unset {
        maps[kind] = .standard(kind, appearance)
        continue
      }
      guard let stops = node.sequence, stops.count >= 2 else { throw nodes.complaint(.notColors(key), at: node) }
      maps[kind] = ColorMap(
        kind, stops: try stops.map { stop throws(ThemeError) in try color(stop, key: key, nodes) })
    }
    return maps
  }

  /// A section of the file, which may be left out where another theme has it.
  private static func section(
    _ key: String, in root: Node.Mapping, isNeeded: Bool, _ nodes: Nodes
  ) throws(ThemeError) -> Node.Mapping? {
    if !isNeeded, root[key] == nil { return nil }
    return try nodes.mapping(nodes.required(key, in: root), key)
  }

  private static func color(_ node: Node, key: String, _ nodes: Nodes) throws(ThemeError) -> Color {
    let text = node.string ?? ""
    let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit), let hex = UInt32(digits, radix: 16) else {
      throw nodes.complaint(.notAColor(key: key, value: text), at: node)
    }
    return Color(hex: hex)
  }
}
