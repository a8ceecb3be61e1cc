/// What can be wrong in any YAML file that a person writes; each kind of file adds its own.
public protocol FileProblem: Hashable, Sendable {
  /// Not YAML; the parser's own words.
  static func syntax(_ words: String) -> Self
  /// The file cannot be read.
  static func unreadable(_ problem: ReadProblem) -> Self
  /// A key that stands in one mapping twice.
  static func repeatedKey(_ key: String) -> Self
  /// A key nobody knows, with the nearest that is known.
  static func unknownKey(_ key: String, nearest: String?) -> Self
  /// A key that must be there is not.
  static func missing(_ key: String) -> Self
  /// A mapping of keys to values was expected.
  static func notAMapping(_ key: String) -> Self
}

/// What is wrong in a file that a person wrote, and where.
public struct FileComplaint<Problem: FileProblem>: Error, Hashable, Sendable {
  /// The file as it was named.
  public let file: String
  /// Line, counted from 1, where it is known.
  public let line: Int?
  /// Column, counted from 1, where it is known.
  public let column: Int?
  /// What is wrong.
  public let problem: Problem

  /// A complaint about a file.
  public init(file: String, line: Int? = nil, column: Int? = nil, problem: Problem) {
    (self.file, self.line, self.column, self.problem) = (file, line, column, problem)
  }

  /// «file:line:column», as far as it is known: what editors jump to.
  public var place: String {
    ([visible(file)] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}
