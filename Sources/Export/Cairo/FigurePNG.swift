#if Figures
  import CPangoCairo
  import Screen

  extension FigureDrawing {
    /// The figure as pixels. A heatmap's pixel is one value, or the mean of those that share it.
    ///
    /// - Parameter pixelsPerInch: Resolution; the file says so too.
    /// - Throws: `PictureProblem.tooLarge` when there would be too many pixels.
    public func png(
      pixelsPerInch: Double, provenance: Provenance, report: (Int, Int) -> Void = { _, _ in }
    ) throws(PictureProblem) -> Picture {
      let scale = min(max(pixelsPerInch / 72, 0.1), 100)
      let bitmap = try Bitmap(
        width: Int(min((width * scale).rounded(), 1e9)), height: Int(min((height * scale).rounded(), 1e9)))
      bitmap.fill(background, left: 0, right: bitmap.width, top: 0, bottom: bitmap.height)
      bitmap.markDirty()
      cairo_scale(bitmap.cairo, scale, scale)
      let typesetter = try Typesetter(cairo: bitmap.cairo)
      let steps = FigureSteps(of: self, packing: 0.25)
      try withoutActuallyEscaping(report) { report throws(PictureProblem) in
        var steps = steps
        try FigurePainter(cairo: bitmap.cairo, typesetter: typesetter) { content, box, map in
          let share = steps.next(box)
          bitmap.paint(content, map, box, scale: scale) { report(share.painted($0, of: $1), FigureSteps.whole) }
        }.paint(self)
      }
      bitmap.flush()
      let bytes = try PNG.encoded(
        UnsafeBufferPointer(bitmap.pixels), width: bitmap.width, height: bitmap.height,
        pixelsPerMetre: Int((scale * 72 / 0.0254).rounded()), provenance: provenance
      ) { done, rows in report(steps.packed(done, of: rows), FigureSteps.whole) }
      return Picture(bytes: bytes, missing: typesetter.missing.sorted())
    }
  }

  extension FigureDrawing.Box {
    /// The box in whole pixels.
    func pixels(scale: Double) -> (left: Int, right: Int, top: Int, bottom: Int) {
      let edges = [x, right, y, bottom].map { Int(($0 * scale).rounded()) }
      return (edges[0], max(edges[1], edges[0] + 1), edges[2], max(edges[3], edges[2] + 1))
    }
  }

  extension Bitmap {
    fileprivate func paint(
      _ content: HeatmapContent, _ map: ColorMap, _ box: FigureDrawing.Box, scale: Double,
      _ report: (Int, Int) -> Void
    ) {
      let place = box.pixels(scale: scale)
      let (wide, high) = (place.right - place.left, place.bottom - place.top)
      let raster = HeatmapRaster(content, map, mostRows: high, mostColumns: wide, report: report)
      guard raster.rows > 0, raster.columns > 0 else { return }
      flush()
      for y in 0..<high where (0..<height).contains(place.top + y) {
        let from = y * raster.rows / high * raster.columns
        let to = (place.top + y) * width + place.left
        for x in 0..<min(wide, width - place.left) {
          pixels[to + x] = raster.pixels[from + x * raster.columns / wide]
        }
      }
      markDirty()
    }
  }
#endif
