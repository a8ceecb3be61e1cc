/// Something about a model's position encoding that a person should know, with the key of the config that shows it.
///
/// A value, not a sentence: the wording is made where it is shown, from ``concern``.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// Software reads this differently, or it is probably not what was meant.
    case warning
    /// The config contradicts itself.
    case error

    /// Notes before warnings before errors.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// What was found, with its values.
  public let concern: Concern

  /// The key path in the config that shows it, as `text_config.rope_scaling.factor`; nil where no key does.
  public let key: String?

  /// The group of layers that it is about; nil where it is about all.
  public let group: String?

  /// A finding.
  public init(_ concern: Concern, key: String? = nil, group: String? = nil) {
    self.concern = concern
    self.key = key
    self.group = group
  }

  /// The stable name that scripts match: `layout-from-family`.
  public var code: Code { concern.code }

  /// How much it matters.
  public var severity: Severity { concern.severity }
}
