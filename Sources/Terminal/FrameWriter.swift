package import Screen

/// Turns frames into the bytes that make a terminal show them: the difference from the frame before, in one block.
///
/// Only cells that look different are written, colours and attributes only where they change, and the cursor is moved
/// only over what stays. Nothing is read from the terminal, and nothing else writes to it: what was written is what is
/// shown. Complexity of a frame: O(rows · columns), without an allocation per cell.
///
///     var writer = FrameWriter(Capabilities(ansi: .truecolor))
///     writer.encode(frame, on: frame.size)
///     writer.withBytes { write($0) }
package struct FrameWriter: ~Copyable {
  private let capabilities: Capabilities
  private let possibleAttributes: Attributes
  private var palette: NearestColors
  private var pen: Pen
  private var output = OutputBuffer()
  /// What the terminal shows, row-major; `nil` while that is unknown.
  private var shown: [ShownCell]?
  private var size = Size(rows: 0, columns: 0)
  /// Where the terminal's cursor stands; `nil` where terminals disagree, such as after the last column.
  private var cursor: (row: Int, column: Int)?
  private var cursorIsShown = true
  /// Whether the terminal shows a frame at once when its last byte has come (mode 2026), instead of as it comes.
  package var isSynchronised = false

  /// A writer for a terminal of which nothing is known yet: the first frame is written whole.
  package init(_ capabilities: Capabilities) {
    self.capabilities = capabilities
    possibleAttributes = capabilities.attributes.reduce(into: []) { $0.insert($1.attribute) }
    palette = NearestColors(size: capabilities.paletteSize)
    pen = Pen(capabilities)
  }

  /// Forgets what the terminal shows: the next frame clears the screen and is written whole.
  package mutating func forget() { shown = nil }

  /// The bytes of the last frame, valid inside the closure.
  package borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    output.withBytes(body)
  }

  /// Replaces the bytes by those that turn what is shown into `frame`.
  ///
  /// - Parameters:
  ///   - frame: What to show. Rows and columns past the terminal's are left out.
  ///   - terminalSize: The terminal's size now.
  package mutating func encode(_ frame: Frame, on terminalSize: Size) {
    output.removeAll()
    if isSynchronised { output.append("\u{1B}[?2026h") }
    let start = output.count
    let size = Size(
      rows: min(frame.size.rows, terminalSize.rows), columns: min(frame.size.columns, terminalSize.columns))
    if size != self.size { shown = nil }
    self.size = size
    var shown = self.shown.take() ?? cleared()
    shown.withUnsafeMutableBufferPointer { shown in
      frame.cells.withUnsafeBufferPointer { cells in
        for row in 0..<size.rows { encode(row: row, of: cells, columns: frame.size.columns, shown) }
      }
    }
    self.shown = shown
    placeCursor(frame.cursor)
    if output.count == start {
      output.removeAll()
    } else if isSynchronised {
      output.append("\u{1B}[?2026l")
    }
  }

  /// Blanks the terminal, and what is known of it.
  private mutating func cleared() -> [ShownCell] {
    pen.reset(&output)
    output.append(capabilities.clear)
    cursor = nil
    output.append(capabilities.hideCursor)
    cursorIsShown = false
    return Array(repeating: .blank, count: size.rows * size.columns)
  }

  private mutating func encode(
    row: Int, of cells: UnsafeBufferPointer<Cell>, columns: Int, _ shown: UnsafeMutableBufferPointer<ShownCell>
  ) {
    let last = row == size.rows - 1 && !capabilities.canWriteLastCell ? size.columns - 1 : size.columns
    for column in 0..<last {
      let cell = cells[row * columns + column]
      let index = row * size.columns + column
      var fits = cell.width != .wide || column + 1 < last
      var next = fits ? look(cell) : look(.blank(cell.style))
      if fits, column + 1 == size.columns, next.isDisputed {
        // A terminal that thinks it wider would break the line.
        (fits, next) = (false, look(.blank(cell.style)))
      }
      let before = shown[index]
      if next == before { continue }
      shown[index] = next
      if next == .continuation { continue }
      if !writeAgain(upTo: column, of: row, shown) { move(row: row, column: column) }
      let end = column + (fits ? Int(cell.width.rawValue) : 1)
      if next.isDisputed, end > column + 1 {
        // A terminal that thinks it narrower shows this blank beside it.
        write(look(.blank(cell.style)))
        write(look(.blank(cell.style)))
        jump(row: row, column: column)
      }
      write(next)
      if next.isDisputed || before.isDisputed, column + 1 < last { shown[index + 1] = .unknown }
      // Past the last column terminals disagree where the cursor is, and about the width of some glyphs.
      cursor = end < size.columns && next.mark == 0 && !next.isDisputed ? (row, end) : nil
    }
  }

  /// The cell as this terminal can show it.
  @inline(__always)
  private mutating func look(_ cell: Cell) -> ShownCell {
    if cell.width == .continuation { return .continuation }
    let style = cell.style
    var scalar = cell.scalar.value
    var foreground = word(style.foreground)
    var background = word(style.background)
    if style.attributes.isEmpty {
      let swappable = foreground != ShownCell.terminalDefault && background != ShownCell.terminalDefault
      if scalar == ShownCell.lowerHalf, swappable {
        scalar = ShownCell.upperHalf
        swap(&foreground, &background)
      }
      if scalar == ShownCell.upperHalf, swappable, foreground == background { scalar = 0x20 }
      if scalar == 0x20 { foreground = ShownCell.none }
      return ShownCell(
        scalar: scalar, mark: cell.mark?.value ?? 0, attributes: 0, foreground: foreground, background: background)
    }
    var attributes = style.attributes.intersection(possibleAttributes)
    if foreground != ShownCell.terminalDefault || background != ShownCell.terminalDefault {
      attributes.subtract(capabilities.attributesWithoutColor)
    }
    return ShownCell(
      scalar: scalar, mark: cell.mark?.value ?? 0, attributes: attributes.rawValue, foreground: foreground,
      background: background)
  }

  @inline(__always)
  private mutating func word(_ color: Color) -> UInt32 {
    if color.isTerminalDefault { return ShownCell.terminalDefault }
    switch capabilities.depth {
    case .truecolor: return color.hex
    case .palette256, .palette16: return UInt32(palette.index(of: color))
    case .mono: return ShownCell.terminalDefault
    }
  }

  /// Writes one glyph. Of the two half blocks the one is chosen whose colours are already set.
  @inline(__always)
  private mutating func write(_ cell: ShownCell) {
    guard cell.scalar == ShownCell.upperHalf, cell.attributes == 0 else {
      pen.set(
        attributes: cell.attributes, foreground: cell.foreground, background: cell.background, &output)
      output.append(scalar: cell.scalar)
      if cell.mark != 0 { output.append(scalar: cell.mark) }
      return
    }
    let (upper, lower) = (cell.foreground, cell.background)
    // The terminal's own foreground cannot be had as a background.
    let swappable = upper != ShownCell.terminalDefault && lower != ShownCell.terminalDefault
    let changes = (upper == pen.foreground ? 0 : 1) + (lower == pen.background ? 0 : 1)
    let changesSwapped = (lower == pen.foreground ? 0 : 1) + (upper == pen.background ? 0 : 1)
    if swappable, changesSwapped < changes {
      pen.set(attributes: 0, foreground: lower, background: upper, &output)
      output.append("\u{2584}")
    } else {
      pen.set(attributes: 0, foreground: upper, background: lower, &output)
      output.append("\u{2580}")
    }
  }

  /// Passes over at most three unchanged cells by writing them again, where they need one byte each: a move takes three
  /// or more. False where a move is needed.
  @inline(__always)
  private mutating func writeAgain(
    upTo column: Int, of row: Int, _ shown: UnsafeMutableBufferPointer<ShownCell>
  ) -> Bool {
    guard let cursor, cursor.row == row, cursor.column < column, column - cursor.column <= 3 else { return false }
    let passed = shown[(row * size.columns + cursor.column)..<(row * size.columns + column)]
    guard passed.allSatisfy({ $0.scalar < 0x80 && $0.mark == 0 && pen.suits($0) }) else { return false }
    for cell in passed { output.append(scalar: cell.scalar) }
    self.cursor = (row, column)
    return true
  }

  /// Moves the cursor, by as few bytes as the way there needs.
  @inline(__always)
  private mutating func move(row: Int, column: Int) {
    if let cursor, cursor == (row, column) { return }
    jump(row: row, column: column)
  }

  private mutating func jump(row: Int, column: Int) {
    let before = cursor
    cursor = (row, column)
    if case .other(let address) = capabilities.cursorAddressing {
      output.append(address(row, column))
      return
    }
    output.append("\u{1B}[")
    if let before, before.row == row, before.column < column {
      if column - before.column > 1 { output.append(decimal: column - before.column) }
      output.append(UInt8(ascii: "C"))
      return
    }
    if row > 0 || column > 0 { output.append(decimal: row + 1) }
    if column > 0 {
      output.append(UInt8(ascii: ";"))
      output.append(decimal: column + 1)
    }
    output.append(UInt8(ascii: "H"))
  }

  private mutating func placeCursor(_ place: (row: Int, column: Int)?) {
    let place = place.flatMap { $0.row < size.rows && $0.column < size.columns ? $0 : nil }
    if (place != nil) != cursorIsShown {
      output.append(place == nil ? capabilities.hideCursor : capabilities.showCursor)
      cursorIsShown = place != nil
    }
    if let place { move(row: place.row, column: place.column) }
  }
}
