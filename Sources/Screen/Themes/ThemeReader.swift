import Yams

/// Reads themes from YAML, node by node, so that every complaint names its line.
public enum ThemeReader {
  private typealias Nodes = YAMLNodes<ThemeProblem>

  /// Reads the text of one theme file.
  ///
  /// - Parameters:
  ///   - text: YAML with the keys `summary`, `summary-zh`, `appearance`, `inherits` (another theme's name), `colors`
  ///     (every `Role`) and `maps` (every kind of map: at least two colours). What another theme has may be left out;
  ///     `none` takes it away: a colour is then the terminal's own, a map that of the built-in theme of the same
  ///     appearance.
  ///   - name: The theme's name: its file's without extension.
  ///   - file: The path to name in a complaint.
  ///   - parent: Reads the theme to inherit from.
  public static func read(
    _ text: String, name: String, file: String, parent: (String) throws(ThemeProblem) -> Theme
  ) throws(ThemeError) -> Theme {
    let nodes = Nodes(text: text, file: file)
    let root = try nodes.mapping(nodes.document(kind: "theme"), "theme")
    try nodes.check(root, allows: ["summary", "summary-zh", "appearance", "inherits", "colors", "maps"])
    let inherited = try inherited(root, nodes, parent)
    var appearance = inherited?.appearance
    if inherited == nil || root["appearance"] != nil {
      let node = try nodes.required("appearance", in: root)
      appearance = Theme.Appearance(rawValue: node.string ?? "")
      if appearance == nil { throw nodes.complaint(.unknownAppearance(node.string ?? ""), at: node) }
    }
    let chosen = appearance ?? .dark
    let colors = try section("colors", in: root, allows: Role.allCases.map(\.name), isNeeded: inherited == nil, nodes)
    let maps = try section(
      "maps", in: root, allows: ColorMap.Kind.allCases.map(\.rawValue), isNeeded: inherited == nil, nodes)
    return try Theme(
      name: name, summary: root["summary"]?.string ?? inherited?.summary ?? "",
      chineseSummary: root["summary-zh"]?.string ?? (root["summary"] == nil ? inherited?.chineseSummary : nil),
      appearance: chosen,
      color: { role throws(ThemeError) in try color(of: role, in: colors, inherited, nodes) },
      map: { kind throws(ThemeError) in try map(of: kind, in: maps, inherited, chosen, nodes) })
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

  /// The colour of a role: that of the section, else the inherited one.
  private static func color(
    of role: Role, in section: Node.Mapping?, _ inherited: Theme?, _ nodes: Nodes
  ) throws(ThemeError) -> Color {
    if let inherited, section?[role.name] == nil { return inherited[role] }
    guard let section else { return .terminalDefault }
    let node = try nodes.required(role.name, in: section, prefix: "colors.")
    return node.string == unset ? .terminalDefault : try color(node, key: "colors.\(role.name)", nodes)
  }

  /// The map of a kind: that of the section, else the inherited one.
  private static func map(
    of kind: ColorMap.Kind, in section: Node.Mapping?, _ inherited: Theme?, _ appearance: Theme.Appearance,
    _ nodes: Nodes
  ) throws(ThemeError) -> ColorMap {
    if let inherited, section?[kind.rawValue] == nil { return inherited[kind] }
    guard let section else { return .standard(kind, appearance) }
    let key = "maps.\(kind.rawValue)"
    let node = try nodes.required(kind.rawValue, in: section, prefix: "maps.")
    if node.string == unset { return .standard(kind, appearance) }
    guard let stops = node.sequence, stops.count >= 2 else { throw nodes.complaint(.notColors(key), at: node) }
    let colors = try stops.map { stop throws(ThemeError) in try color(stop, key: key, nodes) }
    switch kind {
    case .cyclic where colors.first != colors.last: throw nodes.complaint(.notARing(key), at: node)
    case .diverging where colors.count.isMultiple(of: 2): throw nodes.complaint(.noMiddle(key), at: node)
    case .sequential, .diverging, .cyclic: return ColorMap(kind, stops: colors)
    }
  }

  /// A section of the file, which may be left out where another theme has it.
  private static func section(
    _ key: String, in root: Node.Mapping, allows names: [String], isNeeded: Bool, _ nodes: Nodes
  ) throws(ThemeError) -> Node.Mapping? {
    if !isNeeded, root[key] == nil { return nil }
    let mapping = try nodes.mapping(nodes.required(key, in: root), key)
    try nodes.check(mapping, allows: names, prefix: "\(key).")
    return mapping
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
