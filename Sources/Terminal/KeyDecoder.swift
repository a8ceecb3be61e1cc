package import Screen

/// Makes events of what ncurses reads: bytes, and numbers for the key sequences that it knows.
///
/// Total: whatever is fed, bytes that mean nothing are dropped, and text that arrives in pieces is put together.
package struct KeyDecoder {
  /// What a number from ncurses stands for.
  package enum Meaning: Hashable, Sendable {
    /// A key.
    case key(Key)
    /// Pasted text begins.
    case pasteStart
    /// Pasted text ends.
    case pasteEnd
  }

  private enum State {
    /// Between keys.
    case ground
    /// After Escape: alone it is the key, before another key it is Alt.
    case escape
    /// After Escape and a part of a character.
    case alt
    /// Inside `CSI`, which ncurses did not recognise; how many bytes followed it.
    case controlSequence(length: Int)
    /// After `SS3`, of which one byte follows.
    case singleShift
    /// Inside pasted text.
    case paste
  }

  /// Bytes of pasted text that are kept; what is beyond is dropped.
  package static let longestPaste = 1 << 20

  private let meanings: [Int: Meaning]
  private var state = State.ground
  private var scalar = ScalarDecoder()
  private var pasted: [UInt8] = []

  /// A decoder for which the numbers above 255 have these meanings.
  package init(meanings: [Int: Meaning] = [:]) { self.meanings = meanings }

  /// Takes one byte (0 … 255) or number and appends the events that it completes.
  package mutating func feed(_ code: Int, into events: inout [Event]) {
    if case .paste = state {
      feedPaste(code, into: &events)
    } else if let byte = UInt8(exactly: code) {
      feed(byte, into: &events)
    } else if let meaning = meanings[code] {
      feed(meaning, into: &events)
    } else {
      state = .ground
    }
  }

  /// Tells that nothing more follows at once: an Escape that waited is the key.
  package mutating func pause(into events: inout [Event]) {
    switch state {
    case .escape: events.append(.key(Key(.escape)))
    case .controlSequence(length: 0): events.append(.key(Key(.character("["), .alt)))
    case .singleShift: events.append(.key(Key(.character("O"), .alt)))
    case .ground, .alt, .controlSequence, .paste: return
    }
    state = .ground
  }

  private mutating func feed(_ meaning: Meaning, into events: inout [Event]) {
    scalar = ScalarDecoder()
    switch meaning {
    case .key(let key):
      if case .escape = state {
        events.append(.key(Key(key.code, key.modifiers.union(.alt))))
      } else {
        events.append(.key(key))
      }
      state = .ground
    case .pasteStart:
      state = .paste
      pasted = []
    case .pasteEnd: state = .ground
    }
  }

  private mutating func feedPaste(_ code: Int, into events: inout [Event]) {
    if let byte = UInt8(exactly: code) {
      if pasted.count < Self.longestPaste { pasted.append(byte) }
    } else if meanings[code] == .pasteEnd {
      events.append(.paste(Self.text(pasted)))
      pasted = []
      state = .ground
    }
  }

  /// Terminals end a pasted line as the Enter key does, with a carriage return.
  private static func text(_ bytes: [UInt8]) -> String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 10, index > 0, bytes[index - 1] == 13 { continue }
      lines.append(byte == 13 ? 10 : byte)
    }
    return String(decoding: lines, as: UTF8.self)
  }

  private mutating func feed(_ byte: UInt8, into events: inout [Event]) {
    switch state {
    case .paste: return
    case .singleShift: state = .ground
    case .controlSequence(let length):
      switch byte {
      case 0x20...0x3F: state = .controlSequence(length: min(length, 1) + 1)
      case 0x1B: state = .escape
      default: state = .ground
      }
    case .escape:
      state = .ground
      switch byte {
      case UInt8(ascii: "["): state = .controlSequence(length: 0)
      case UInt8(ascii: "O"): state = .singleShift
      case 0x1B:
        events.append(.key(Key(.escape)))
        state = .escape
      default: feedAlt(byte, into: &events)
      }
    case .alt: feedAlt(byte, into: &events)
    case .ground:
      if byte == 0x1B {
        scalar = ScalarDecoder()
        state = .escape
      } else if let key = key(byte) {
        events.append(.key(key))
      }
    }
  }

  private mutating func feedAlt(_ byte: UInt8, into events: inout [Event]) {
    let key = key(byte)
    if let key { events.append(.key(Key(key.code, key.modifiers.union(.alt)))) }
    state = scalar.isWaiting ? .alt : .ground
  }

  /// The key of a byte that begins none of the sequences, once its scalar is complete.
  private mutating func key(_ byte: UInt8) -> Key? {
    guard let value = scalar.feed(byte) else { return nil }
    switch value.value {
    case 9: return Key(.tab)
    case 10, 13: return Key(.enter)
    case 8, 127: return Key(.backspace)
    case 0: return Key(.character(" "), .control)
    case 1...26: return Unicode.Scalar(value.value + 0x60).map { Key(.character($0), .control) }
    case 28...31: return Unicode.Scalar(value.value + 0x40).map { Key(.character($0), .control) }
    case 0x80...0x9F: return nil
    default: return Key(.character(value))
    }
  }
}
