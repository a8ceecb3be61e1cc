import Checkpoints
import Encodings
import Explorer
import Export

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
    if scene.pairCount > 0 { members.append(("pair", .whole(scene.pair))) }
    if let count = scene.window.count {
      members.append(("positions", .text("\(scene.window.start):\(scene.window.start + count)")))
    }
    members.append(("component", .text(scene.component.rawValue)))
    return members
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
