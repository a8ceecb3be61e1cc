#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A regular file that is open for reading, piece by piece.
///
/// Pieces are read where they stand instead of mapping the file: a mapped file that someone truncates ends the program,
/// a read one ends in an error. Memory is that of the piece, whatever the file's size.
struct InputFile: ~Copyable {
  private let descriptor: Int32
  /// The file, for messages.
  let path: String
  /// Bytes that the file held when it was opened.
  let size: Int

  /// Opens a file, without waiting, so that a pipe cannot hold the program up.
  ///
  /// - Throws: `noSuchFile`, `notReadable` or `notAFile`.
  init(_ path: String) throws(CheckpointError) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw CheckpointError(path: path, problem: Self.problem(errno, at: path)) }
    var status = stat()
    // Measured after opening, so that what is measured is what is read.
    guard fstat(descriptor, &status) == 0 else {
      let reason = errno
      close(descriptor)
      throw CheckpointError(path: path, problem: .notReadable(errno: reason))
    }
    if case .other(let kind) = FileKind(mode: status.st_mode) {
      close(descriptor)
      throw CheckpointError(path: path, problem: .notAFile(kind))
    }
    self.descriptor = descriptor
    self.path = path
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  private static func problem(_ reason: Int32, at path: String) -> CheckpointError.Problem {
    // A socket, and a device without its hardware, cannot be opened at all.
    if case .other(let kind)? = FileKind(at: path), reason != EACCES { return .notAFile(kind) }
    return reason == ENOENT || reason == ENOTDIR ? .noSuchFile : .notReadable(errno: reason)
  }

  /// The bytes from `offset` on; all of them must be there.
  ///
  /// - Throws: `truncated` where the range ends past the file, `changedWhileReading` where it has become shorter.
  func read(at offset: Int, count: Int) throws(CheckpointError) -> [UInt8] {
    let (end, overflow) = offset.addingReportingOverflow(count)
    guard !overflow, offset >= 0, count >= 0, end <= size else {
      throw CheckpointError(path: path, problem: .truncated(bytes: size, needed: overflow ? .max : end))
    }
    var reason: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
        if read < 0, errno == EINTR { continue }
        if read < 0 { reason = errno }
        if read <= 0 { return }
        filled += read
      }
    }
    guard reason == 0 else { throw CheckpointError(path: path, problem: .notReadable(errno: reason)) }
    guard bytes.count == count else { throw CheckpointError(path: path, problem: .changedWhileReading) }
    return bytes
  }

  /// The whole file, if it is not larger than `limit`.
  static func bytes(of path: String, limit: Int) throws(CheckpointError) -> [UInt8] {
    let file = try InputFile(path)
    guard file.size <= limit else {
      throw CheckpointError(path: path, problem: .tooLarge(bytes: file.size, limit: limit))
    }
    return try file.read(at: 0, count: file.size)
  }

  /// Standard input up to its end.
  ///
  /// - Throws: `tooLarge` past `limit` bytes, `notReadable`.
  static func standardInput(limit: Int) throws(CheckpointError) -> [UInt8] {
    var bytes = [UInt8]()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = chunk.withUnsafeMutableBytes { Self.read(0, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw CheckpointError(path: Source.standardInputName, problem: .notReadable(errno: errno))
      }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk.prefix(count))
    }
    throw CheckpointError(path: Source.standardInputName, problem: .tooLarge(bytes: bytes.count, limit: limit))
  }

  /// The system's `read`, which has the name of this type's own.
  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
