import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The small text files of a folder, such as themes and lessons.
enum TextFolder {
  /// A text file larger than this is not one.
  private static let sizeLimit = 1 << 20

  /// The names of the files in a folder with an ending, sorted; none when there is no such folder.
  static func names(in folder: String, ending: String) -> [String] {
    names(in: folder).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
  }

  /// The names of everything in a folder, in no order.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }
  }

  /// Whether something is there, readable or not.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The text of a file.
  static func text(of path: String) throws(ReadProblem) -> String {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  /// The bytes of a file.
  static func bytes(of path: String) throws(ReadProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let more = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
      }
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else { throw .system(code: errno) }
      guard more > 0 else { break }
      count += more
    }
    return Array(bytes.prefix(count))
  }
}
