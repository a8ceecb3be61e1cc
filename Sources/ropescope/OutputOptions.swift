import ArgumentParser
import Explorer
import Export

/// Where a command writes: a file, or standard output.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to write; its ending names the format. Without it, standard output.")
  var path: String?
  @Flag(help: "Overwrite the file if it is there.")
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
