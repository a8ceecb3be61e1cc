// Writes one Swift file that holds the texts of other files, so that a lone binary needs no folder beside it.
//
//     embed OUTPUT TYPE-NAME FILE...
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed OUTPUT TYPE-NAME FILE...\n".utf8))
  exit(64)
}

/// A Swift string literal; every scalar outside printable ASCII is written by its number.
func literal(_ text: String) -> String {
  let body = text.unicodeScalars.map { scalar in
    scalar.isASCII && scalar.value >= 32 && scalar.value != 127 && scalar != "\"" && scalar != "\\"
      ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
  }
  return "\"" + body.joined() + "\""
}

var source = "/// Files of this package, embedded at build time: name without extension, and text.\n"
source += "enum \(arguments[2]) {\n  static let all: [(name: String, text: StaticString)] = [\n"
for path in arguments.dropFirst(3) {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let name = URL(filePath: path).deletingPathExtension().lastPathComponent
  source += "    (\(literal(name)), \(literal(text))),\n"
}
source += "  ]\n}\n"
// What is the same is left as it is, so that nothing is compiled again for it.
if (try? String(contentsOfFile: arguments[1], encoding: .utf8)) != source {
  try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
}
