/// Reads the atoms of JSON text one after the other: space, strings, numbers, words.
///
/// Accepts what people write and publish: the JSON5 of comments, trailing commas, single quotes, bare keys, `NaN`,
/// `Infinity`, a leading `+` and hexadecimal numbers, and a byte order mark. Every failure knows its offset. Nothing
/// here allocates beyond the one string or number being read, so a header of any size can be walked.
struct JSONScanner {
  /// Deepest nesting that is followed; published configs nest four levels deep.
  static let depthLimit = 128

  let bytes: UnsafeRawBufferPointer
  /// Offset of the next byte to read; never beyond `bytes.count`.
  private(set) var offset = 0
  /// Members whose name stood in their object before, and where the value that counts begins; the first few.
  private(set) var repetitions = [(name: String, offset: Int)]()

  /// What is wrong, and the byte at which it shows.
  struct Failure: Error, Hashable {
    let problem: CheckpointError.Problem
    let offset: Int
  }

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { offset = 3 }
  }

  func failure(_ problem: CheckpointError.SyntaxProblem) -> Failure {
    Failure(problem: .syntax(offset < bytes.count ? problem : .unexpectedEnd), offset: offset)
  }

  /// Keeps in mind that a member of this name was there before.
  mutating func noteRepetition(of name: String, at offset: Int) {
    if repetitions.count < 16 { repetitions.append((name, offset)) }
  }

  /// The next byte, or nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The byte after the next one.
  private var afterNext: UInt8? { offset + 1 < bytes.count ? bytes[offset + 1] : nil }

  /// Skips white space and comments.
  mutating func skipSpace() throws(Failure) {
    while let byte = next {
      switch byte {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20: offset += 1
      case UInt8(ascii: "/") where afterNext == UInt8(ascii: "/"):
        while let inside = next, inside != 0x0A { offset += 1 }
      case UInt8(ascii: "/") where afterNext == UInt8(ascii: "*"):
        offset += 2
        while !(next == UInt8(ascii: "*") && afterNext == UInt8(ascii: "/")) {
          guard offset < bytes.count else { throw failure(.unexpectedEnd) }
          offset += 1
        }
        offset += 2
      default: return
      }
    }
  }

  /// Skips space and takes `byte` if it comes next.
  mutating func take(_ byte: UInt8) throws(Failure) -> Bool {
    try skipSpace()
    guard next == byte else { return false }
    offset += 1
    return true
  }

  /// Skips space and takes `byte`, which must come next.
  mutating func expect(_ byte: UInt8) throws(Failure) {
    guard try take(byte) else { throw failure(.expected(Unicode.Scalar(byte))) }
  }

  /// A quoted string.
  mutating func string() throws(Failure) -> String {
    guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure(.expected("\""))
    }
    offset += 1
    let start = offset
    while let byte = next, byte != quote, byte != UInt8(ascii: "\\") { offset += 1 }
    // Nearly every string has no escape, and is taken as it stands.
    if next == quote {
      guard let string = String(validating: bytes[start..<offset], as: UTF8.self) else { throw failure(.notUTF8) }
      offset += 1
      return string
    }
    var text = [UInt8](bytes[start..<offset])
    while let byte = next, byte != quote {
      offset += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    guard next == quote else { throw failure(.unexpectedEnd) }
    guard let string = String(validating: text, as: UTF8.self) else { throw failure(.notUTF8) }
    offset += 1
    return string
  }

  /// The name of an object's member: quoted, or a bare word.
  mutating func key() throws(Failure) -> String {
    guard let byte = next else { throw failure(.unexpectedEnd) }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try string() }
    let word = self.word()
    guard !word.isEmpty else { throw failure(.expected("\"")) }
    return word
  }

  /// A run of letters, digits, `_` and `$`; empty where none starts.
  mutating func word() -> String {
    let start = offset
    while let byte = next, Self.isWordByte(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// A number, signed infinities and NaN included.
  mutating func number() throws(Failure) -> Double {
    let start = offset
    var sign = 1.0
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
      sign = next == UInt8(ascii: "-") ? -1 : 1
      offset += 1
    }
    let body = offset
    while let byte = next, Self.isNumberByte(byte, after: offset > body ? bytes[offset - 1] : 0) { offset += 1 }
    let text = String(decoding: bytes[body..<offset], as: UTF8.self)
    if let magnitude = Self.magnitude(text) { return sign * magnitude }
    offset = start
    throw failure(.badNumber)
  }

  private static func magnitude(_ text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case let hexadecimal where hexadecimal.hasPrefix("0x") || hexadecimal.hasPrefix("0X"):
      return UInt64(hexadecimal.dropFirst(2), radix: 16).map { Double($0) }
    default:
      guard let first = text.utf8.first, first == UInt8(ascii: ".") || (48...57).contains(first) else { return nil }
      return Double(text)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "$"): true
    default: false
    }
  }

  private static func isNumberByte(_ byte: UInt8, after previous: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."): true
    case UInt8(ascii: "-"), UInt8(ascii: "+"): previous | 0x20 == UInt8(ascii: "e")
    default: isWordByte(byte)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    guard let byte = next else { throw failure(.unexpectedEnd) }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"):
      var unit = try codeUnit()
      if (0xD800..<0xDC00).contains(unit), next == UInt8(ascii: "\\"), afterNext == UInt8(ascii: "u") {
        offset += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else { throw failure(.badEscape) }
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      // A lone surrogate stands for nothing: Python keeps it, text cannot; it is shown as what it is, a hole.
      text.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    default: throw failure(.badEscape)
    }
  }

  private mutating func codeUnit() throws(Failure) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw failure(.badEscape) }
    var unit: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw failure(.badEscape) }
      unit = unit << 4 | UInt32(digit)
    }
    offset += 4
    return unit
  }
}
