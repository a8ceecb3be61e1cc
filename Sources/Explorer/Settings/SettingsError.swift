public import Screen

/// What is wrong in a settings file.
public enum SettingsProblem: FileProblem {
  case file(FileFault)
  /// A setting cannot be this; those that it can be.
  case unknownValue(key: String, value: String, nearest: String?, known: [String])
  /// The name of a key of the keyboard, or a list of them, was expected.
  case notAKey(String)
  /// Digits count how often the next key is meant; they cannot be bound.
  case digit(String)
  /// One key for two things.
  case boundTwice(key: String, first: String, second: String)
  /// A command was refused.
  indirect case command(String, Notice)
}

/// What is wrong in a settings file, and where.
public typealias SettingsError = FileComplaint<SettingsProblem>

/// All that is wrong in a settings file, in the order of its lines.
public struct SettingsMistakes: Error, Hashable, Sendable {
  /// The mistakes; at least one.
  public let all: [SettingsError]

  /// One mistake.
  public init(_ only: SettingsError) { all = [only] }

  /// Mistakes as they were found; `nil` for none.
  init?(_ found: [SettingsError]) {
    guard !found.isEmpty else { return nil }
    all = found.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }
}
