public import Screen

/// A recording of frames in asciicast v3, the format of asciinema: a header, then one line an event.
///
/// Times are given, never taken from a clock, so a recording of the same frames has the same bytes. The first frame is
/// drawn whole, as is one of another size; the others only where they differ from the one before.
///
/// Source: https://docs.asciinema.org/manual/asciicast/v3/
///
///     var cast = Asciicast(size: frame.size, provenance: provenance)
///     var text = cast.header
///     text += cast.event(showing: frame, after: 0)
public struct Asciicast: Sendable {
  private let provenance: Provenance
  private let size: Size
  private var shown: Frame?

  /// A recording that begins at a size.
  ///
  /// - Parameter provenance: What is recorded and with what. Players pass over members of the header unknown to them.
  public init(size: Size, provenance: Provenance) { (self.size, self.provenance) = (size, provenance) }

  /// The first line of the file.
  public var header: String {
    let term: [(key: String, value: JSONValue)] = [
      ("cols", .whole(size.columns)), ("rows", .whole(size.rows)), ("type", .text("xterm-256color")),
    ]
    let members: [(key: String, value: JSONValue)] = [
      ("version", .number(3)), ("term", .object(term)), ("title", .text(provenance.title)),
    ]
    return JSONValue.object(members + provenance.members).serialized + "\n"
  }

  /// The lines that show a frame so many seconds after the one before; negative and non-finite times count as 0.
  public mutating func event(showing frame: Frame, after seconds: Double) -> String {
    var interval = seconds.isFinite && seconds > 0 ? (seconds * 1e6).rounded() / 1e6 : 0
    var lines = ""
    let isResized = (shown?.size ?? size) != frame.size
    if isResized {
      lines += line(interval, "r", "\(frame.size.columns)x\(frame.size.rows)")
      interval = 0
    }
    let before = isResized ? nil : shown
    lines += line(interval, "o", Self.output(from: before, to: frame))
    shown = frame
    return lines
  }

  private func line(_ interval: Double, _ code: String, _ data: String) -> String {
    JSONValue.list([.number(interval), .text(code), .text(data)]).serialized + "\n"
  }

  private static func output(from before: Frame?, to frame: Frame) -> String {
    var text = "\u{1B}[?25l" + (before == nil ? "\u{1B}[0m\u{1B}[2J" : "")
    for row in 0..<frame.size.rows {
      var column = 0
      var style: Style?
      var end = -1
      while column < frame.size.columns {
        guard let cell = frame[row, column] else { break }
        let next = column + (cell.width == .wide ? 2 : 1)
        defer { column = next }
        if cell.width == .continuation || before.map({ $0[row, column] == cell }) ?? false { continue }
        if end != column { text += "\u{1B}[\(row + 1);\(column + 1)H" }
        if style != cell.style { text += selectGraphicRendition(cell.style, .truecolor) }
        text.unicodeScalars.append(cell.scalar)
        if let mark = cell.mark { text.unicodeScalars.append(mark) }
        (style, end) = (cell.style, next)
      }
    }
    text += "\u{1B}[0m"
    if let cursor = frame.cursor { text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h" }
    return text
  }
}
