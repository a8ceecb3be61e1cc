/// The header of a `.npy` file: `{'descr': '<f4', 'fortran_order': False, 'shape': (512, 384), }`.
struct NpyHeader: Hashable {
  let format: NumberFormat
  let isBigEndian: Bool
  /// Fortran's order: columns lie together.
  let isColumnMajor: Bool
  let shape: [Int]

  /// Reads the header, a Python dict of three entries.
  init(_ bytes: [UInt8], path: String) throws(CheckpointError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CheckpointError(path: path, problem: .badHeader(entry: "descr"))
    }
    guard let descr = Self.quoted(Self.value(of: "descr", in: text)) else {
      throw CheckpointError(path: path, problem: .badHeader(entry: "descr"))
    }
    guard let format = Self.format(descr) else {
      throw CheckpointError(path: path, problem: .unsupportedType(descr))
    }
    self.format = format
    isBigEndian = descr.hasPrefix(">")
    switch Self.value(of: "fortran_order", in: text)?.prefix(while: \.isLetter) {
    case "True": isColumnMajor = true
    case "False": isColumnMajor = false
    default: throw CheckpointError(path: path, problem: .badHeader(entry: "fortran_order"))
    }
    guard let shape = Self.tuple(Self.value(of: "shape", in: text)) else {
      throw CheckpointError(path: path, problem: .badHeader(entry: "shape"))
    }
    self.shape = shape
  }

  /// What stands after a key and its colon.
  private static func value(of key: String, in text: String) -> Substring? {
    for quote in ["'", "\""] {
      guard let found = text.firstRange(of: quote + key + quote) else { continue }
      let rest = text[found.upperBound...].drop(while: \.isWhitespace)
      guard rest.first == ":" else { return nil }
      return rest.dropFirst().drop(while: \.isWhitespace)
    }
    return nil
  }

  private static func quoted(_ text: Substring?) -> String? {
    guard let text, let quote = text.first, quote == "'" || quote == "\"" else { return nil }
    let body = text.dropFirst()
    guard let end = body.firstIndex(of: quote) else { return nil }
    return String(body[..<end])
  }

  /// `V2` is what numpy makes of bfloat16, for which it has no name.
  private static func format(_ descr: String) -> NumberFormat? {
    let name = descr.first.map { "<>=|".contains($0) } == true ? descr.dropFirst() : descr[...]
    return switch name {
    case "f2": .float16
    case "V2", "bfloat16": .bfloat16
    case "f4": .float32
    case "f8": .float64
    default: nil
    }
  }

  private static func tuple(_ text: Substring?) -> [Int]? {
    guard let text, text.first == "(", let end = text.firstIndex(of: ")") else { return nil }
    var sizes = [Int]()
    for part in text[..<end].dropFirst().split(separator: ",") {
      let digits = String(part.drop(while: \.isWhitespace).prefix { $0.isNumber || $0 == "-" })
      if digits.isEmpty, part.allSatisfy(\.isWhitespace) { continue }
      guard let size = Int(digits), size >= 0, sizes.count < 32 else { return nil }
      sizes.append(size)
    }
    return sizes
  }
}
