import Checkpoints
import Encodings
import Explorer
import Export
import Screen

/// Every parameter of a scene: what a picture's file and a figure's caption say of it.
struct SceneFacts {
  let scene: Scene

  /// The scheme with its parameters, as `data` writes them but for what follows from them; then what is looked at.
  var members: [(key: String, value: JSONValue)] {
    let group = scene.subject.group(scene.group)
    var members: [(key: String, value: JSONValue)] = [
      ("view", .text(scene.view.rawValue)), ("source", scene.subject.argument.map(JSONValue.text) ?? .null),
    ]
    if case .object(let facts) = GroupJSON.value(name: group?.name ?? "all", group: group, encoding: scene.encoding) {
      members += facts.filter { $0.key != "inv_freq" && $0.value != .null }
    }
    members.append(("position", .whole(scene.position)))
    members.append(("second", .whole(scene.secondPosition)))
    if scene.cursorCount > 0 { members.append(("pair", .whole(scene.pair))) }
    if let count = scene.window.count {
      members.append(("positions", .text("\(scene.window.start):\(scene.window.start + count)")))
    }
    if let columns = scene.columns {
      members.append(("columns", .text("\(columns.lowerBound):\(columns.upperBound)")))
    }
    members += [
      ("component", .text(scene.component.rawValue)), ("head", .whole(scene.head)),
      ("measure", .text(scene.measure.rawValue)),
    ]
    if [.attention, .pipeline].contains(scene.view) {
      members.append(("sentence", scene.sentence.map { .text($0.text) } ?? .null))
    }
    if scene.view == .attention { members.append(("causal", .flag(scene.isCausal))) }
    if scene.view == .pipeline { members.append(("shift", .whole(scene.shift))) }
    if let reach = scene.reach { members.append(("target", .whole(reach.targetLength))) }
    return members
  }

  /// Every parameter that the view depends on, for people: «scheme rope · base 500000 · scaling type llama3, factor 8».
  var caption: String {
    let strangers = Self.strangers[scene.view] ?? []
    return members.filter { !strangers.contains($0.key) && $0.value != .text("all") }.compactMap(Self.phrase)
      .joined(separator: " · ")
  }

  /// What a view does not look at.
  private static let strangers: [ViewName: Set<String>] = [
    .heatmap: ["position", "second", "pair", "head", "measure", "target"],
    .dials: ["pair", "positions", "columns", "component", "head", "measure", "target"],
    .waves: ["position", "second", "columns", "component", "head", "measure", "target"],
    .spectrum: ["position", "second", "pair", "positions", "columns", "component", "head", "measure"],
    .reach: ["position", "second", "pair", "positions", "columns", "component", "head", "measure"],
    .similarity: ["position", "second", "pair", "columns", "component", "head", "target"],
    .bias: ["position", "second", "pair", "columns", "component", "measure", "target"],
  ]

  private static func phrase(_ member: (key: String, value: JSONValue)) -> String? {
    func words(_ value: JSONValue) -> String? {
      switch value {
      case .null: nil
      case .flag(let flag): "\(flag)"
      case .number(let number): Numerals.plain(number)
      case .text(let text): text
      case .list(let values) where values.count > 12: "[\(values.count)]"
      case .list(let values): values.compactMap(words).joined(separator: " ")
      case .object(let members):
        members.compactMap { member in words(member.value).map { "\(member.key) \($0)" } }.joined(separator: ", ")
      }
    }
    return words(member.value).map { "\(member.key) \($0)" }
  }

  /// What a picture shows, in a few words: «heatmap of llama-3.1-8b».
  func title(_ language: Language) -> String {
    let name = scene.subject.model?.name ?? scene.subject.argument ?? scene.encoding.scheme.rawValue
    return language("\(scene.view.rawValue) of \(name)", "\(name) 的 \(scene.view.rawValue)")
  }

  /// The origin of a picture that a command line made.
  func provenance(command: String, _ language: Language) -> Provenance {
    Provenance(
      title: title(language), software: "ropescope \(Ropescope.version)", command: command,
      parameters: .object(members))
  }
}
