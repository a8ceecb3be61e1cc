import CNcurses

/// The terminfo entry that is loaded: what `setupterm` or `newterm` found.
package struct Terminfo {
  /// The name under which the entry was found; not always the value of `TERM`.
  package let name: String

  /// Loads the entry of `name`, or of a terminal that nearly every newer one understands.
  package static func load(_ name: String) throws(TerminalError) -> Terminfo {
    for candidate in [name, "xterm-256color", "vt100"] {
      var result: Int32 = 0
      guard setupterm(candidate, 1, &result) == OK else { continue }
      let entry = Terminfo(name: candidate)
      if entry.string("cup") == nil { throw .cannotAddressCursor(name: candidate) }
      return entry
    }
    throw .unknownTerminal(name: name)
  }

  /// Forgets the entry that is loaded.
  package static func unload() {
    if let entry = set_curterm(nil) { del_curterm(entry) }
  }

  /// A string capability without its padding marks, or `nil` where the terminal lacks it.
  func string(_ capability: String) -> [UInt8]? {
    guard let value = nc_string(capability) else { return nil }
    let bytes = Self.withoutPadding(value)
    return bytes.isEmpty ? nil : bytes
  }

  /// A string capability with its parameters filled in.
  func string(_ capability: String, _ first: Int, _ second: Int = 0) -> [UInt8]? {
    guard let value = nc_string(capability), let filled = nc_parameterised(value, first, second) else { return nil }
    return Self.withoutPadding(filled)
  }

  /// A numeric capability, or 0 where the terminal lacks it.
  package func number(_ capability: String) -> Int { max(0, Int(tigetnum(capability))) }

  /// A boolean capability.
  func flag(_ capability: String) -> Bool { tigetflag(capability) > 0 }

  /// Removes delays such as `$<5>` and `$<2/*>`, which terminals have not needed since they stopped being machines.
  static func withoutPadding(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var rest = Array(String(cString: text).utf8)[...]
    var result: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      else {
        result.append(byte)
        continue
      }
      rest = rest[(end + 1)...]
    }
    return result
  }
}
