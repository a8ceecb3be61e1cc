public import Screen

/// A frame as a page that needs no other file: text that can be selected and copied, in its colours.
///
/// The text of the page's one `pre` is the frame's plain text, blanks kept. Runs are held to their columns by width;
/// blocks and shades are backgrounds under transparent glyphs, so that cells meet exactly.
///
/// - Parameter report: Told how many rows are done, of how many.
public func html(
  of frame: Frame, defaults: DefaultColors, provenance: Provenance, report: (Int, Int) -> Void = { _, _ in }
) -> String {
  var page = FrameHTML(defaults: defaults)
  return page.document(frame, provenance, report)
}

private struct FrameHTML {
  let defaults: DefaultColors
  /// CSS of each class, in the order of first use.
  private var classes: [String] = []
  private var places: [String: Int] = [:]

  init(defaults: DefaultColors) { self.defaults = defaults }

  mutating func document(
    _ frame: Frame, _ provenance: Provenance, _ report: (Int, Int) -> Void
  ) -> String {
    var lines = ""
    for row in 0..<frame.size.rows {
      lines += line(row, of: frame) + "\n"
      report(row + 1, frame.size.rows)
    }
    let rules = classes.enumerated().map { ".c\($0.offset){\($0.element)}\n" }.joined()
    let meta = provenance.entries.map { "<meta name=\"\($0.key.lowercased())\" content=\"\(markup($0.value))\">\n" }
    return """
      <!DOCTYPE html>
      <html lang="\(markup(provenance.language))">
      <head>
      <meta charset="utf-8">
      <title>\(markup(provenance.title))</title>
      \(meta.joined())<style>
      body{margin:0;background:\(defaults.background.css)}
      pre{margin:0;padding:1ch;color:\(defaults.foreground.css);font-size:14px;line-height:1.25em;\
      font-family:'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace}
      span{display:inline-block;height:1.25em;vertical-align:top;overflow:hidden;white-space:pre}
      \(rules)</style>
      </head>
      <body>
      <pre>
      \(lines)</pre>
      </body>
      </html>

      """
  }

  private mutating func line(_ row: Int, of frame: Frame) -> String {
    var text = ""
    var column = 0
    while column < frame.size.columns {
      let rule = self.rule(row, column, of: frame)
      var (glyphs, end) = ("", column)
      while end < frame.size.columns, let cell = frame[row, end], self.rule(row, end, of: frame) == rule {
        glyphs.unicodeScalars.append(cell.scalar)
        if let mark = cell.mark { glyphs.unicodeScalars.append(mark) }
        end += cell.width == .wide ? 2 : 1
        if cell.width == .wide || !cell.scalar.isASCII { break }
      }
      // Glyphs of shapes may share a span: they are not seen.
      while rule.hasPrefix("color:transparent"), end < frame.size.columns, self.rule(row, end, of: frame) == rule,
        let cell = frame[row, end]
      {
        glyphs.unicodeScalars.append(cell.scalar)
        end += 1
      }
      let number = place(of: rule)
      text += "<span class=\"c\(number)\" style=\"width:\(end - column)ch\">\(markup(glyphs))</span>"
      column = max(end, column + 1)
    }
    return text
  }

  private mutating func place(of rule: String) -> Int {
    if let place = places[rule] { return place }
    classes.append(rule)
    places[rule] = classes.count - 1
    return classes.count - 1
  }

  /// The CSS of one cell.
  private func rule(_ row: Int, _ column: Int, of frame: Frame) -> String {
    guard let cell = frame[row, column] else { return "" }
    let ink = CellInk(cell.style, defaults)
    if let shape = CellShape(cell.scalar), shape.parts.count == 1, let part = shape.parts.first, part.right == 16,
      part.left == 0
    {
      let front = ink.background.mixed(with: ink.foreground, share: part.coverage).css
      let back = ink.background.css
      guard part.bottom - part.top < 16 else { return "color:transparent;background:\(front)" }
      let (above, below) = part.top == 0 ? (front, back) : (back, front)
      let edge = coordinate(Double(part.top == 0 ? part.bottom : part.top) * 6.25)
      if part.top == 0 || part.bottom == 16 {
        return "color:transparent;background:linear-gradient(\(above) \(edge)%,\(below) 0)"
      }
    }
    var rule = "color:\(ink.foreground.css)"
    if ink.background != defaults.background { rule += ";background:\(ink.background.css)" }
    if ink.isBold { rule += ";font-weight:bold" }
    if ink.isItalic { rule += ";font-style:italic" }
    if ink.isUnderlined { rule += ";text-decoration:underline" }
    return rule
  }
}
