/// Why a file that a person wrote could not be read.
public enum ReadProblem: Error, Hashable, Sendable {
  /// The system said no.
  case system(code: Int32)
  /// A folder, a device or a pipe is there.
  case notAFile
  /// It has more bytes than such a file ever needs.
  case tooLarge(limit: Int)
  /// Its bytes are not UTF-8.
  case notUTF8
}
