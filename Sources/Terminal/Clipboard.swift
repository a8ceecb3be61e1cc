/// The clipboard of the person's own machine, which the terminal sets on demand (OSC 52), also through ssh.
package enum Clipboard {
  /// Bytes of text that are sent at most; terminals take about 74 kB.
  package static let longest = 65_536

  /// The bytes that put a text into it. Behind a multiplexer it is asked as well as the terminal: each does so only where
  /// the person lets it.
  package static func sequence(for text: String, through multiplexer: Multiplexer?) -> [UInt8] {
    let bytes = Array(text.utf8.prefix(longest))
    // Ended by a bell: screen would take Escape and a backslash for the end of its own wrapping.
    let plain = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
    return plain + (multiplexer?.passing(plain) ?? [])
  }

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        result.append(index <= group.count ? digits[word >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return result
  }
}
