#if Figures
  import CPangoCairo
  public import Screen

  /// A frame as a PNG picture, each cell 8 × 16 pixels times `scale`.
  ///
  /// Backgrounds, blocks, braille and lines are whole pixels drawn by rule, so that cells meet without a seam; everything
  /// else is text, set by Pango glyph by glyph, each in its own cell.
  ///
  /// - Parameters:
  ///   - scale: 1 … 4 are useful; at least 1.
  ///   - report: Told how much is done, of how much.
  /// - Throws: `PictureProblem` when the picture would be too large.
  public func png(
    of frame: Frame, scale: Int, defaults: DefaultColors, provenance: Provenance,
    report: (Int, Int) -> Void = { _, _ in }
  ) throws(PictureProblem) -> Picture {
    let scale = max(1, scale)
    // Boxes, glyphs and packing take about a third of the time each.
    let whole = 3 * frame.size.rows
    let cell = (width: 8 * scale, height: 16 * scale)
    let bitmap = try Bitmap(width: frame.size.columns * cell.width, height: frame.size.rows * cell.height)
    bitmap.fill(defaults.background, left: 0, right: bitmap.width, top: 0, bottom: bitmap.height)
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        guard let shown = frame[row, column] else { continue }
        drawBoxes(of: shown, CellInk(shown.style, defaults), on: bitmap, row: row, column: column, scale)
      }
      report(row + 1, whole)
    }
    bitmap.markDirty()
    let typesetter = try Typesetter(cairo: bitmap.cairo)
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        guard let shown = frame[row, column], shown.width != .continuation, shown.scalar != " " || shown.mark != nil,
          CellShape(shown.scalar) == nil
        else { continue }
        drawGlyph(
          of: shown, CellInk(shown.style, defaults), with: typesetter, on: bitmap, row: row, column: column, scale)
      }
      report(frame.size.rows + row + 1, whole)
    }
    bitmap.flush()
    let bytes = try PNG.encoded(
      UnsafeBufferPointer(bitmap.pixels), width: bitmap.width, height: bitmap.height, provenance: provenance
    ) { done, rows in report(2 * frame.size.rows + done * frame.size.rows / max(1, rows), whole) }
    return Picture(bytes: bytes, missing: typesetter.missing.sorted())
  }

  private func drawBoxes(of cell: Cell, _ ink: CellInk, on bitmap: Bitmap, row: Int, column: Int, _ scale: Int) {
    let (left, top) = (column * 8 * scale, row * 16 * scale)
    bitmap.fill(ink.background, left: left, right: left + 8 * scale, top: top, bottom: top + 16 * scale)
    for part in CellShape(cell.scalar)?.parts ?? [] {
      // Halves of a pixel go up, for both edges alike, so parts that meet go on meeting.
      bitmap.fill(
        ink.background.mixed(with: ink.foreground, share: part.coverage), left: left + (part.left * scale + 1) / 2,
        right: left + (part.right * scale + 1) / 2, top: top + part.top * scale, bottom: top + part.bottom * scale)
    }
    if ink.isUnderlined, cell.scalar != " " || cell.width == .continuation {
      bitmap.fill(
        ink.foreground, left: left, right: left + 8 * scale, top: top + 14 * scale, bottom: top + 15 * scale)
    }
  }

  private func drawGlyph(
    of cell: Cell, _ ink: CellInk, with typesetter: Typesetter, on bitmap: Bitmap, row: Int, column: Int, _ scale: Int
  ) {
    var text = String(cell.scalar)
    if let mark = cell.mark { text.unicodeScalars.append(mark) }
    // DejaVu Sans Mono is 0.602 of its size wide: the size at which it fills a cell of 8.
    let face = Typesetter.Face(
      isMonospaced: true, isBold: ink.isBold, isItalic: ink.isItalic, size: 13.29 * Double(scale))
    let (width, baseline) = typesetter.set(text, face)
    let room = Double((cell.width == .wide ? 16 : 8) * scale)
    let cairo = bitmap.cairo
    cairo_save(cairo)
    cairo_rectangle(cairo, Double(column * 8 * scale), Double(row * 16 * scale), room, Double(16 * scale))
    cairo_clip(cairo)
    let color = ink.foreground
    cairo_set_source_rgb(cairo, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
    // A glyph of another font that is wider than its cells is pressed into them; a narrower one stands in the middle.
    let squeeze = width > room * 1.02 ? room / width : 1
    let indent = max(0, (room - width * squeeze) / 2)
    cairo_translate(cairo, Double(column * 8 * scale) + indent, (Double(row) * 16 + 12.5) * Double(scale))
    cairo_scale(cairo, squeeze, 1)
    cairo_move_to(cairo, 0, -baseline)
    typesetter.show()
    cairo_restore(cairo)
  }
#endif
