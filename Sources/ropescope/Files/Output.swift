import Explorer
import Export
import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a command's data go: a file named with `-o`, or standard output.
enum Output {
  /// Whether a file that is there may be replaced: by `--force`, or by a yes where a person can be asked.
  ///
  /// Asked before the work, so that nothing is computed in vain.
  static func mayOverwrite(_ path: String?, force: Bool, _ language: Language) throws(Failure) -> Bool {
    guard let path, path != "-" else { return force }
    do throws(WriteProblem) {
      try OutputFile.check(path, overwrite: force)
      return force
    } catch {
      guard error == .exists, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
        throw Failure(error, path: path, language)
      }
      Message.ask(language("\(visible(path)) exists. Overwrite it? [y/N] ", "\(visible(path)) 已存在。覆盖吗？[y/N] "))
      guard let answer = readLine()?.lowercased(), ["y", "yes", "是"].contains(answer) else {
        throw Failure(error, path: path, language)
      }
      return true
    }
  }

  /// Writes sentences to standard output, one a line.
  static func say(_ sentences: [String], _ language: Language) throws {
    try write(to: nil, overwrite: false, language) { sink in
      for sentence in sentences { try sink.write((sentence + "\n").utf8) }
    }
  }

  /// Lets `produce` write and completes what it wrote; a failure leaves no file behind.
  static func write(
    to path: String?, overwrite: Bool, _ language: Language, _ produce: (any ByteSink) throws -> Void
  ) throws {
    do {
      if let path, path != "-" {
        let file = try OutputFile(path: path, overwrite: overwrite)
        try produce(file)
        try file.finish()
      } else {
        let output = StandardOutput()
        try produce(output)
        try output.finish()
      }
    } catch let problem as WriteProblem {
      throw Failure(problem, path: path ?? language("standard output", "标准输出"), language)
    }
  }
}
