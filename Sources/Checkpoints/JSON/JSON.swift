/// A JSON value. Members of an object keep no order; a repeated key keeps its last value, as Python reads it
/// (see ``JSON/Text``).
enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// What kind of value this is, for messages.
  var kind: CheckpointError.ValueKind {
    switch self {
    case .null: .null
    case .bool: .flag
    case .number: .number
    case .string: .text
    case .array: .list
    case .object: .object
    }
  }
}
