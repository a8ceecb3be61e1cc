/// Why a file could not be read as a model: which file, where in it, what was wrong, and what would be right.
///
/// Values, not sentences: the wording is made where it is shown, in the reader's language.
public struct CheckpointError: Error, Hashable, Sendable {
  /// The file, as the person named it; untrusted text.
  public let path: String

  /// Where in the file.
  public let place: Place

  /// What is wrong, with what would mend it.
  public let problem: Problem

  /// A problem at a place in a file.
  public init(path: String, place: Place = .file, problem: Problem) {
    self.path = path
    self.place = place
    self.problem = problem
  }

  /// Where in a file a problem shows.
  public enum Place: Hashable, Sendable {
    /// The file as a whole.
    case file
    /// A line and a column of text, both from 1.
    case text(line: Int, column: Int)
    /// A key of a config, with the path that leads to it: `text_config.rope_scaling.factor`.
    case key(String)
    /// A tensor of a checkpoint.
    case tensor(String)
  }

  /// What a JSON value is.
  public enum ValueKind: String, Hashable, Sendable, CaseIterable {
    /// `null`.
    case null
    /// `true` or `false`.
    case flag
    /// A number.
    case number
    /// A number without a fraction.
    case wholeNumber = "whole-number"
    /// A string.
    case text
    /// An array.
    case list
    /// An object.
    case object
  }

  /// What is wrong with a text that should be JSON.
  public enum SyntaxProblem: Hashable, Sendable {
    /// The text ends in the middle of a value.
    case unexpectedEnd
    /// A character that cannot start a value or follow one; bytes past ASCII come as Latin-1.
    case unexpected(Unicode.Scalar)
    /// This character should have come.
    case expected(Unicode.Scalar)
    /// A backslash followed by what it cannot be followed by.
    case badEscape
    /// Not a number.
    case badNumber
    /// Bytes that are not UTF-8.
    case notUTF8
  }

  /// What stands where a file should.
  public enum FileKind: String, Hashable, Sendable, CaseIterable {
    /// A folder.
    case folder
    /// A pipe.
    case pipe
    /// A socket.
    case socket
    /// A device.
    case device
  }

  /// What kind of failure this is.
  public enum Kind: Hashable, Sendable {
    /// There is no such input, or it cannot be opened.
    case noInput
    /// The input is there and is wrong.
    case badData
  }

  /// What kind of failure this is.
  public var kind: Kind {
    switch problem {
    case .noSuchFile, .notReadable, .notAFile, .nothingInFolder, .unknownSource: .noInput
    default: .badData
    }
  }
}
