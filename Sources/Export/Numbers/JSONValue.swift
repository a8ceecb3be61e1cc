/// A JSON value to be written: keys keep their order, numbers are the shortest that read back the same.
public indirect enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A finite number; anything else is written as `null`, for JSON has no other.
  case number(Double)
  /// Text.
  case text(String)
  /// A list.
  case list([JSONValue])
  /// Members in their order.
  case object([(key: String, value: JSONValue)])

  /// A list of numbers.
  public static func numbers(_ values: some Sequence<Double>) -> JSONValue { .list(values.map { .number($0) }) }

  /// A whole number, or `null`.
  public static func whole(_ value: Int?) -> JSONValue { value.map { .number(Double($0)) } ?? .null }

  /// A number, or `null`.
  public static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  /// Compares members in their order.
  public static func == (left: JSONValue, right: JSONValue) -> Bool { left.serialized == right.serialized }

  /// Hashes what would be written.
  public func hash(into hasher: inout Hasher) { hasher.combine(serialized) }

  /// The value as JSON text, on one line.
  public var serialized: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let value): value.isFinite ? jsonNumber(value) : "null"
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.serialized).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.key) + ": " + $0.value.serialized }.joined(separator: ", ") + "}"
    }
  }

  /// Text in quotes; control characters, and those that could steer a terminal, are written by their number.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
