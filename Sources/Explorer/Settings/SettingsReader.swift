import Screen
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
  ///
  /// - Throws: All mistakes there are, in the order of the file.
  public func settings() throws(SettingsMistakes) -> Settings {
    var settings = Settings()
    let lines = text.split(whereSeparator: \.isNewline)
    // A file of comments alone is empty.
    guard lines.contains(where: { $0.first { !$0.isWhitespace }.map { $0 != "#" } ?? false }) else { return settings }
    var mistakes: [SettingsError] = []
    do throws(SettingsError) {
      let mapping = try nodes.mapping(try nodes.document(kind: "settings"), "settings")
      let known = ["theme", "lang", "color", "ascii", "mouse", "motion", "keys"]
      for (key, value) in mapping {
        note(&mistakes) { () throws(SettingsError) in try nodes.check([key: value], allows: known) }
      }
      settings.theme = note(&mistakes) { () throws(SettingsError) in
        try choice("theme", in: mapping, among: themes)
      }
      settings.language = note(&mistakes) { () throws(SettingsError) in
        try choice("lang", in: mapping, among: Language.allCases.map(\.rawValue)).flatMap(Language.init(rawValue:))
      }
      settings.color = note(&mistakes) { () throws(SettingsError) in
        try choice("color", in: mapping, among: Settings.colors)
      }
      settings.asciiOnly = note(&mistakes) { () throws(SettingsError) in
        try flag("ascii", in: mapping, on: "yes", off: "no")
      }
      settings.hearsMouse = note(&mistakes) { () throws(SettingsError) in
        try flag("mouse", in: mapping, on: "yes", off: "no")
      }
      settings.reducesMotion = note(&mistakes) { () throws(SettingsError) in
        try flag("motion", in: mapping, on: "reduced", off: "full")
      }
      if let keys = mapping["keys"] { settings.keymap = keymap(try nodes.mapping(keys, "keys"), &mistakes) }
    } catch {
      mistakes.append(error)
    }
    if let mistakes = SettingsMistakes(mistakes) { throw mistakes }
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

  /// What is read, or `nil` and a mistake more.
  private func note<Value>(
    _ mistakes: inout [SettingsError], _ read: () throws(SettingsError) -> Value?
  ) -> Value? {
    do throws(SettingsError) {
      return try read()
    } catch {
      mistakes.append(error)
      return nil
    }
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
  private func keymap(_ wishes: Node.Mapping, _ mistakes: inout [SettingsError]) -> Keymap {
    var bindings = Keymap.standard.bindings
    var places: [String: Node] = [:]
    for (name, value) in wishes {
      let wish = name.string ?? ""
      do throws(SettingsError) {
        try bind(wish, at: name, to: value, in: &bindings)
        places[wish] = value
      } catch {
        mistakes.append(error)
      }
    }
    mistakes += conflicts(bindings, places)
    return Keymap(bindings: bindings)
  }

  private func bind(
    _ wish: String, at name: Node, to value: Node, in bindings: inout [Binding]
  ) throws(SettingsError) {
    let index = bindings.firstIndex { $0.name == wish }
    guard index != nil || wish.hasPrefix(":") else {
      let known = bindings.map(\.name)
      throw nodes.complaint(
        .file(.unknownKey("keys." + wish, nearest: nearestName(to: wish, among: known))), at: name)
    }
    let keys = try keys(value, of: wish)
    if let index {
      bindings[index] = bindings[index].bound(to: keys)
    } else {
      bindings.append(Binding(command: wish, keys: keys, action: try action(wish, at: name)))
    }
  }

  private func action(_ line: String, at node: Node) throws(SettingsError) -> Action {
    do throws(CommandParser.Refusal) {
      if let action = try CommandParser.parse(String(line.dropFirst()), themes: themes) { return action }
    } catch {
      throw nodes.complaint(.command(line, error.notice), at: node)
    }
    throw nodes.complaint(.file(.unknownKey("keys." + line, nearest: nil)), at: node)
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

  /// One key for two things; the complaint stands where the file says so.
  private func conflicts(_ bindings: [Binding], _ places: [String: Node]) -> [SettingsError] {
    // While a lesson is played its keys come first: they may be those of other things.
    conflicts(among: bindings.filter { $0.chapter == .lesson }, places)
      + conflicts(among: bindings.filter { $0.chapter != .lesson }, places)
  }

  private func conflicts(among bindings: [Binding], _ places: [String: Node]) -> [SettingsError] {
    var owners: [Key: Binding] = [:]
    var found: [SettingsError] = []
    for binding in bindings {
      for key in binding.keys {
        guard let owner = owners.updateValue(binding, forKey: key), owner.name != binding.name,
          let place = places[binding.name] ?? places[owner.name]
        else { continue }
        let problem = SettingsProblem.boundTwice(
          key: key.name(asciiOnly: true), first: owner.name, second: binding.name)
        found.append(nodes.complaint(problem, at: place))
      }
    }
    return found
  }
}
