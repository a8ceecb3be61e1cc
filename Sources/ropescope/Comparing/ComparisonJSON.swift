import Encodings
import Explorer
import Export

/// What `compare --json` says of two sources.
enum ComparisonJSON {
  static func text(of comparison: SourceComparison, _ tolerance: Double) -> String {
    JSONValue.object([
      ("a", .text(comparison.first.subject.name)), ("b", .text(comparison.second.subject.name)),
      ("agree", .flag(!comparison.differs)), ("tolerance", .number(tolerance)),
      ("differences", differences(comparison.contrasts)), ("groups", .list(comparison.groups.map(value))),
    ]).serialized + "\n"
  }

  private static func differences(_ contrasts: [EncodingContrast]) -> JSONValue {
    .list(
      contrasts.map { contrast in
        .object([
          ("key", .text(contrast.key)), ("a", contrast.first.map(JSONValue.text) ?? .null),
          ("b", contrast.second.map(JSONValue.text) ?? .null),
        ])
      })
  }

  private static func value(of group: GroupComparison) -> JSONValue {
    let (one, other) = (group.encodings.first, group.encodings.second)
    return .object([
      ("a", .text(group.names.first)), ("b", .text(group.names.second)), ("agree", .flag(!group.differs)),
      ("differences", differences(group.contrasts)),
      ("inv_freq", both(one.spectrum, other.spectrum) { .numbers($0.inverseFrequencies.map(\.radians)) }),
      ("attention_factor", both(one.spectrum, other.spectrum) { .number($0.attentionFactor) }),
      ("first_unseen_position", both(group.reaches.first, group.reaches.second) { .whole($0.firstUnseen) }),
      ("parting", parting(group.divergence, group.head)),
    ])
  }

  /// The value of each; `null` where one has none.
  private static func both<Part>(_ one: Part?, _ other: Part?, _ value: (Part) -> JSONValue) -> JSONValue {
    .object([("a", one.map(value) ?? .null), ("b", other.map(value) ?? .null)])
  }

  /// The first place past the tolerance: the column is the pair, or the feature or key of another field.
  private static func parting(_ divergence: Divergence?, _ head: Int?) -> JSONValue {
    guard let divergence else { return .null }
    return .object(
      (head.map { [("head", .whole($0))] } ?? []) + [
        ("position", .whole(divergence.first?.position)), ("pair", .whole(divergence.first?.column)),
        ("difference", .optional(divergence.first?.difference)), ("searched", .whole(divergence.searched)),
      ])
  }
}
