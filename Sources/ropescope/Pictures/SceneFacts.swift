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

  /// Every parameter that the view depends on, for people: «scheme rope · base 500000 · extension llama3, factor 8».
  func caption(_ language: Language) -> String {
    let strangers = Set(LookOption.allCases).subtracting(scene.view.figureOptions).map(\.rawValue)
    let words = ParameterWords(language: language)
    return (scene.view == .catalogue ? ownMembers : members).filter { key, value in
      !strangers.contains(key) && !(key == "name" && value == .text("all"))
        && !(key == "head" && scene.encoding.headCount < 2)
        && !(key == "component" && scene.shownComponent == nil)
    }.map { key, value in
      // What something is compared with has a name in each language.
      guard key == LookOption.comparand.rawValue, let (source, other) = scene.compared else { return (key, value) }
      return (key, .text(scene.name(of: source, other, language)))
    }.compactMap(words.phrase).joined(separator: " · ")
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
    let place = [name, groupName].compactMap(\.self).joined(separator: " · ")
    let what = language("\(scene.view.rawValue) of \(place)", "\(place) 的\(scene.view.chineseName)")
    return ([what] + detail(language)).joined(separator: language(": ", "："))
  }

  /// The group of layers shown, where the model has several.
  private var groupName: String? {
    guard let groups = scene.subject.model?.groups, groups.count > 1 else { return nil }
    return scene.subject.group(scene.group).map { visible($0.name) }
  }

  /// What of the encoding is shown, where a view shows one thing or another.
  private func detail(_ language: Language) -> [String] {
    switch scene.view {
    case .heatmap: [scene.quantity(language)]
    case .bias where scene.encoding.headCount > 1: [language("head \(scene.head)", "头 \(scene.head)")]
    default: []
    }
  }

  /// The origin of a picture that a command line made.
  func provenance(command: String, _ language: Language) -> Provenance {
    Provenance(
      title: title(language), software: "ropescope \(Ropescope.version)", command: command,
      parameters: .object(members), language: language.tag)
  }
}

extension Scene {
  /// What the colours of a heatmap stand for, with the sign of the papers.
  func quantity(_ language: Language) -> String {
    let factor = encoding.factorSign
    return switch shownComponent {
    case .cosine: factor + "cos p·ω"
    case .sine: factor + "sin p·ω"
    case .table, nil: factor + encoding.vectorSign(of: "p")
    case .angle: language("p·ω mod 2π (rad)", "p·ω mod 2π（弧度）")
    case .concentration: language("length of the mean phasor", "平均相量长度")
    }
  }
}
