/// One object of a config file, and where it lies: every value taken from it is checked on the way.
///
/// `null` counts as absent, as it does for the software that reads configs.
struct Config: Hashable, Sendable {
  /// Largest count of anything (layers, heads, features, positions) that is believed.
  static let largestCount = 1 << 40

  let members: [String: JSON]
  /// The file, for messages.
  let path: String
  /// The keys that lead here, each followed by a dot; empty at the top.
  let prefix: String

  init(members: [String: JSON], path: String, prefix: String = "") {
    self.members = members
    self.path = path
    self.prefix = prefix
  }

  /// The whole path of a key.
  func keyPath(_ key: String) -> String { prefix + key }

  func error(_ key: String, _ problem: CheckpointError.Problem) -> CheckpointError {
    CheckpointError(path: path, place: .key(keyPath(key)), problem: problem)
  }

  private func mismatch(_ key: String, _ value: JSON, _ expected: CheckpointError.ValueKind) -> CheckpointError {
    error(key, .wrongKind(found: value.kind, expected: expected))
  }

  /// The value of a key; nil when absent or null.
  subscript(key: String) -> JSON? {
    guard let value = members[key], value != .null else { return nil }
    return value
  }

  func has(_ key: String) -> Bool { self[key] != nil }

  /// The first of several spellings that is present.
  func spelling(_ keys: [String]) -> String? { keys.first(where: has) }

  func number(_ key: String) throws(CheckpointError) -> Double? {
    guard let value = self[key] else { return nil }
    guard case .number(let number) = value else { throw mismatch(key, value, .number) }
    guard number.isFinite else { throw error(key, .notFinite(number)) }
    return number
  }

  /// A whole number from `least` to ``largestCount``.
  func count(_ key: String, atLeast least: Int = 1) throws(CheckpointError) -> Int? {
    guard let value = self[key] else { return nil }
    guard case .number(let number) = value else { throw mismatch(key, value, .wholeNumber) }
    return try whole(number, key: key, atLeast: least)
  }

  private func whole(_ number: Double, key: String, atLeast least: Int) throws(CheckpointError) -> Int {
    guard number.isFinite else { throw error(key, .notFinite(number)) }
    guard number >= Double(least), number <= Double(Self.largestCount) else {
      throw error(key, .outOfRange(value: number, atLeast: Double(least), atMost: Double(Self.largestCount)))
    }
    guard let whole = Int(exactly: number) else { throw error(key, .notWhole(number)) }
    return whole
  }

  /// A truth value; 0 and 1 are accepted, as Python accepts them.
  func flag(_ key: String) throws(CheckpointError) -> Bool? {
    switch self[key] {
    case nil: return nil
    case .bool(let flag): return flag
    case .number(let number) where number == 0 || number == 1: return number == 1
    case .some(let value): throw mismatch(key, value, .flag)
    }
  }

  func text(_ key: String) throws(CheckpointError) -> String? {
    guard let value = self[key] else { return nil }
    guard case .string(let text) = value else { throw mismatch(key, value, .text) }
    return text
  }

  func texts(_ key: String) throws(CheckpointError) -> [String]? {
    guard let elements = try list(key) else { return nil }
    var texts = [String]()
    for element in elements {
      guard case .string(let text) = element else { throw mismatch(key, element, .text) }
      texts.append(text)
    }
    return texts
  }

  func numbers(_ key: String) throws(CheckpointError) -> [Double]? {
    guard let elements = try list(key) else { return nil }
    var numbers = [Double]()
    for element in elements {
      switch element {
      case .number(let number):
        guard number.isFinite else { throw error(key, .notFinite(number)) }
        numbers.append(number)
      case .bool(let flag): numbers.append(flag ? 1 : 0)
      default: throw mismatch(key, element, .number)
      }
    }
    return numbers
  }

  func counts(_ key: String) throws(CheckpointError) -> [Int]? {
    guard let numbers = try numbers(key) else { return nil }
    var counts = [Int]()
    for number in numbers { counts.append(try whole(number, key: key, atLeast: 0)) }
    return counts
  }

  func object(_ key: String) throws(CheckpointError) -> Config? {
    guard let value = self[key] else { return nil }
    guard case .object(let members) = value else { throw mismatch(key, value, .object) }
    return Config(members: members, path: path, prefix: keyPath(key) + ".")
  }

  private func list(_ key: String) throws(CheckpointError) -> [JSON]? {
    guard let value = self[key] else { return nil }
    guard case .array(let elements) = value else { throw mismatch(key, value, .list) }
    return elements
  }

  /// A count under the first of several spellings that is present, and that spelling.
  func count(anyOf keys: [String]) throws(CheckpointError) -> (value: Int, key: String)? {
    guard let key = spelling(keys), let count = try count(key) else { return nil }
    return (count, key)
  }

  /// A count under the first of several spellings that is present; else `fallback`, under the most common one; else an
  /// error.
  func requiredCount(_ keys: [String], fallback: Int? = nil) throws(CheckpointError) -> (value: Int, key: String) {
    if let count = try count(anyOf: keys) { return count }
    let key = keys.first ?? ""
    if let fallback { return (fallback, key) }
    throw error(key, .missing(otherSpellings: Array(keys.dropFirst())))
  }

  /// A count for which 0 and numbers below it stand for none.
  func countAboveZero(_ key: String) throws(CheckpointError) -> Int? {
    guard let number = try number(key), number > 0 else { return nil }
    return try count(key)
  }
}
