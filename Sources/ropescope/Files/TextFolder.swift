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

  /// Why a file could not be read: the system's words.
  struct Refusal: Error {
    let words: String
  }

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
  static func text(of path: String) throws(Refusal) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Refusal(words: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Refusal(words: "not a file")
    }
    guard status.st_size <= sizeLimit else { throw Refusal(words: "larger than 1 MiB") }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw Refusal(words: String(cString: strerror(errno))) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
