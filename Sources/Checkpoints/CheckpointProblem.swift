public import Encodings

extension CheckpointError {
  /// What is wrong, with the values that a message about it needs.
  public enum Problem: Hashable, Sendable {
    // MARK: Opening

    /// There is no such file.
    case noSuchFile
    /// The system refuses to open or read it; the number is `errno`.
    case notReadable(errno: Int32)
    /// Something else stands where a file should.
    case notAFile(FileKind)
    /// A folder without a config and without a checkpoint; the names that were looked for.
    case nothingInFolder(lookedFor: [String])
    /// Neither a catalogue name nor a path; names that are near.
    case unknownSource(nearest: [String])
    /// Larger than anything of its kind may be, in bytes.
    case tooLarge(bytes: Int, limit: Int)
    /// Nothing in it.
    case empty
    /// It became shorter while it was read.
    case changedWhileReading
    /// The ending of the name says nothing that can be read; the endings that can.
    case unknownFormat(known: [String])

    // MARK: JSON

    /// Not JSON.
    case syntax(SyntaxProblem)
    /// Nested deeper than is followed.
    case tooDeep(limit: Int)

    // MARK: Values of a config

    /// A value of the wrong kind.
    case wrongKind(found: ValueKind, expected: ValueKind)
    /// A number that should have no fraction.
    case notWhole(Double)
    /// NaN or infinite.
    case notFinite(Double)
    /// A number outside its range.
    case outOfRange(value: Double, atLeast: Double, atMost: Double)
    /// A parameter that the encoding refuses, and the value that was probably meant.
    case invalid(InvalidParameter, suggestion: Double?)
    /// A key that must be there; other spellings that would do.
    case missing(otherSpellings: [String])
    /// A name that is not known; those that are, and the nearest of them.
    case unknownName(found: String, nearest: String?, known: [String])
    /// A list of the wrong length, or numbers that do not add up to what they divide.
    case wrongCount(found: Int, expected: Int)
    /// The width does not divide by the number of heads.
    case doesNotDivide(width: Int, heads: Int)
    /// Nothing in this config says how positions are encoded.
    case noScheme(modelType: String?, architectures: [String])

    // MARK: Tables

    /// Shorter than it says of itself, in bytes.
    case truncated(bytes: Int, needed: Int)
    /// It does not begin as such a file does.
    case badMagic
    /// A version of the format that is not known.
    case unknownVersion(major: Int, minor: Int)
    /// A header larger than the format allows, in bytes.
    case headerTooLarge(bytes: Int, limit: Int)
    /// A header without one of the entries that it must have, or with one that cannot be read.
    case badHeader(entry: String)
    /// Offsets of a tensor outside the data, or in the wrong order.
    case badOffsets(begin: Int, end: Int, dataBytes: Int)
    /// A tensor that shares bytes with another.
    case overlaps(with: String)
    /// A tensor whose bytes are not what its shape and type need.
    case wrongSize(bytes: Int, needed: Int)
    /// A shape whose product cannot be counted, or is not that of a table.
    case badShape([Int])
    /// A number format that tables of positions are not kept in.
    case unsupportedType(String)
    /// No tensor here is a table of positions; tensors that come near.
    case noPositionTable(nearest: [String])
    /// NaN or an infinity in the table, rows and columns from 0.
    case notFiniteInTable(row: Int, column: Int)
    /// The index names a file that cannot be read from beside it.
    case badShardName(String)
  }
}
