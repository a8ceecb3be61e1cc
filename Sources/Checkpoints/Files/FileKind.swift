#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a path leads to.
enum FileKind: Hashable {
  case file
  case other(CheckpointError.FileKind)

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .other(.folder)
    case S_IFIFO: self = .other(.pipe)
    case S_IFSOCK: self = .other(.socket)
    default: self = .other(.device)
    }
  }

  /// Looks at a path, through links; nil where nothing is, or nothing that may be looked at.
  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(mode: status.st_mode)
  }
}
