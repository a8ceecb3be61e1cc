import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Notices when one of the files of a theme was written, so that one sees a theme while editing it.
///
/// It looks at them twice a second, which costs some millionths of a core; events of the file system would be free, but
/// editors replace files in ways that lose them.
struct ThemeWatch {
  /// How often it is looked.
  static let interval = Duration.milliseconds(500)

  /// What became of a file.
  struct News {
    let file: ThemeShelf.File
    /// The new text, or why it cannot be read.
    let text: Result<String, ThemeError>
  }

  /// The files, and what was seen of each.
  private var files: [(file: ThemeShelf.File, seen: Stamp?)] = []

  private struct Stamp: Equatable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  /// Whether there is nothing to look at.
  var isIdle: Bool { files.isEmpty }

  /// Looks at these files from now on, and at no others.
  mutating func follow(_ wanted: [ThemeShelf.File]) {
    files = wanted.map { file in
      (file, files.first { $0.file == file }?.seen ?? Self.stamp(file.path))
    }
  }

  /// The first file that has changed since it was looked at, if one has. A file that is gone is no change: editors remove
  /// one for a moment.
  mutating func news() -> News? {
    for index in files.indices {
      let file = files[index].file
      guard let stamp = Self.stamp(file.path), stamp != files[index].seen else { continue }
      files[index].seen = stamp
      return News(file: file, text: ThemeFinder.text(of: file.path))
    }
    return nil
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
