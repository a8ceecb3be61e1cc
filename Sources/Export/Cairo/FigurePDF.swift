#if Figures
  import CPangoCairo
  import Screen

  extension FigureDrawing {
    /// The figure as PDF, its fonts embedded and no date in it. Heatmaps are images of one pixel a value.
    public func pdf(
      provenance: Provenance, report: (Int, Int) -> Void = { _, _ in }
    ) throws(PictureProblem) -> Picture {
      let file = ByteCollector()
      let surface = cairo_pdf_surface_create_for_stream(
        { target, data, length in
          guard let target, let data else { return CAIRO_STATUS_WRITE_ERROR }
          let file = Unmanaged<ByteCollector>.fromOpaque(target).takeUnretainedValue()
          file.bytes += UnsafeBufferPointer(start: data, count: Int(length))
          return CAIRO_STATUS_SUCCESS
        }, Unmanaged.passUnretained(file).toOpaque(), width, height)
      guard let surface else { throw .library("cairo_pdf_surface_create_for_stream") }
      defer { cairo_surface_destroy(surface) }
      let facts: [(cairo_pdf_metadata_t, String)] = [
        (CAIRO_PDF_METADATA_TITLE, visible(provenance.title)),
        (CAIRO_PDF_METADATA_CREATOR, visible(provenance.software)),
        (CAIRO_PDF_METADATA_SUBJECT, visible(provenance.command)),
        (CAIRO_PDF_METADATA_KEYWORDS, visible(provenance.parameters.serialized)),
        // An empty date is none: the same figure gives the same bytes.
        (CAIRO_PDF_METADATA_CREATE_DATE, ""),
      ]
      for (key, value) in facts { cairo_pdf_surface_set_metadata(surface, key, value) }
      guard let cairo = cairo_create(surface) else { throw .library("cairo_create") }
      defer { cairo_destroy(cairo) }
      let typesetter = try Typesetter(cairo: cairo)
      let steps = FigureSteps(of: self)
      try withoutActuallyEscaping(report) { report throws(PictureProblem) in
        var steps = steps
        try FigurePainter(cairo: cairo, typesetter: typesetter) { content, box, map throws(PictureProblem) in
          let share = steps.next(box)
          try Self.paint(content, map, box, on: cairo) { report(share.painted($0, of: $1), FigureSteps.whole) }
        }.paint(self)
      }
      cairo_show_page(cairo)
      cairo_surface_finish(surface)
      let status = cairo_surface_status(surface)
      guard status == CAIRO_STATUS_SUCCESS else { throw .library(String(cString: cairo_status_to_string(status))) }
      return Picture(bytes: withExtendedLifetime(file) { file.bytes }, missing: typesetter.missing.sorted())
    }

    private static func paint(
      _ content: HeatmapContent, _ map: ColorMap, _ box: Box, on cairo: OpaquePointer, _ report: (Int, Int) -> Void
    ) throws(PictureProblem) {
      let raster = HeatmapRaster(content, map, mostRows: mostValues, mostColumns: mostValues, report: report)
      guard raster.rows > 0, raster.columns > 0 else { return }
      guard let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(raster.columns), Int32(raster.rows))
      else { throw .library("cairo_image_surface_create") }
      defer { cairo_surface_destroy(image) }
      let stride = Int(cairo_image_surface_get_stride(image))
      guard let data = cairo_image_surface_get_data(image) else { throw .library("cairo_image_surface_get_data") }
      raster.pixels.withUnsafeBytes { pixels in
        for row in 0..<raster.rows {
          let source = UnsafeRawBufferPointer(
            rebasing: pixels[(row * raster.columns * 4)..<((row + 1) * raster.columns * 4)])
          UnsafeMutableRawBufferPointer(start: data + row * stride, count: stride).copyMemory(from: source)
        }
      }
      cairo_surface_mark_dirty(image)
      cairo_save(cairo)
      cairo_translate(cairo, box.x, box.y)
      cairo_scale(cairo, box.width / Double(raster.columns), box.height / Double(raster.rows))
      cairo_set_source_surface(cairo, image, 0, 0)
      cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST)
      cairo_paint(cairo)
      cairo_restore(cairo)
    }
  }

  /// Gathers what a surface writes.
  private final class ByteCollector {
    var bytes: [UInt8] = []
  }
#endif
