package import Screen

/// Makes events of what ncurses reads: bytes, and numbers for the key sequences that it knows.
///
/// Total: whatever is fed, bytes that mean nothing are dropped, and what arrives in pieces is put together. What the
/// terminal answers to questions is never a key: it is kept apart in `takeReplies`.
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
    /// Inside `CSI`, which ncurses did not recognise, and the bytes that followed it.
    case controlSequence([UInt8])
    /// After `SS3`, of which one byte follows.
    case singleShift
    /// After Escape and the letter of `OSC` or `DCS`: a command string, or Alt with that letter.
    case stringStart(UInt8)
    /// Inside a command string, and its bytes.
    case string(UInt8, [UInt8])
    /// After Escape inside a command string, which is ended by Escape and a backslash.
    case stringEscape(UInt8, [UInt8])
    /// Inside pasted text.
    case paste
  }

  /// Bytes of pasted text that are kept; what is beyond is dropped.
  package static let longestPaste = 1 << 20
  /// Bytes after which a command string is no reply, and the keys are heard again.
  package static let longestString = 256
  /// Replies that are kept until they are taken.
  private static let mostReplies = 64

  private let meanings: [Int: Meaning]
  private var state = State.ground
  private var scalar = ScalarDecoder()
  private var pasted: [UInt8] = []
  private var replies: [TerminalReply] = []

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

  /// What the terminal answered, oldest first; each is told once.
  package mutating func takeReplies() -> [TerminalReply] {
    defer { replies.removeAll(keepingCapacity: true) }
    return replies
  }

  /// Whether pasted text has begun and its end has not come.
  package var isPasting: Bool { if case .paste = state { true } else { false } }

  /// Whether what came last is a key by itself, but also the beginning of a reply.
  package var isUndecided: Bool {
    switch state {
    case .escape, .stringStart: true
    case .controlSequence(let bytes): bytes.isEmpty
    default: false
    }
  }

  /// Tells that nothing more follows at once: an Escape that waited is the key.
  package mutating func pause(into events: inout [Event]) {
    switch state {
    case .escape: events.append(.key(Key(.escape)))
    case .controlSequence([]): events.append(.key(Key(.character("["), .alt)))
    case .singleShift: events.append(.key(Key(.character("O"), .alt)))
    case .stringStart(let letter): events.append(.key(Key(.character(Unicode.Scalar(letter)), .alt)))
    case .ground, .alt, .controlSequence, .paste, .string, .stringEscape: return
    }
    state = .ground
  }

  /// Tells that nothing has followed for long: what waited is complete, a paste too whose end was lost.
  package mutating func settle(into events: inout [Event]) {
    if isPasting { endPaste(into: &events) } else { pause(into: &events) }
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
      endPaste(into: &events)
    }
  }

  private mutating func endPaste(into events: inout [Event]) {
    events.append(.paste(Self.text(pasted)))
    pasted = []
    state = .ground
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
    case .controlSequence(let bytes): feedSequence(byte, after: bytes, into: &events)
    case .stringStart(let letter):
      if (0x21...0x3F).contains(byte) {
        state = .string(letter, [byte])
      } else {
        pause(into: &events)
        feed(byte, into: &events)
      }
    case .string(let letter, let bytes): feedString(byte, letter, after: bytes, into: &events)
    case .stringEscape(let letter, let bytes):
      state = .escape
      if byte == UInt8(ascii: "\\") { endString(letter, bytes) } else { feed(byte, into: &events) }
    case .escape: feedEscaped(byte, into: &events)
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

  private mutating func feedEscaped(_ byte: UInt8, into events: inout [Event]) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .controlSequence([])
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .stringStart(byte)
    case 0x1B:
      events.append(.key(Key(.escape)))
      state = .escape
    default: feedAlt(byte, into: &events)
    }
  }

  private mutating func feedSequence(_ byte: UInt8, after bytes: [UInt8], into events: inout [Event]) {
    switch byte {
    case 0x20...0x3F:
      state = .controlSequence(bytes.count > ControlSequence.longest ? bytes : bytes + [byte])
    case 0x1B: state = .escape
    default:
      state = .ground
      guard let sequence = ControlSequence(bytes, final: byte) else { return }
      if let mouse = sequence.mouse {
        append(mouse, to: &events)
      } else if let reply = TerminalReply(sequence), replies.count < Self.mostReplies {
        replies.append(reply)
      }
    }
  }

  /// Of a run of movements only the last place counts.
  private func append(_ mouse: Mouse, to events: inout [Event]) {
    if case .mouse(let last)? = events.last, last.gesture == mouse.gesture, last.modifiers == mouse.modifiers {
      switch mouse.gesture {
      case .move, .drag: events.removeLast()
      case .press, .release, .wheel, .wheelSideways: break
      }
    }
    events.append(.mouse(mouse))
  }

  private mutating func feedString(
    _ byte: UInt8, _ letter: UInt8, after bytes: [UInt8], into events: inout [Event]
  ) {
    switch byte {
    case 0x07: endString(letter, bytes)
    case 0x1B: state = .stringEscape(letter, bytes)
    case 0x00...0x1F:
      // No reply holds one: this is a key, and what stood before it was cut off.
      state = .ground
      feed(byte, into: &events)
    default: state = bytes.count < Self.longestString ? .string(letter, bytes + [byte]) : .ground
    }
  }

  private mutating func endString(_ letter: UInt8, _ bytes: [UInt8]) {
    state = .ground
    guard letter == UInt8(ascii: "]"), replies.count < Self.mostReplies, let reply = TerminalReply(command: bytes)
    else { return }
    replies.append(reply)
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
