extension JSONScanner {
  /// The value that stands next, as a tree.
  ///
  /// - Throws: A syntax problem, or `tooDeep` past ``depthLimit`` levels, with its offset.
  mutating func value(depth: Int = 0) throws(Failure) -> JSON {
    try skipSpace()
    guard let byte = next else { throw failure(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "{"):
      var members = [String: JSON]()
      try object(depth: depth) { (scanner, key, depth) throws(Failure) in
        let start = scanner.offset
        let value = try scanner.value(depth: depth)
        if members.updateValue(value, forKey: key) != nil { scanner.noteRepetition(of: key, at: start) }
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements = [JSON]()
      try array(depth: depth) { (scanner, depth) throws(Failure) in
        elements.append(try scanner.value(depth: depth))
      }
      return .array(elements)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      let start = self
      switch word() {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null": return .null
      default: throw start.failure(.unexpected(Unicode.Scalar(byte)))
      }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), 48...57, UInt8(ascii: "N"), UInt8(ascii: "I"):
      return .number(try number())
    default: throw failure(.unexpected(Unicode.Scalar(byte)))
    }
  }

  /// Walks over the value that stands next and keeps nothing of it.
  mutating func skip(depth: Int) throws(Failure) {
    try skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      try object(depth: depth) { (scanner, _, depth) throws(Failure) in try scanner.skip(depth: depth) }
    case UInt8(ascii: "["):
      try array(depth: depth) { (scanner, depth) throws(Failure) in try scanner.skip(depth: depth) }
    default: _ = try value(depth: depth)
    }
  }

  /// Walks an object, handing over each key with the scanner before its value.
  mutating func object(
    depth: Int, member: (inout JSONScanner, String, Int) throws(Failure) -> Void
  ) throws(Failure) {
    try expect(UInt8(ascii: "{"))
    guard depth < Self.depthLimit else { throw Failure(problem: .tooDeep(limit: Self.depthLimit), offset: offset) }
    while try !take(UInt8(ascii: "}")) {
      let name = try key()
      try expect(UInt8(ascii: ":"))
      try skipSpace()
      try member(&self, name, depth + 1)
      if try !take(UInt8(ascii: ",")) {
        try expect(UInt8(ascii: "}"))
        return
      }
    }
  }

  /// Walks an array, handing over the scanner before each element.
  mutating func array(depth: Int, element: (inout JSONScanner, Int) throws(Failure) -> Void) throws(Failure) {
    try expect(UInt8(ascii: "["))
    guard depth < Self.depthLimit else { throw Failure(problem: .tooDeep(limit: Self.depthLimit), offset: offset) }
    while try !take(UInt8(ascii: "]")) {
      try skipSpace()
      try element(&self, depth + 1)
      if try !take(UInt8(ascii: ",")) {
        try expect(UInt8(ascii: "]"))
        return
      }
    }
  }

  /// Nothing but space may follow.
  mutating func expectEnd() throws(Failure) {
    try skipSpace()
    if let byte = next { throw failure(.unexpected(Unicode.Scalar(byte))) }
  }
}

extension JSON {
  /// A whole JSON text.
  struct Text: Hashable {
    let value: JSON
    /// Members whose name stood in their object before, in the order of the text; the first few.
    let repeatedKeys: [RepeatedKey]
  }

  /// A member whose name stood in its object before: this one counts.
  struct RepeatedKey: Hashable {
    let name: String
    /// From 1.
    let line: Int
  }

  /// Reads a whole JSON text.
  ///
  /// - Parameter path: The file, for messages.
  /// - Throws: A ``CheckpointError`` with line and column.
  static func reading(_ bytes: [UInt8], path: String) throws(CheckpointError) -> Text {
    let outcome = bytes.withUnsafeBytes { buffer -> Result<Text, CheckpointError> in
      do throws(JSONScanner.Failure) {
        var scanner = JSONScanner(buffer)
        let value = try scanner.value()
        try scanner.expectEnd()
        let repeated = scanner.repetitions.map {
          RepeatedKey(name: $0.name, line: 1 + buffer.prefix($0.offset).count(where: { $0 == 0x0A }))
        }
        return .success(Text(value: value, repeatedKeys: repeated))
      } catch {
        return .failure(error.placed(in: buffer, path: path))
      }
    }
    return try outcome.get()
  }
}

extension JSONScanner.Failure {
  /// The same failure with its line and column (both from 1, columns in characters of UTF-8).
  func placed(in bytes: UnsafeRawBufferPointer, path: String) -> CheckpointError {
    let before = bytes.prefix(offset)
    let line = 1 + before.count(where: { $0 == 0x0A })
    let column = 1 + before.reversed().prefix(while: { $0 != 0x0A }).count(where: { $0 & 0xC0 != 0x80 })
    return CheckpointError(path: path, place: .text(line: line, column: column), problem: problem)
  }
}
