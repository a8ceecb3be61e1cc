#if Figures
  import CPangoCairo
  import Screen

  /// Text as outlines for SVG.
  final class Outliner {
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    private let typesetter: Typesetter
    /// Glyphs that no font has.
    var missing: [Unicode.Scalar] { typesetter.missing.sorted() }

    /// - Throws: `PictureProblem.library` when Cairo has no memory.
    init() throws(PictureProblem) {
      // Without bounds: letters that lie outside those of a surface have no outlines.
      guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nil),
        let cairo = cairo_create(surface), cairo_status(cairo) == CAIRO_STATUS_SUCCESS
      else { throw .library("cairo_recording_surface_create") }
      (self.surface, self.cairo) = (surface, cairo)
      typesetter = try Typesetter(cairo: cairo)
    }

    deinit {
      cairo_destroy(cairo)
      cairo_surface_destroy(surface)
    }

    /// A path in place of a line of text.
    func element(_ text: FigureDrawing.Text) -> String {
      let (width, baseline) = typesetter.set(text.text, Typesetter.Face(isBold: text.isBold, size: text.size))
      let turn = text.isVertical ? " rotate(-90)" : ""
      cairo_new_path(cairo)
      cairo_move_to(cairo, -width * text.anchor.share, -baseline)
      typesetter.outline()
      defer { cairo_new_path(cairo) }
      guard let path = cairo_copy_path(cairo) else { return "" }
      defer { cairo_path_destroy(path) }
      return "<path transform=\"translate(\(coordinate(text.x)) \(coordinate(text.y)))\(turn)\" "
        + "fill=\"\(text.color.css)\" d=\"\(Self.data(path.pointee))\"><title>\(markup(text.text))</title></path>\n"
    }

    private static func data(_ path: cairo_path_t) -> String {
      guard let elements = path.data else { return "" }
      var text = ""
      var index = 0
      while index < Int(path.num_data) {
        let header = elements[index].header
        func point(_ offset: Int) -> String {
          let point = elements[index + offset].point
          return "\(coordinate(point.x)) \(coordinate(point.y))"
        }
        switch header.type {
        case CAIRO_PATH_MOVE_TO: text += "M" + point(1)
        case CAIRO_PATH_LINE_TO: text += "L" + point(1)
        case CAIRO_PATH_CURVE_TO: text += "C" + [point(1), point(2), point(3)].joined(separator: " ")
        default: text += "Z"
        }
        index += max(1, Int(header.length))
      }
      return text
    }
  }

  extension FigureDrawing.Text.Anchor {
    /// How much of the text stands before its place.
    var share: Double {
      switch self {
      case .start: 0
      case .middle: 0.5
      case .end: 1
      }
    }
  }
#endif
