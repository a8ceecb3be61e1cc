import ArgumentParser
import Explorer
import Export

/// Where a command writes: a file, or standard output.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: .spoken(
      "The file to write; its ending names the format. Without it, standard output.", "要写的文件；扩展名决定格式。不给则写到标准输出。"))
  var path: String?
  @Flag(help: .spoken("Overwrite the file if it is there.", "文件已存在时覆盖它。"))
  var force = false

  /// Whether a file that is there may be replaced. Asked before the work, so that nothing is computed in vain.
  func mayOverwrite(_ language: Language) throws(Failure) -> Bool {
    try Output.mayOverwrite(path, force: force, language)
  }

  /// Lets `produce` write and completes what it wrote; a failure leaves no file behind.
  func write(overwrite: Bool, _ language: Language, _ produce: (any ByteSink) throws -> Void) throws {
    try Output.write(to: path, overwrite: overwrite, language, produce)
  }
}
