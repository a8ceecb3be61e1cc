public import Screen
import Yams

/// Reads `config.yaml`, node by node, so that every complaint names its line.
///
///     theme: paper
///     lang: zh
///     keys:
///       next-row: [Down, j]
///       quit: Ctrl-Q
///       ":view dials": F2
public struct SettingsReader {
  private typealias Nodes = YAMLNodes<SettingsProblem>
  private let text: String
  private let nodes: Nodes
  private let themes: [String]

  /// A reader of one file.
  ///
  /// - Parameters:
  ///   - text: What stands in it.
  ///   - file: The path to name in a complaint.
  ///   - themes: The themes there are.
  public init(_ text: String, file: String, themes: [String]) {
    (self.text, nodes, self.themes) = (text, YAMLNodes(text: text, file: file), themes)
  }

  /// The settings of the file; those that it does not name are left open.
  public func settings() throws(SettingsError) -> Settings {
    var settings = Settings()
    let lines = text.split(whereSeparator: \.isNewline)
    // A file of comments alone is empty.
    guard lines.contains(where: { $0.first { !$0.isWhitespace }.map { $0 != "#" } ?? false }) else { return settings }
    let root = try nodes.document(kind: "settings")
    let mapping = try nodes.mapping(root, "settings")
    try nodes.check(mapping, allows: ["theme", "lang", "color", "ascii", "mouse", "motion", "keys"])
    settings.theme = try choice("theme", in: mapping, among: themes)
    settings.language = try choice("lang", in: mapping, among: Language.allCases.map(\.rawValue)).flatMap(
      Language.init(rawValue:))
    settings.color = try choice("color", in: mapping, among: Settings.colors)
    settings.asciiOnly = try flag("ascii", in: mapping, on: "yes", off: "no")
    settings.hearsMouse = try flag("mouse", in: mapping, on: "yes", off: "no")
    settings.reducesMotion = try flag("motion", in: mapping, on: "reduced", off: "full")
    if let keys = mapping["keys"] { settings.keymap = try keymap(try nodes.mapping(keys, "keys")) }
    return settings
  }

  /// The language that a line of the text settles, whatever is wrong in the others: it is what the complaint is said in.
  public var language: Language? {
    for line in text.split(whereSeparator: \.isNewline) {
      if let match = line.wholeMatch(of: /lang:\s+["']?(\w+)["']?\s*(#.*)?/) {
        return Language(rawValue: String(match.1))
      }
    }
    return nil
  }

  private func choice(_ key: String, in mapping: Node.Mapping, among known: [String]) throws(SettingsError) -> String?
  {
    guard let node = mapping[key] else { return nil }
    let value = node.scalar?.string ?? ""
    guard known.contains(value) else {
      throw nodes.complaint(
        .unknownValue(key: key, value: value, nearest: nearestName(to: value, among: known), known: known), at: node)
    }
    return value
  }

  private func flag(_ key: String, in mapping: Node.Mapping, on: String, off: String) throws(SettingsError) -> Bool? {
    guard let node = mapping[key] else { return nil }
    if on == "yes", let truth = node.bool { return truth }
    return try choice(key, in: mapping, among: [on, off]) == on
  }

  /// The standard keys with those of the file in their place.
  private func keymap(_ wishes: Node.Mapping) throws(SettingsError) -> Keymap {
    var bindings = Keymap.standard.bindings
    var places: [String: Node] = [:]
    for (name, value) in wishes {
      let wish = name.string ?? ""
      let keys = try keys(value, of: wish)
      places[wish] = value
      if let index = bindings.firstIndex(where: { $0.name == wish }) {
        bindings[index] = bindings[index].bound(to: keys)
      } else if wish.hasPrefix(":") {
        bindings.append(Binding(command: wish, keys: keys, action: try action(wish, at: name)))
      } else {
        let known = bindings.map(\.name)
        throw nodes.complaint(.unknownKey("keys." + wish, nearest: nearestName(to: wish, among: known)), at: name)
      }
    }
    try checkConflicts(bindings, places)
    return Keymap(bindings: bindings)
  }

  private func action(_ line: String, at node: Node) throws(SettingsError) -> Action {
    do throws(CommandParser.Refusal) {
      if let action = try CommandParser.parse(String(line.dropFirst()), themes: themes) { return action }
    } catch {
      throw nodes.complaint(.command(line, error.notice), at: node)
    }
    throw nodes.complaint(.unknownKey("keys." + line, nearest: nil), at: node)
  }

  /// One key, a list of them, or `none`.
  private func keys(_ node: Node, of wish: String) throws(SettingsError) -> [Key] {
    if let sequence = node.sequence {
      var keys: [Key] = []
      for item in sequence { keys.append(try key(item)) }
      return keys
    }
    if node.scalar?.string == "none" { return [] }
    return [try key(node)]
  }

  private func key(_ node: Node) throws(SettingsError) -> Key {
    let name = node.scalar?.string ?? ""
    guard let key = Key(named: name) else { throw nodes.complaint(.notAKey(name), at: node) }
    if case .character(let scalar) = key.code, key.modifiers == [], ("1"..."9").contains(scalar) {
      throw nodes.complaint(.digit(name), at: node)
    }
    return key
  }

  /// Refuses one key for two things; the complaint stands where the file says so.
  private func checkConflicts(_ bindings: [Binding], _ places: [String: Node]) throws(SettingsError) {
    // While a lesson is played its keys come first: they may be those of other things.
    try checkConflicts(among: bindings.filter { $0.chapter == .lesson }, places)
    try checkConflicts(among: bindings.filter { $0.chapter != .lesson }, places)
  }

  private func checkConflicts(among bindings: [Binding], _ places: [String: Node]) throws(SettingsError) {
    var owners: [Key: Binding] = [:]
    for binding in bindings {
      for key in binding.keys {
        guard let owner = owners.updateValue(binding, forKey: key), owner.name != binding.name else { continue }
        guard let place = places[binding.name] ?? places[owner.name] else { continue }
        throw nodes.complaint(
          .boundTwice(key: key.name(asciiOnly: true), first: owner.name, second: binding.name), at: place)
      }
    }
  }
}
