import Checkpoints
import Encodings
import Export

/// What `check --json` says of a dump.
enum CheckJSON {
  static func text(of checks: [DumpCheck], path: String, _ tolerance: Double) -> String {
    JSONValue.object([
      ("dump", .text(path)), ("agree", .flag(!checks.contains { $0.isDoubtful })), ("tolerance", .number(tolerance)),
      ("tables", .list(checks.map(value))),
    ]).serialized + "\n"
  }

  private static func value(of check: DumpCheck) -> JSONValue {
    .object([
      ("name", .text(check.table.name)), ("rows", .whole(check.table.rows)), ("columns", .whole(check.table.columns)),
      ("holds", check.waves.map { .text($0.content.rawValue) } ?? .null),
      ("layout", check.waves?.repetition.map { .text($0.rawValue) } ?? .null),
      ("pairs", check.waves.map { .whole($0.pairCount) } ?? .null),
      ("attention_factor", .optional(check.waves?.attentionFactor)), ("base", .optional(check.waves?.base)),
      ("against", .list(check.expected.map { value(of: $0.outcome, $0.candidate.name) })),
      ("agrees_with", .list(check.agreements.map { .text($0.name) })), ("agree", .flag(!check.isDoubtful)),
    ])
  }

  private static func value(of outcome: DumpCheck.Outcome, _ name: String) -> JSONValue {
    var difference: JSONValue = .null
    if case .differs(let place) = outcome {
      difference = .object([
        ("position", .whole(place.position)), ("pair", .whole(place.column)), ("found", .number(place.found)),
        ("expected", .number(place.expected)),
      ])
    }
    return .object([
      ("source", .text(name)), ("agree", .flag(outcome == .agrees)), ("first_difference", difference),
    ])
  }
}
