import Explorer
import Export

/// Where a command's data go: a file named with `-o`, or standard output.
enum Output {
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
