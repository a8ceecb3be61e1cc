public import Screen

/// A frame as an SVG picture: real text that can be selected, everything else rectangles, nothing loaded from elsewhere.
///
/// Each word stands where its first cell is and is held to its cells' width, so columns stay in line whatever the font.
/// Blocks, braille and lines are paths of rectangles, one path a colour.
///
/// - Parameters:
///   - defaults: The colours for cells that have the terminal's own.
///   - provenance: What the file says of itself.
///
/// - Parameter report: Told how many rows are done, of how many.
public func svg(
  of frame: Frame, defaults: DefaultColors, provenance: Provenance, report: (Int, Int) -> Void = { _, _ in }
) -> String {
  FrameSVG(frame: frame, defaults: defaults).document(provenance, report)
}

private struct FrameSVG {
  let frame: Frame
  let defaults: DefaultColors

  /// Units of a cell; a sixteenth of its width is half a unit.
  private static let cell = (width: 8, height: 16)
  /// DejaVu Sans Mono is 0.602 of its size wide.
  private static let fontSize = 13.29
  private static let baseline = 12.5
  private static let fonts =
    "'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace"

  func document(_ provenance: Provenance, _ report: (Int, Int) -> Void) -> String {
    let (width, height) = (frame.size.columns * Self.cell.width, frame.size.rows * Self.cell.height)
    var boxes = BoxPaths()
    var text = ""
    for row in 0..<frame.size.rows {
      addBoxes(ofRow: row, to: &boxes)
      for word in words(inRow: row) { text += element(word, row: row) }
      report(row + 1, frame.size.rows)
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" xml:lang="\(markup(provenance.language))">
      \(provenance.svgElements)\
      <rect width="\(width)" height="\(height)" fill="\(defaults.background.css)"/>
      <g shape-rendering="crispEdges">
      \(boxes.elements)</g>
      <g font-family="\(Self.fonts)" font-size="\(coordinate(Self.fontSize))" xml:space="preserve">
      \(text)</g>
      </svg>

      """
  }

  private func addBoxes(ofRow row: Int, to boxes: inout BoxPaths) {
    let top = row * Self.cell.height
    for column in 0..<frame.size.columns {
      guard let cell = frame[row, column] else { continue }
      let ink = CellInk(cell.style, defaults)
      let left = column * Self.cell.width
      if ink.background != defaults.background {
        boxes.add(ink.background, left: 2 * left, right: 2 * (left + Self.cell.width), top: top, bottom: top + 16)
      }
      for part in CellShape(cell.scalar)?.parts ?? [] {
        boxes.add(
          ink.background.mixed(with: ink.foreground, share: part.coverage), left: 2 * left + part.left,
          right: 2 * left + part.right, top: top + part.top, bottom: top + part.bottom, isShape: true)
      }
      if ink.isUnderlined, cell.scalar != " " || cell.width == .continuation {
        boxes.add(
          ink.foreground, left: 2 * left, right: 2 * left + 16, top: top + 14, bottom: top + 15, isShape: true)
      }
    }
  }

  /// Glyphs that fonts draw, side by side without a blank, in one style and of one width.
  private struct Word {
    let column: Int
    let ink: CellInk
    let isWide: Bool
    var glyphs: [String] = []
    var scalars: Int = 0
  }

  private func words(inRow row: Int) -> [Word] {
    var words: [Word] = []
    var end = -1
    for column in 0..<frame.size.columns {
      guard let cell = frame[row, column], cell.width != .continuation, cell.scalar != " " || cell.mark != nil,
        CellShape(cell.scalar) == nil
      else { continue }
      let ink = CellInk(cell.style, defaults)
      let isWide = cell.width == .wide
      if end != column || words.last?.ink != ink || words.last?.isWide != isWide {
        words.append(Word(column: column, ink: ink, isWide: isWide))
      }
      var glyph = String.UnicodeScalarView([cell.scalar])
      if let mark = cell.mark { glyph.append(mark) }
      words[words.count - 1].glyphs.append(String(glyph))
      words[words.count - 1].scalars += glyph.count
      end = column + (isWide ? 2 : 1)
    }
    return words
  }

  private func element(_ word: Word, row: Int) -> String {
    let advance = Self.cell.width * (word.isWide ? 2 : 1)
    let left = word.column * Self.cell.width
    let text = word.glyphs.joined()
    // Characters that a second font may draw are placed one by one; not every reader heeds textLength.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let places =
      isPlain || word.scalars != word.glyphs.count
      ? "\(left)" : word.glyphs.indices.map { "\(left + $0 * advance)" }.joined(separator: " ")
    let length = word.glyphs.count > 1 ? " textLength=\"\(word.glyphs.count * advance)\"" : ""
    let y = coordinate(Double(row * Self.cell.height) + Self.baseline)
    var attributes = " fill=\"\(word.ink.foreground.css)\""
    if word.ink.isBold { attributes += " font-weight=\"bold\"" }
    if word.ink.isItalic { attributes += " font-style=\"italic\"" }
    return "<text x=\"\(places)\" y=\"\(y)\"\(length)\(attributes)>\(markup(text))</text>\n"
  }
}

/// Rectangles gathered by colour; neighbours in a row become one.
private struct BoxPaths {
  private struct Path {
    let color: Color
    let isShape: Bool
    var data = ""
    var open: (left: Int, right: Int, top: Int, bottom: Int)?

    mutating func close() {
      guard let box = open else { return }
      let (x, width) = (Double(box.left) / 2, Double(box.right - box.left) / 2)
      data +=
        "M\(coordinate(x)) \(box.top)h\(coordinate(width))v\(box.bottom - box.top)h-\(coordinate(width))z"
      open = nil
    }
  }

  private struct Key: Hashable {
    let color: Color
    let isShape: Bool
  }

  private var paths: [Path] = []
  private var places: [Key: Int] = [:]

  /// - Parameter left: In half units, as `right`.
  mutating func add(_ color: Color, left: Int, right: Int, top: Int, bottom: Int, isShape: Bool = false) {
    let key = Key(color: color, isShape: isShape)
    let place = places[key] ?? paths.count
    if place == paths.count {
      places[key] = place
      paths.append(Path(color: color, isShape: isShape))
    }
    if let box = paths[place].open, box.right == left, box.top == top, box.bottom == bottom {
      paths[place].open?.right = right
    } else {
      paths[place].close()
      paths[place].open = (left, right, top, bottom)
    }
  }

  /// Backgrounds first, what stands on them after.
  var elements: String {
    var text = ""
    for isShape in [false, true] {
      for var path in paths where path.isShape == isShape {
        path.close()
        text += "<path fill=\"\(path.color.css)\" d=\"\(path.data)\"/>\n"
      }
    }
    return text
  }
}

extension Provenance {
  /// Title, description and metadata of an SVG file.
  var svgElements: String {
    """
    <title>\(markup(title))</title>
    <desc>\(markup(command))</desc>
    <metadata><provenance xmlns="urn:ropescope:provenance"><software>\(markup(software))</software>\
    <command>\(markup(command))</command><parameters>\(markup(parameters.serialized))</parameters>\
    </provenance></metadata>

    """
  }
}
