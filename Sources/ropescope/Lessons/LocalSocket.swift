#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A socket in a file of this machine that carries lines of text between two programs of one person. Nothing waits on it.
struct LocalSocket: ~Copyable {
  /// What the system said no with.
  struct Refusal: Error {
    let code: Int32
  }

  /// A line longer than this is none.
  private static let longestLine = 4096

  private let descriptor: Int32
  /// The file to remove at the end, for the one who listens.
  private let path: String?
  private var received: [UInt8] = []
  /// Whether the other side is still there.
  private(set) var isOpen = true

  deinit {
    close(descriptor)
    if let path { unlink(path) }
  }

  private init(descriptor: Int32, path: String?) {
    (self.descriptor, self.path) = (descriptor, path)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      var on: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  /// `$XDG_RUNTIME_DIR/ropescope-lesson`, a folder that is this person's alone; `nil` where there is none.
  static var usualPath: String? {
    environment("XDG_RUNTIME_DIR").flatMap { $0.hasPrefix("/") ? $0 + "/ropescope-lesson" : nil }
  }

  /// Listens at a path. A socket that nobody answers at any more is replaced; any other file is not.
  static func listening(at path: String) throws(Refusal) -> LocalSocket {
    if (try? connected(to: path)) != nil { throw Refusal(code: EADDRINUSE) }
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
    let descriptor = try opened()
    // Nobody but this person may connect.
    let mask = umask(0o177)
    let result = withAddress(path) { bind(descriptor, $0, $1) }
    umask(mask)
    guard result == 0, listen(descriptor, 4) == 0 else {
      let code = result == nil ? ENAMETOOLONG : errno
      close(descriptor)
      throw Refusal(code: code)
    }
    return LocalSocket(descriptor: descriptor, path: path)
  }

  /// Connects to one who listens.
  static func connected(to path: String) throws(Refusal) -> LocalSocket {
    let descriptor = try opened()
    let result = withAddress(path) { connect(descriptor, $0, $1) }
    guard result == 0 else {
      let code = result == nil ? ENAMETOOLONG : errno
      close(descriptor)
      throw Refusal(code: code)
    }
    return LocalSocket(descriptor: descriptor, path: nil)
  }

  /// The next one who has connected, if any.
  func accepted() -> LocalSocket? {
    let other = accept(descriptor, nil, nil)
    return other < 0 ? nil : LocalSocket(descriptor: other, path: nil)
  }

  /// Sends a line; one that cannot be taken at once is lost.
  mutating func send(_ line: String) {
    let bytes = Array(line.utf8)
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    let count = bytes.withUnsafeBytes { Self.send(descriptor, $0, flags) }
    if count < 0, errno != EAGAIN { isOpen = false }
  }

  private static func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ flags: Int32) -> Int {
    #if canImport(Glibc)
      Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
    #elseif canImport(Musl)
      Musl.send(descriptor, bytes.baseAddress, bytes.count, flags)
    #else
      Darwin.send(descriptor, bytes.baseAddress, bytes.count, flags)
    #endif
  }

  /// The whole lines that have arrived, without their ends.
  mutating func lines() -> [String] {
    var piece = [UInt8](repeating: 0, count: Self.longestLine)
    while isOpen {
      let count = piece.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      if count <= 0 {
        isOpen = count < 0 && errno == EAGAIN
        break
      }
      received += piece.prefix(count)
      if received.count > 16 * Self.longestLine { isOpen = false }
    }
    guard let end = received.lastIndex(of: 10) else { return [] }
    let whole = received[...end].split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    received.removeFirst(end + 1)
    return whole
  }

  private static func opened() throws(Refusal) -> Int32 {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { throw Refusal(code: errno) }
    return descriptor
  }

  /// Calls with the address of a path; `nil` when the path is too long for one.
  private static func withAddress<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
