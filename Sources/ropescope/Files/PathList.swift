#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files and folders whose paths begin as a person has begun to type.
enum PathList {
  /// So many are offered at most.
  static let limit = 200

  /// The paths, in their order, spelled as what was typed goes on; a folder ends in a slash. Hidden ones are offered when
  /// a dot was typed.
  ///
  ///     PathList.paths(beginning: "~/mod", home: "/home/ada")  // ["~/models/"]
  static func paths(beginning typed: String, home: String?) -> [String] {
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (shown, start) = (String(typed[..<cut]), typed[cut...])
    var folder = shown.isEmpty ? "." : shown
    if let home, folder.hasPrefix("~/") { folder = home + folder.dropFirst(1) }
    return TextFolder.names(in: folder).filter { $0.hasPrefix(start) && ($0.first != "." || start.first == ".") }
      .sorted()
      .prefix(limit).map { shown + $0 + (isFolder(folder + "/" + $0) ? "/" : "") }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
