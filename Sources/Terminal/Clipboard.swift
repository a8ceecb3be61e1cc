import Screen

/// The clipboard of the person's own machine, which the terminal sets on demand (OSC 52), also through ssh.
package enum Clipboard {
  /// Bytes of text that are sent at most; terminals take about 74 kB.
  package static let longest = 65_536

  /// The bytes that put a text into it. Behind a multiplexer it is asked as well as the terminal: each does so only where
  /// the person lets it.
  package static func sequence(for text: String, through multiplexer: Multiplexer?) -> [UInt8] {
    let bytes = beginning(of: Array(text.utf8))
    // Ended by a bell: screen would take Escape and a backslash for the end of its own wrapping.
    let plain = Array("\u{1B}]52;c;".utf8) + Base64.encoded(bytes) + [0x07]
    return plain + (multiplexer?.passing(plain) ?? [])
  }

  /// As many bytes as are sent, up to where a sign ends: half a sign would make the whole no UTF-8.
  private static func beginning(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > longest else { return bytes }
    // Bytes that go on with a sign are 10xxxxxx.
    var end = longest
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }
}
