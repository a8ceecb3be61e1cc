import Checkpoints
import Encodings
import Explorer
import Export
import Screen

/// Every parameter of the numbers of one kind: what their file says of itself.
struct DataParameters {
  let request: DataRequest
  let source: String?
  /// The groups of layers that stand in the file.
  let groups: [(name: String, group: LayerGroup?, encoding: Encoding)]
  /// What a view would show of the first of them.
  let scene: Scene

  /// The kind, what was chosen of it, and each group without its frequencies, which follow from the rest.
  var value: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("kind", .text(request.kind.rawValue)), ("source", source.map(JSONValue.text) ?? .null),
    ]
    for option in DataKind.Option.allCases where request.kind.options.contains(option) && isHeeded(option) {
      members.append((String(option.rawValue.dropFirst(2)), value(of: option)))
      if option == .with, let other = scene.compared?.encoding {
        members.append(("with_parameters", GroupJSON.parameters(of: other)))
      }
    }
    if request.kind == .precision { members.append(("dtype", .text(request.floatFormat.rawValue))) }
    members.append(("groups", .list(groups.map(value))))
    return .object(members)
  }

  /// Whether the numbers depend on an option that the kind takes: where tokens are counted, a sentence or positions say
  /// how many, never both.
  private func isHeeded(_ option: DataKind.Option) -> Bool {
    guard request.kind == .attention || request.kind == .mixing else {
      return option != .component || scene.encoding.spectrum != nil
    }
    return switch option {
    case .positions: !request.scene.namesSentence
    case .sentence: request.scene.namesSentence
    default: true
    }
  }

  private func value(of group: (name: String, group: LayerGroup?, encoding: Encoding)) -> JSONValue {
    let value = GroupJSON.value(name: group.name, group: group.group, encoding: group.encoding)
    guard case .object(let members) = value else { return value }
    return .object(members.filter { $0.key != "inv_freq" })
  }

  private func value(of option: DataKind.Option) -> JSONValue {
    switch option {
    case .positions: .text(request.positions.spelling)
    case .distances: .text(request.distances.spelling)
    case .vector: .numbers(request.vector)
    case .cast: .text(request.cast.rawValue)
    case .head: .whole(scene.head)
    case .causal: .flag(scene.isCausal)
    case .normalised: .flag(request.isNormalised)
    case .pair: .whole(scene.pair)
    case .second: .whole(scene.secondPosition)
    case .sentence: scene.sentence.map { .text($0.text) } ?? .null
    case .shift: .whole(scene.shift)
    case .target: .whole(scene.reach?.targetLength)
    case .with: scene.compared.map { .text(scene.name(of: $0.source, $0.encoding, .english)) } ?? .null
    case .component: .text(scene.component.rawValue)
    case .tolerance: .number(scene.tolerance)
    }
  }
}
