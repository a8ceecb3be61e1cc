public import Screen

/// A frame as text with the escape sequences of ECMA-48 for its colours: `cat` shows it in a terminal as it was.
///
/// Every line begins and ends with the terminal's own colours, so that lines can be cut out and pasted.
///
/// - Parameter depth: Colours of 24 bits are written as such, or as the nearest of 256 or of 16; none in `mono`.
public func ansiText(of frame: Frame, depth: ColorDepth = .truecolor) -> String {
  var text = ""
  for row in 0..<frame.size.rows {
    var style = Style()
    for column in 0..<frame.size.columns {
      guard let cell = frame[row, column], cell.width != .continuation else { continue }
      if cell.style != style {
        text += selectGraphicRendition(cell.style, depth)
        style = cell.style
      }
      text.unicodeScalars.append(cell.scalar)
      if let mark = cell.mark { text.unicodeScalars.append(mark) }
    }
    text += (style == Style() ? "" : "\u{1B}[0m") + "\n"
  }
  return text
}

/// «Select graphic rendition» for a style, from the terminal's own.
func selectGraphicRendition(_ style: Style, _ depth: ColorDepth) -> String {
  var codes = ["0"]
  let attributes: [(Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
  ]
  codes += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
  codes += color(style.foreground, depth, isBackground: false) + color(style.background, depth, isBackground: true)
  return "\u{1B}[" + codes.joined(separator: ";") + "m"
}

private func color(_ color: Color, _ depth: ColorDepth, isBackground: Bool) -> [String] {
  guard !color.isTerminalDefault else { return [] }
  let lead = isBackground ? "48" : "38"
  switch depth {
  case .mono: return []
  case .palette16:
    let index = Palette.nearestNamed(to: color)
    return ["\(index < 8 ? index + (isBackground ? 40 : 30) : index - 8 + (isBackground ? 100 : 90))"]
  case .palette256: return [lead, "5", "\(Palette.nearest256(to: color))"]
  case .truecolor: return [lead, "2", "\(color.red)", "\(color.green)", "\(color.blue)"]
  }
}
