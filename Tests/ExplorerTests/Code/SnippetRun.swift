import Encodings
import Foundation

@testable import Explorer

/// All snippets run by one process of their language.
enum SnippetRun {
  /// What a language did not do.
  struct Problem: Error, CustomStringConvertible { let description: String }

  /// A row-major table for each name.
  typealias Tables = [String: [[Double]]]

  /// Runs a program and returns what it printed.
  static func output(of arguments: [String], in folder: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": folder.path]) { $1 }
    let (output, messages) = (folder.appending(path: "output"), folder.appending(path: "messages"))
    for url in [output, messages] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = String(decoding: try Data(contentsOf: messages), as: UTF8.self)
      throw Problem(
        description: "\(arguments.joined(separator: " ")) ended with \(process.terminationStatus):\n\(said)")
    }
    return try Data(contentsOf: output)
  }

  /// Runs Python snippets; where the library is not there, they are parsed and give no numbers.
  static func python(_ cases: [SnippetCase], _ dialect: Dialect, in folder: URL) throws -> Tables {
    try writeSafetensorsReader(in: folder)
    let library = dialect == .pytorch ? "torch" : "numpy"
    var program = """
      import importlib.util, json
      there = importlib.util.find_spec("\(library)") is not None
      results = {}
      def run(name, text, result):
          code = compile(text, name, "exec")
          if there:
              scope = {}
              exec(code, scope)
              results[name] = scope[result].tolist()

      """
    for item in cases {
      let snippet = item.snippet(dialect)
      program += "run(\(quoted(item.name)), \(try pythonString(item.text(dialect))), \(quoted(snippet.result)))\n"
    }
    program += "print(json.dumps(results))\n"
    let file = folder.appending(path: "\(library)-snippets.py")
    try Data(program.utf8).write(to: file)
    return try JSONDecoder().decode(Tables.self, from: output(of: ["python3", file.path], in: folder))
  }

  /// Compiles Swift snippets as one program and runs it.
  static func swift(_ cases: [SnippetCase], in folder: URL) throws -> Tables {
    var program = "import Foundation\n"
    for (index, item) in cases.enumerated() {
      let snippet = item.snippet(.swift)
      let body = item.text(.swift).replacing("import Foundation\n", with: "")
      program += "func snippet\(index)() throws -> [[Double]] {\n\(body)return \(snippet.result)\n}\n"
    }
    program += "var results: [String: [[Double]]] = [:]\n"
    for (index, item) in cases.enumerated() { program += "results[\(quoted(item.name))] = try snippet\(index)()\n" }
    program += "print(String(decoding: try JSONEncoder().encode(results), as: UTF8.self))\n"
    let file = folder.appending(path: "main.swift")
    try Data(program.utf8).write(to: file)
    _ = try output(of: ["swiftc", "-Onone", "-o", "snippets", file.path], in: folder)
    return try JSONDecoder().decode(
      Tables.self, from: output(of: [folder.appending(path: "snippets").path], in: folder))
  }

  /// A string as Python reads it: JSON's spelling is one of Python's.
  private static func pythonString(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self).replacing("\\/", with: "/")
  }

  /// The two functions of the safetensors package that snippets call, for 32-bit numbers.
  private static func writeSafetensorsReader(in folder: URL) throws {
    let package = folder.appending(path: "safetensors", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
    try Data().write(to: package.appending(path: "__init__.py"))
    let reader = """
      import json
      import numpy as np

      def load_file(path):
          data = open(path, "rb").read()
          length = int.from_bytes(data[:8], "little")
          tensors = {}
          for name, about in json.loads(data[8:8 + length]).items():
              if name != "__metadata__":
                  assert about["dtype"] == "F32"
                  first, last = about["data_offsets"]
                  values = np.frombuffer(data[8 + length + first:8 + length + last], np.float32)
                  tensors[name] = values.reshape(about["shape"])
          return tensors

      """
    try Data(reader.utf8).write(to: package.appending(path: "numpy.py"))
    let tensors =
      "import torch\nfrom .numpy import load_file as arrays\n"
      + "def load_file(path):\n    return {name: torch.tensor(array) for name, array in arrays(path).items()}\n"
    try Data(tensors.utf8).write(to: package.appending(path: "torch.py"))
  }
}
