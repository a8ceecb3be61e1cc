import Foundation

/// A program of this package, as it was built for the tests.
public enum BuiltProgram {
  /// No such program stands beside the tests.
  public struct Missing: Error { let name: String }

  /// The path of a program: in the folder of the tests' own bundle, or in one above it.
  public static func path(_ name: String) throws -> String {
    let bundle = CommandLine.arguments.last { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(filePath: bundle).standardizedFileURL
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    throw Missing(name: name)
  }
}
