import Checkpoints
import Encodings
import Explorer

/// Two sources side by side.
struct SourceComparison {
  let first: Opening
  let second: Opening
  /// In what the models differ beside their groups of layers.
  let contrasts: [EncodingContrast]
  /// The groups of both, each with the one of the other that is most like it; none is left out.
  let groups: [GroupComparison]

  /// Whether they differ at all.
  var differs: Bool { !contrasts.isEmpty || groups.contains { $0.differs } }

  /// - Parameter onlyChosen: Whether one group was asked for; no other is then looked at.
  init(_ first: Opening, _ second: Opening, onlyChosen: Bool, _ tolerance: Double) {
    (self.first, self.second) = (first, second)
    let asked = onlyChosen ? [first.groups[first.chosen]] : first.groups
    let partners = asked.map { Self.partner(of: $0, in: second.groups) }
    var groups = zip(asked, partners).map { GroupComparison($0, second.groups[$1], tolerance) }
    if !onlyChosen {
      for (index, group) in second.groups.enumerated() where !partners.contains(index) {
        groups.append(GroupComparison(first.groups[Self.partner(of: group, in: first.groups)], group, tolerance))
      }
    }
    self.groups = groups
    contrasts = onlyChosen ? [] : Self.contrasts(first.subject.model, second.subject.model)
  }

  /// The group of the same name, else of the same scheme, else the first.
  private static func partner(of group: GroupComparison.Group, in groups: [GroupComparison.Group]) -> Int {
    groups.firstIndex { $0.name == group.name }
      ?? groups.firstIndex { $0.encoding.scheme == group.encoding.scheme } ?? 0
  }

  private static func contrasts(_ one: ModelDescription?, _ other: ModelDescription?) -> [EncodingContrast] {
    func layers(_ model: ModelDescription?) -> String? {
      model.flatMap { $0.layersWithoutPosition.isEmpty ? nil : LayerRuns.text(of: $0.layersWithoutPosition) }
    }
    return [EncodingContrast(key: "layers-without-position", first: layers(one), second: layers(other))]
      .compactMap(\.self)
  }
}
