import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds themes: those built in, then those of the person, which go first where a name is the same.
enum ThemeFinder {
  /// A theme file larger than this is not one.
  private static let sizeLimit = 1 << 20

  static func shelf() -> ThemeShelf {
    var shelf = ThemeShelf()
    guard let folder else { return shelf }
    for name in files(in: folder) where name.hasSuffix(".yaml") {
      let path = folder + "/" + name
      switch text(of: path) {
      case .success(let text): shelf.add(text: text, name: String(name.dropLast(5)), file: path)
      case .failure(let error): shelf.add(problem: error)
      }
    }
    return shelf
  }

  /// `$XDG_CONFIG_HOME/ropescope/themes`, else below `~/.config`.
  private static var folder: String? {
    if let base = environment("XDG_CONFIG_HOME"), base.hasPrefix("/") { return base + "/ropescope/themes" }
    return environment("HOME").map { $0 + "/.config/ropescope/themes" }
  }

  private static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }

  private static func text(of path: String) -> Result<String, ThemeError> {
    func refusal(_ words: String) -> Result<String, ThemeError> {
      .failure(ThemeError(file: path, line: nil, column: nil, problem: .unreadable(words)))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return refusal(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return refusal("not a file") }
    guard status.st_size <= sizeLimit else { return refusal("larger than 1 MiB") }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { return refusal(String(cString: strerror(errno))) }
    return .success(String(decoding: bytes.prefix(count), as: UTF8.self))
  }
}
