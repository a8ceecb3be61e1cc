import CNcurses
import Screen

/// The keyboard: a window that is never shown, through which ncurses reads and recognises keys.
///
/// A pad, because ncurses refreshes the screen before it reads through any other window.
struct KeyReader: ~Copyable {
  private let pad: UnsafeMutablePointer<WINDOW>
  private var decoder: KeyDecoder

  /// A reader of the terminal that is open, or `nil` without memory for it.
  init?() {
    guard let pad = newpad(1, 1) else { return nil }
    self.pad = pad
    keypad(pad, true)
    nodelay(pad, true)
    meta(pad, true)
    // What the mouse sends is read by the decoder, in a form that ncurses does not know on every terminal.
    define_key(nil, KEY_MOUSE)
    decoder = KeyDecoder(meanings: Self.meanings())
  }

  deinit { delwin(pad) }

  /// Whether what came last is a key by itself, but also the beginning of a reply.
  var isUndecided: Bool { decoder.isUndecided }

  /// Whether pasted text has begun and its end has not come.
  var isPasting: Bool { decoder.isPasting }

  /// What the terminal answered to questions, each told once.
  mutating func takeReplies() -> [TerminalReply] { decoder.takeReplies() }

  /// Decides that what came last is a key, or the end of what was pasted.
  mutating func settle(into events: inout [Event]) { decoder.settle(into: &events) }

  /// Appends the events of everything that has arrived. After an Escape alone it waits 25 ms for what may follow.
  ///
  /// - Parameter isAwaitingReplies: Whether a lone Escape at the end is left undecided, for it may begin a reply.
  mutating func read(into events: inout [Event], isAwaitingReplies: Bool) {
    // A bound, so that a terminal that sends without end cannot keep the program from drawing.
    for _ in 0..<65_536 {
      let code = wgetch(pad)
      if code == ERR { break }
      decoder.feed(Int(code), into: &events)
    }
    if !(isAwaitingReplies && isUndecided) { decoder.pause(into: &events) }
  }

  /// What the numbers mean that ncurses gives for keys: its own names, and those of xterm's sequences that its entry for
  /// this terminal lacks.
  private static func meanings() -> [Int: KeyDecoder.Meaning] {
    var meanings = named.mapValues { KeyDecoder.Meaning.key(Key($0)) }
    for number in 1...12 { meanings[Int(KEY_F0) + number] = .key(Key(.function(number))) }
    meanings[Int(KEY_SLEFT)] = .key(Key(.left, .shift))
    meanings[Int(KEY_SRIGHT)] = .key(Key(.right, .shift))
    meanings[Int(KEY_SR)] = .key(Key(.up, .shift))
    meanings[Int(KEY_SF)] = .key(Key(.down, .shift))
    // Numbers above those of ncurses and of the names its entries add.
    var free: Int32 = 0x1000
    for sequence in KeySequence.all {
      let known = key_defined(sequence.bytes)
      if known > 0 {
        meanings[Int(known)] = meanings[Int(known)] ?? sequence.meaning
      } else if known == 0, define_key(sequence.bytes, free) == OK {
        meanings[Int(free)] = sequence.meaning
        free += 1
      }
    }
    return meanings
  }

  private static var named: [Int: Key.Code] {
    [
      Int(KEY_UP): .up, Int(KEY_DOWN): .down, Int(KEY_LEFT): .left, Int(KEY_RIGHT): .right, Int(KEY_HOME): .home,
      Int(KEY_END): .end, Int(KEY_PPAGE): .pageUp, Int(KEY_NPAGE): .pageDown, Int(KEY_ENTER): .enter,
      Int(KEY_BTAB): .backTab, Int(KEY_BACKSPACE): .backspace, Int(KEY_DC): .delete, Int(KEY_IC): .insert,
      Int(KEY_FIND): .home, Int(KEY_SELECT): .end, Int(KEY_A1): .home, Int(KEY_C1): .end, Int(KEY_A3): .pageUp,
      Int(KEY_C3): .pageDown,
    ]
  }
}
