import Checkpoints
import Explorer
import Export

/// The frame around the groups of a source: what `data frequencies` and `inspect` share.
struct SourceJSON {
  private let argument: String
  private let model: ModelDescription?

  init(opening: Opening) {
    argument = opening.subject.argument == nil ? "options" : opening.subject.name
    model = opening.subject.model
  }

  /// The members of the object that the command line's contract describes.
  /// - Parameter more: Members after the source's name.
  func members(
    groups: [JSONValue], more: [(key: String, value: JSONValue)] = [], _ language: Language
  ) -> [(key: String, value: JSONValue)] {
    [("source", .text(argument))] + more + [
      ("groups", .list(groups)),
      ("layers_without_position", .list((model?.layersWithoutPosition ?? []).map { .number(Double($0)) })),
      ("findings", .list((model?.findings ?? []).map { Self.value(of: $0, language) })),
    ]
  }

  private static func value(of finding: Finding, _ language: Language) -> JSONValue {
    .object([
      ("code", .text(finding.code.rawValue)), ("severity", .text(finding.severity.rawValue)),
      ("message", .text(language.sentence(for: finding))), ("remedy", .text(language.remedy(for: finding))),
      ("key", finding.key.map(JSONValue.text) ?? .null), ("group", finding.group.map(JSONValue.text) ?? .null),
    ])
  }
}
