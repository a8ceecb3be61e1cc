/// What can be wrong in any YAML file that a person writes.
public enum FileFault: Hashable, Sendable {
  /// Not YAML; the parser's own words.
  case syntax(String)
  /// The file cannot be read.
  case unreadable(ReadProblem)
  /// A key that stands in one mapping twice.
  case repeatedKey(String)
  /// A key nobody knows, with the nearest that is known.
  case unknownKey(String, nearest: String?)
  /// A key that must be there is not.
  case missing(String)
  /// A mapping of keys to values was expected.
  case notAMapping(String)
}

/// What can be wrong in one kind of file: what can be in any, and what each kind adds of its own.
public protocol FileProblem: Hashable, Sendable {
  /// What can be wrong in any file.
  static func file(_ fault: FileFault) -> Self
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
