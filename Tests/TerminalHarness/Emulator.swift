import CVTerm
public import Screen

/// A terminal emulator in the process: bytes in, a screen out.
///
///     let emulator = Emulator(Size(rows: 2, columns: 10))
///     emulator.feed(Array("hello".utf8))
///     emulator.line(0)  // "hello"
public final class Emulator {
  /// Rows and columns.
  public private(set) var size: Size
  /// Modes that programs switch, as far as the bytes tell.
  public private(set) var modes = TerminalModeTracker()
  private let terminal: OpaquePointer

  /// An emulator whose screen is blank; its size is at least 1 × 1.
  public init(_ size: Size) {
    self.size = size
    terminal = vterm_new(Int32(max(1, size.rows)), Int32(max(1, size.columns)))
    vterm_set_utf8(terminal, 1)
    let screen = vterm_obtain_screen(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(terminal) }

  /// Interprets bytes that a program wrote.
  public func feed(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    modes.feed(bytes)
    bytes.withUnsafeBytes { raw in
      _ = vterm_input_write(terminal, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
    }
  }

  /// What the terminal answers to questions that programs ask; empty most of the time.
  public func takeAnswer() -> [UInt8] {
    var answer = [CChar](repeating: 0, count: 1024)
    let count = vterm_output_read(terminal, &answer, answer.count)
    return answer.prefix(count).map(UInt8.init(bitPattern:))
  }

  /// Gives the screen another size, at least 1 × 1.
  public func resize(_ size: Size) {
    self.size = size
    vterm_set_size(terminal, Int32(max(1, size.rows)), Int32(max(1, size.columns)))
  }

  /// Where the text cursor stands.
  public var cursor: (row: Int, column: Int) {
    var place = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
    return (Int(place.row), Int(place.col))
  }

  /// The cell at a place; outside the screen, an empty one.
  public func cell(row: Int, column: Int) -> EmulatedCell {
    var cell = vt_cell()
    _ = vt_get(terminal, Int32(row), Int32(column), &cell)
    let scalars = withUnsafeBytes(of: cell.scalars) { Array($0.bindMemory(to: UInt32.self).prefix { $0 != 0 }) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    var attributes: Attributes = []
    if cell.bold { attributes.insert(.bold) }
    if cell.italic { attributes.insert(.italic) }
    if cell.underline { attributes.insert(.underline) }
    if cell.reverse { attributes.insert(.reverse) }
    return EmulatedCell(
      text: String(text), width: Int(cell.width), foreground: Self.paint(cell.foreground),
      background: Self.paint(cell.background), attributes: attributes)
  }

  /// One row without the blanks at its end.
  public func line(_ row: Int) -> String {
    var line = ""
    for column in 0..<size.columns {
      let cell = cell(row: row, column: column)
      if cell.width > 0 { line += cell.text.isEmpty ? " " : cell.text }
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// All rows, one a line.
  public var text: String { (0..<size.rows).map(line).joined(separator: "\n") }

  private static func paint(_ color: vt_color) -> EmulatedCell.Paint {
    switch Int(color.kind) {
    case VT_DEFAULT: .terminalDefault
    case VT_INDEXED: .indexed(color.index)
    default: .direct(Color(red: color.red, green: color.green, blue: color.blue))
    }
  }
}
