package import Screen

/// What the frame writer needs to know of a terminal: the bytes for each thing it does.
package struct Capabilities {
  /// How the cursor is addressed.
  package enum CursorAddressing {
    /// `ESC [ row ; column H`, as nearly all do.
    case ansi
    /// The terminal's own way, for a row and a column counted from 0.
    case other((_ row: Int, _ column: Int) -> [UInt8])
  }

  /// How many colours are written.
  package var depth: ColorDepth
  /// How many of them `setForeground` and `setBackground` hold; 0 in truecolor, which is written as `38;2;r;g;b`.
  package var paletteSize: Int
  /// How the cursor is addressed.
  package var cursorAddressing = CursorAddressing.ansi
  /// The bytes that blank the screen.
  package var clear: [UInt8]
  /// The bytes that end every attribute and colour.
  package var plain: [UInt8]
  /// The bytes that end every colour, if the terminal can do that alone.
  package var defaultColors: [UInt8]?
  /// The bytes of each attribute that the terminal has.
  package var attributes: [(attribute: Attributes, bytes: [UInt8])]
  /// Attributes that the terminal cannot show together with a colour (`ncv`).
  package var attributesWithoutColor: Attributes = []
  /// The bytes that choose a foreground, by palette index.
  package var setForeground: [[UInt8]]
  /// The bytes that choose a background, by palette index.
  package var setBackground: [[UInt8]]
  /// The bytes that hide the cursor.
  package var hideCursor: [UInt8]
  /// The bytes that show it.
  package var showCursor: [UInt8]
  /// Whether writing the last cell of the last row leaves the screen where it is. Otherwise that cell stays blank.
  package var canWriteLastCell = true

  /// A terminal that understands ECMA-48 as xterm does.
  package init(ansi depth: ColorDepth) {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    self.depth = depth
    clear = bytes("\u{1B}[H\u{1B}[2J")
    plain = bytes("\u{1B}[m")
    defaultColors = bytes("\u{1B}[39;49m")
    attributes = [
      (.bold, bytes("\u{1B}[1m")), (.dim, bytes("\u{1B}[2m")), (.italic, bytes("\u{1B}[3m")),
      (.underline, bytes("\u{1B}[4m")), (.reverse, bytes("\u{1B}[7m")),
    ]
    paletteSize = [.palette256: 256, .palette16: 16][depth] ?? 0
    setForeground = (0..<paletteSize).map { bytes("\u{1B}[38;5;\($0)m") }
    setBackground = (0..<paletteSize).map { bytes("\u{1B}[48;5;\($0)m") }
    hideCursor = bytes("\u{1B}[?25l")
    showCursor = bytes("\u{1B}[?25h")
  }

  /// The terminal whose terminfo entry is loaded.
  ///
  /// Colours that its entry does not hold, because a person asked for more, are written as xterm's.
  package init(_ terminfo: Terminfo, depth: ColorDepth) {
    self.init(ansi: depth)
    if !Self.isAnsi(terminfo) {
      cursorAddressing = .other { terminfo.string("cup", $0, $1) ?? [] }
    }
    clear = terminfo.string("clear") ?? clear
    plain = terminfo.string("sgr0") ?? plain
    defaultColors = terminfo.string("op")
    attributes = [
      (Attributes.bold, "bold"), (.dim, "dim"), (.italic, "sitm"), (.underline, "smul"), (.reverse, "rev"),
    ].compactMap { attribute, name in terminfo.string(name).map { (attribute, $0) } }
    attributesWithoutColor = Self.attributes(noColorVideo: terminfo.number("ncv"))
    hideCursor = terminfo.string("civis") ?? []
    showCursor = terminfo.string("cnorm") ?? []
    canWriteLastCell = !terminfo.flag("am") || terminfo.flag("xenl") || terminfo.string("rmam") != nil

    let colors = terminfo.number("colors")
    if depth == .palette16, colors < 16 { paletteSize = 8 }
    if (paletteSize...256).contains(colors) {
      let indices = 0..<paletteSize
      setForeground = indices.map { terminfo.string("setaf", $0) ?? [] }
      setBackground = indices.map { terminfo.string("setab", $0) ?? [] }
    }
  }

  /// Whether the cursor is addressed as ECMA-48 says.
  static func isAnsi(_ terminfo: Terminfo) -> Bool {
    terminfo.string("cup") == Array("\u{1B}[%i%p1%d;%p2%dH".utf8)
  }

  /// The attributes in terminfo's bit set of those that do not go with colours.
  private static func attributes(noColorVideo bits: Int) -> Attributes {
    var result: Attributes = []
    for (bit, attribute) in [(2, Attributes.underline), (4, .reverse), (16, .dim), (32, .bold), (0x8000, .italic)]
    where bits & bit != 0 { result.insert(attribute) }
    return result
  }
}
