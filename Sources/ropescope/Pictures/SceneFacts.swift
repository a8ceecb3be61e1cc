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
      // The positions that a table has are its rows; what is shown of them is said below.
      members += facts.filter { !["inv_freq", "positions"].contains($0.key) && $0.value != .null }
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
      ("component", .text(scene.shownComponent?.rawValue ?? "table")), ("head", .whole(scene.head)),
      ("measure", .text(scene.measure.rawValue)),
    ]
    if let training = scene.training {
      members.append(
        ("train", .object([("steps", .whole(training.step)), ("seed", .number(Double(training.seed)))])))
    }
    members += ownMembers
    if let reach = scene.reach { members.append(("target", .whole(reach.targetLength))) }
    return members
  }

  /// What is chosen in the scene's view alone.
  private var ownMembers: [(key: String, value: JSONValue)] {
    let sentence: (key: String, value: JSONValue) = ("sentence", scene.sentence.map { .text($0.text) } ?? .null)
    switch scene.view {
    case .attention:
      return [sentence, ("causal", .flag(scene.isCausal)), ("show", .text(scene.face.rawValue))]
    case .pipeline: return [sentence, ("shift", .whole(scene.shift))]
    case .precision: return [("dtype", .text(scene.format.rawValue)), ("cast", .text(scene.cast.rawValue))]
    case .compare:
      let name = scene.compared.map { scene.name(of: $0.source, $0.encoding, .english) }
      return [
        ("with", name.map(JSONValue.text) ?? .null),
        ("with_parameters", scene.compared.map { GroupJSON.parameters(of: $0.encoding) } ?? .null),
        ("tolerance", .number(scene.tolerance)),
      ]
    case .catalogue:
      let choice = scene.catalogue
      return [
        ("page", .text(choice.page.rawValue)), ("filter", choice.filter.isEmpty ? .null : .text(choice.filter)),
      ]
    default: return []
    }
  }

  /// Every parameter that the view depends on, for people: «scheme rope · base 500000 · scaling type llama3, factor 8».
  var caption: String {
    let strangers = Self.strangers[scene.view] ?? []
    return (scene.view == .catalogue ? ownMembers : members).filter {
      !strangers.contains($0.key) && !($0.key == "name" && $0.value == .text("all"))
    }.compactMap(Self.phrase)
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
    .attention: ["position", "second", "pair", "positions", "columns", "component", "measure", "target"],
    .pipeline: ["positions", "columns", "component", "head", "measure", "target"],
    .digits: ["position", "second", "component", "head", "measure", "target"],
    .precision: ["position", "second", "pair", "component", "head", "measure", "target"],
    .formula: ["positions", "columns", "component", "measure", "target"],
    .compare: ["position", "second", "pair", "measure", "target"],
  ]

  private static func phrase(_ member: (key: String, value: JSONValue)) -> String? {
    func words(_ value: JSONValue) -> String? {
      switch value {
      case .null: nil
      case .flag(let flag): "\(flag)"
      case .number(let number): Numerals.plain(number)
      case .text(let text): text
      case .list(let values) where values.count > 12: "\(values.count) in all"
      case .list(let values): values.compactMap(words).joined(separator: " ")
      case .object(let members):
        members.compactMap { member in words(member.value).map { "\(member.key) \($0)" } }.joined(separator: ", ")
      }
    }
    return words(member.value).flatMap { $0.isEmpty ? nil : "\(member.key) \($0)" }
  }

  /// What a picture shows, in a few words: «heatmap of llama-3.1-8b».
  func title(_ language: Language) -> String {
    if scene.view == .catalogue {
      return language(scene.view.rawValue, scene.view.chineseName) + " · \(scene.catalogue.page.rawValue)"
    }
    let name =
      scene.subject.model.map { language.name(ofSource: $0.name) } ?? scene.subject.argument
      ?? scene.encoding.scheme.rawValue
    if scene.view == .compare, let (source, other) = scene.compared {
      let second = scene.name(of: source, other, language)
      return language("\(name) compared with \(second)", "\(name) 与 \(second) 的比较")
    }
    return language("\(scene.view.rawValue) of \(name)", "\(name) 的\(scene.view.chineseName)")
  }

  /// The origin of a picture that a command line made.
  func provenance(command: String, _ language: Language) -> Provenance {
    Provenance(
      title: title(language), software: "ropescope \(Ropescope.version)", command: command,
      parameters: .object(members), language: language.tag)
  }
}
