#if Figures
  import CPangoCairo
  import Screen

  /// Text as outlines for SVG.
  final class Outliner {
    private let bitmap: Bitmap
    private let typesetter: Typesetter
    /// Glyphs that no font has.
    var missing: [Unicode.Scalar] { typesetter.missing.sorted() }

    init() throws(PictureProblem) {
      bitmap = try Bitmap(width: 1, height: 1)
      typesetter = try Typesetter(cairo: bitmap.cairo)
    }

    /// A path in place of a line of text.
    func element(_ text: FigureDrawing.Text) -> String {
      let (width, baseline) = typesetter.set(text.text, Typesetter.Face(isBold: text.isBold, size: text.size))
      let turn = text.isVertical ? " rotate(-90)" : ""
      cairo_new_path(bitmap.cairo)
      cairo_move_to(bitmap.cairo, -width * text.anchor.share, -baseline)
      typesetter.outline()
      defer { cairo_new_path(bitmap.cairo) }
      guard let path = cairo_copy_path(bitmap.cairo) else { return "" }
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
