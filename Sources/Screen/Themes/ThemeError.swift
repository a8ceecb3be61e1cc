/// What is wrong in a theme file.
public typealias ThemeProblem = ThemeError.Problem

/// What is wrong in a theme file, and where.
public struct ThemeError: Error, Hashable, Sendable {
  /// The kinds of mistake.
  public enum Problem: Error, Hashable, Sendable {
    /// Not YAML; the parser's own words.
    case syntax(String)
    /// The file cannot be read; the system's own words.
    case unreadable(String)
    /// A key nobody knows, with the nearest that is known.
    case unknownKey(String, nearest: String?)
    /// A key that must be there is not.
    case missing(String)
    /// A mapping was expected.
    case notAMapping(String)
    /// A list of at least two colours was expected.
    case notColors(String)
    /// Not a colour such as '#1a2b3c'; an empty one is usually a missing quote before '#'.
    case notAColor(key: String, value: String)
    /// Neither dark nor light.
    case unknownAppearance(String)
    /// There is no theme of this name to inherit from; the nearest that is.
    case unknownParent(String, nearest: String?)
    /// The theme inherits from itself, by way of others or directly.
    case inheritsItself(String)
    /// The theme it inherits from has a mistake, in this line.
    case brokenParent(String, line: Int?)
  }

  /// The file as it was named.
  public let file: String
  /// Line, counted from 1, where it is known.
  public let line: Int?
  /// Column, counted from 1, where it is known.
  public let column: Int?
  /// What is wrong.
  public let problem: Problem

  /// A complaint about a file.
  public init(file: String, line: Int?, column: Int?, problem: Problem) {
    (self.file, self.line, self.column, self.problem) = (file, line, column, problem)
  }
}
