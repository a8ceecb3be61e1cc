public import Foundation

/// The numbers of other software under `Tests/Oracle`, found beside this source file.
public enum Oracle {
  /// The folder that holds `configs` and `expected`.
  public static let directory = repository.appending(path: "Tests/Oracle", directoryHint: .isDirectory)

  /// The root of the project's working copy.
  public static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The bytes of a file, by its path under `Tests/Oracle`.
  public static func data(_ path: String) throws -> Data {
    try Data(contentsOf: directory.appending(path: path))
  }

  /// A file of JSON, by its path under `Tests/Oracle`, decoded as the type that is asked for.
  public static func load<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: data(path))
  }

  /// The names of the JSON files in a folder under `Tests/Oracle`, without their ending, sorted.
  public static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.appending(path: folder).path(percentEncoded: false))
      .filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }
      .sorted()
  }
}
