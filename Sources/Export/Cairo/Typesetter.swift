#if Figures
  import CPangoCairo
  import Screen

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  /// Sets single lines of text with Pango on a Cairo surface, and notes the glyphs that no font has.
  ///
  /// Hinting is off and antialiasing grey, so that a text has the same shape at every place and size.
  final class Typesetter {
    /// A way to write.
    struct Face: Hashable {
      var isMonospaced = false
      var isBold = false
      var isItalic = false
      /// Height of the em in units of the surface.
      var size: Double
    }

    private let cairo: OpaquePointer
    private let layout: OpaquePointer
    private var fonts: [Face: OpaquePointer] = [:]
    private var face: Face?
    private(set) var missing: Set<Unicode.Scalar> = []

    init(cairo: OpaquePointer) throws(PictureProblem) {
      guard let layout = pango_cairo_create_layout(cairo) else { throw .library("pango_cairo_create_layout") }
      (self.cairo, self.layout) = (cairo, layout)
      let options = cairo_font_options_create()
      cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
      cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
      cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
      let context = pango_layout_get_context(layout)
      pango_cairo_context_set_font_options(context, options)
      cairo_font_options_destroy(options)
      // Glyphs are placed where they belong and not at whole units, which would leave gaps in small text.
      pango_context_set_round_glyph_positions(context, 0)
      Self.settleLanguages()
      pango_context_set_language(context, pango_language_from_string("en"))
      pango_layout_set_single_paragraph_mode(layout, 1)
    }

    deinit {
      for font in fonts.values { pango_font_description_free(font) }
      g_object_unref(UnsafeMutableRawPointer(layout))
    }

    /// Which of several fonts draws a sign depends on the language, and for Chinese characters in an English text Pango asks
    /// the environment which it is. The same command must give the same picture everywhere, so it is told, once.
    private static let languages: Void = { setenv("PANGO_LANGUAGE", "en:zh-cn", 1) }()
    private static func settleLanguages() { languages }

    /// Prepares a text; returns its width, and how far its baseline is below its top.
    func set(_ text: String, _ face: Face) -> (width: Double, baseline: Double) {
      if self.face != face {
        pango_layout_set_font_description(layout, font(face))
        self.face = face
      }
      pango_layout_set_text(layout, text, -1)
      if pango_layout_get_unknown_glyphs_count(layout) > 0 { noteMissing(in: text) }
      var (width, height): (Int32, Int32) = (0, 0)
      pango_layout_get_size(layout, &width, &height)
      return (Double(width) / Double(PANGO_SCALE), Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE))
    }

    /// Draws the text that was set, its top left corner at the surface's current point.
    func show() { pango_cairo_show_layout(cairo, layout) }

    /// Adds the outlines of the text that was set to the surface's path.
    func outline() { pango_cairo_layout_path(cairo, layout) }

    private func font(_ face: Face) -> OpaquePointer? {
      if let font = fonts[face] { return font }
      guard let font = pango_font_description_new() else { return nil }
      let families = face.isMonospaced ? "DejaVu Sans Mono,Menlo,monospace" : "DejaVu Sans,Helvetica,sans-serif"
      pango_font_description_set_family(font, families)
      pango_font_description_set_weight(font, face.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
      pango_font_description_set_style(font, face.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
      pango_font_description_set_absolute_size(font, face.size * Double(PANGO_SCALE))
      fonts[face] = font
      return font
    }

    /// Of a text with missing glyphs, which they are.
    private func noteMissing(in text: String) {
      for scalar in Set(text.unicodeScalars) {
        pango_layout_set_text(layout, String(scalar), -1)
        if pango_layout_get_unknown_glyphs_count(layout) > 0 { missing.insert(scalar) }
      }
      pango_layout_set_text(layout, text, -1)
    }
  }
#endif
