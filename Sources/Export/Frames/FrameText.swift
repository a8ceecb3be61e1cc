public import Screen

/// A frame as plain text: its glyphs, a line a row, blanks at the ends of lines left out.
public func plainText(of frame: Frame) -> String {
  var text = ""
  for row in 0..<frame.size.rows {
    var line = String.UnicodeScalarView()
    var end = line.endIndex
    for column in 0..<frame.size.columns {
      guard let cell = frame[row, column], cell.width != .continuation else { continue }
      line.append(cell.scalar)
      if let mark = cell.mark { line.append(mark) }
      if cell.scalar != " " || cell.mark != nil { end = line.endIndex }
    }
    text += String(line[..<end]) + "\n"
  }
  return text
}
