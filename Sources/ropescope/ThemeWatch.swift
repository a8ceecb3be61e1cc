import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Notices when a theme's file was written, so that one sees a theme while editing it.
///
/// It looks at the file twice a second, which costs some millionths of a core; events of the file system would be free, but
/// editors replace files in ways that lose them.
struct ThemeWatch {
  /// How often it is looked.
  static let interval = Duration.milliseconds(500)

  /// The file.
  let path: String
  private var seen: Stamp?

  private struct Stamp: Equatable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  init(path: String) {
    self.path = path
    seen = Self.stamp(path)
  }

  /// The new text, or why it cannot be read, when the file has changed since the last call. A file that is gone is no
  /// change: editors remove one for a moment.
  mutating func news() -> Result<String, ThemeError>? {
    guard let stamp = Self.stamp(path), stamp != seen else { return nil }
    seen = stamp
    return ThemeFinder.text(of: path)
  }

  private static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: Int(time.tv_sec),
      nanoseconds: Int(time.tv_nsec))
  }
}
