import Explorer
import Export

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is either written whole or not there: bytes go to a file beside it, which takes its name at the end.
///
/// A file that exists is left alone unless overwriting was asked for; links and folders are refused. Signals that end the
/// program wait until the file beside has been taken away, unless somebody else sees to them.
final class OutputFile: ByteSink {
  private let path: String
  private let temporary: String
  private let overwrite: Bool
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isFinished = false
  private let interruption: Interruption?

  /// Who sees to the signals that end the program.
  enum Signals {
    /// The file holds them back.
    case held
    /// A terminal's owner hears of them, and finishes or drops the file.
    case heardElsewhere
  }

  private static let bufferSize = 1 << 16

  /// - Parameters:
  ///   - mode: Who may read and write it, before the person's own mask; without one, whoever may do so with the file that
  ///     it replaces.
  ///   - signals: Who sees to the signals that end the program meanwhile.
  init(
    path: String, overwrite: Bool, mode: mode_t? = nil, signals: Signals = .held
  ) throws(WriteProblem) {
    interruption = signals == .held ? Interruption() : nil
    try Self.check(path, overwrite: overwrite)
    // A file larger than the shell allows is an error like a full disk, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    self.path = path
    self.overwrite = overwrite
    (temporary, descriptor) = Self.fileBeside(path, mode ?? 0o666)
    guard descriptor >= 0 else {
      isFinished = true
      throw .system(code: errno)
    }
    var replaced = stat()
    if mode == nil, lstat(path, &replaced) == 0 { fchmod(descriptor, replaced.st_mode & 0o777) }
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// Writes a whole file at once.
  static func write(
    _ bytes: some Collection<UInt8>, to path: String, overwrite: Bool, mode: mode_t? = nil, signals: Signals = .held
  ) throws(WriteProblem) {
    let file = try OutputFile(path: path, overwrite: overwrite, mode: mode, signals: signals)
    try file.write(bytes)
    try file.finish()
  }

  /// A new file beside another. What a program that was killed has left there does not stand in its way.
  private static func fileBeside(_ path: String, _ mode: mode_t) -> (path: String, descriptor: Int32) {
    var found = (path: "", descriptor: Int32(-1))
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    for attempt in 0..<100 {
      let ending = ".part-\(getpid())" + (attempt == 0 ? "" : "-\(attempt)")
      found.path = folder + shortened(path.dropFirst(folder.count), to: mostNameBytes - ending.utf8.count) + ending
      found.descriptor = open(found.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
      if found.descriptor >= 0 || errno != EEXIST { break }
    }
    return found
  }

  /// How long file systems let a name be.
  private static let mostNameBytes = 255

  /// As much of the beginning of a name as fits.
  private static func shortened(_ name: Substring, to limit: Int) -> Substring {
    var (shown, bytes) = (name.startIndex, 0)
    for character in name {
      bytes += character.utf8.count
      if bytes > limit { return name[..<shown] }
      shown = name.index(after: shown)
    }
    return name
  }

  deinit {
    guard !isFinished else { return }
    close(descriptor)
    unlink(temporary)
  }

  func write(_ bytes: some Collection<UInt8>) throws(WriteProblem) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  func write(block: UnsafeRawBufferPointer) throws(WriteProblem) {
    try flush()
    try writeAll(block, to: descriptor)
    if interruption?.isPending ?? false { throw .system(code: EINTR) }
  }

  /// Gives the file its name. Only now is it there.
  func finish() throws(WriteProblem) {
    try flush()
    // What cannot be synchronised, such as a pipe of the system, says EINVAL; it is none the worse for it.
    let isSafe = fsync(descriptor) == 0 || errno == EINVAL
    let code = errno
    isFinished = true
    guard close(descriptor) == 0, isSafe else {
      let code = isSafe ? errno : code
      unlink(temporary)
      throw .system(code: code)
    }
    do {
      try Self.check(path, overwrite: overwrite)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .system(code: code)
    }
  }

  private func flush() throws(WriteProblem) {
    if interruption?.isPending ?? false { throw .system(code: EINTR) }
    try writeAll(&buffer, to: descriptor)
  }

  /// Refuses a place where nothing may be written.
  static func check(_ path: String, overwrite: Bool) throws(WriteProblem) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .system(code: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: throw .isALink
    case S_IFREG: if !overwrite { throw .exists }
    default: throw .notAFile
    }
  }
}

/// Standard output, in large pieces.
final class StandardOutput: ByteSink {
  private var buffer: [UInt8] = []

  func write(_ bytes: some Collection<UInt8>) throws(WriteProblem) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try finish() }
  }

  func write(block: UnsafeRawBufferPointer) throws(WriteProblem) {
    try finish()
    try writeAll(block, to: STDOUT_FILENO)
  }

  /// Sends what is left.
  func finish() throws(WriteProblem) {
    try writeAll(&buffer, to: STDOUT_FILENO)
  }
}

/// Writes what was gathered and empties it.
private func writeAll(_ gathered: inout [UInt8], to descriptor: Int32) throws(WriteProblem) {
  guard !gathered.isEmpty else { return }
  var problem: WriteProblem?
  gathered.withUnsafeBytes { bytes in
    do throws(WriteProblem) {
      try writeAll(bytes, to: descriptor)
    } catch {
      problem = error
    }
  }
  gathered.removeAll(keepingCapacity: true)
  if let problem { throw problem }
}

/// Writes all bytes, however many pieces the system takes them in.
private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(WriteProblem) {
  var sent = 0
  while sent < bytes.count {
    let count = write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
    if count < 0 {
      if errno == EINTR { continue }
      throw .system(code: errno)
    }
    sent += count
  }
}
