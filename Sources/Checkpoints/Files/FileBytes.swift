#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads files of the world into memory, whole and bounded.
enum FileBytes {
  /// What stands at a path; nil where nothing does.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Kind(status.st_mode)
  }

  /// What a path leads to.
  enum Kind: Hashable {
    case file
    case other(CheckpointError.FileKind)

    init(_ mode: mode_t) {
      switch mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .other(.folder)
      case S_IFIFO: self = .other(.pipe)
      case S_IFSOCK: self = .other(.socket)
      default: self = .other(.device)
      }
    }
  }

  /// The bytes of a regular file.
  ///
  /// Opened without waiting, so that a pipe cannot hold the program up, and measured after opening, so that what is
  /// measured is what is read.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: Most bytes that are accepted.
  /// - Throws: `noSuchFile`, `notReadable`, `notAFile`, `tooLarge` or `changedWhileReading`.
  static func read(_ path: String, limit: Int) throws(CheckpointError) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    let size = try size(of: descriptor, path: path)
    guard size <= limit else { throw CheckpointError(path: path, problem: .tooLarge(bytes: size, limit: limit)) }
    let bytes = try drain(descriptor, path: path, limit: size)
    guard bytes.count == size else { throw CheckpointError(path: path, problem: .changedWhileReading) }
    return bytes
  }

  /// Opens a regular file for reading.
  static func open(_ path: String) throws(CheckpointError) -> Int32 {
    let descriptor = Self.systemOpen(path)
    guard descriptor >= 0 else {
      let reason = errno
      throw CheckpointError(
        path: path, problem: reason == ENOENT || reason == ENOTDIR ? .noSuchFile : .notReadable(errno: reason))
    }
    return descriptor
  }

  private static func systemOpen(_ path: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    #elseif canImport(Musl)
      Musl.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    #else
      Darwin.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    #endif
  }

  /// The size of an open regular file, in bytes.
  static func size(of descriptor: Int32, path: String) throws(CheckpointError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw CheckpointError(path: path, problem: .notReadable(errno: errno))
    }
    if case .other(let kind) = Kind(status.st_mode) { throw CheckpointError(path: path, problem: .notAFile(kind)) }
    return Int(status.st_size)
  }

  /// Reads on until the end or the limit.
  static func drain(_ descriptor: Int32, path: String, limit: Int) throws(CheckpointError) -> [UInt8] {
    var bytes = [UInt8]()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let wanted = min(chunk.count, limit - bytes.count)
      let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, wanted) }
      if count < 0 {
        if errno == EINTR { continue }
        throw CheckpointError(path: path, problem: .notReadable(errno: errno))
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk.prefix(count))
    }
    return bytes
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    guard let buffer else { return 0 }
    #if canImport(Glibc)
      return Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      return Musl.read(descriptor, buffer, count)
    #else
      return Darwin.read(descriptor, buffer, count)
    #endif
  }
}
