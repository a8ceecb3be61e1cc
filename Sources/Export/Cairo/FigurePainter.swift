#if Figures
  import CPangoCairo
  import Screen

  /// Paints the marks of a drawing on a Cairo surface whose unit is the point.
  struct FigurePainter {
    let cairo: OpaquePointer
    let typesetter: Typesetter
    /// Paints a heatmap, which each kind of surface does in its own way.
    let paintHeatmap: (HeatmapContent, FigureDrawing.Box, ColorMap) throws(PictureProblem) -> Void

    func paint(_ drawing: FigureDrawing) throws(PictureProblem) {
      fill(.init(x: 0, y: 0, width: drawing.width, height: drawing.height), drawing.background)
      for mark in drawing.marks {
        switch mark {
        case .box(let box, let color): fill(box, color)
        case .path(let points, let stroke, let clip): draw(points, stroke, clip)
        case .arc(let x, let y, let radius, let from, let to, let stroke):
          cairo_new_path(cairo)
          // Cairo's angles go clockwise, for its y goes down.
          cairo_arc_negative(cairo, x, y, radius, -from, -to)
          draw(stroke)
        case .heatmap(let content, let box, let map): try paintHeatmap(content, box, map)
        case .text(let text): write(text)
        }
      }
    }

    private func use(_ color: Color) {
      cairo_set_source_rgb(cairo, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
    }

    private func fill(_ box: FigureDrawing.Box, _ color: Color) {
      use(color)
      cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
      cairo_fill(cairo)
    }

    private func draw(_ points: [(x: Double, y: Double)], _ stroke: FigureDrawing.Stroke, _ clip: FigureDrawing.Box?)
    {
      cairo_save(cairo)
      if let clip {
        cairo_rectangle(cairo, clip.x, clip.y, clip.width, clip.height)
        cairo_clip(cairo)
      }
      cairo_new_path(cairo)
      for point in points { cairo_line_to(cairo, point.x, point.y) }
      draw(stroke)
      cairo_restore(cairo)
    }

    private func draw(_ stroke: FigureDrawing.Stroke) {
      use(stroke.color)
      cairo_set_line_width(cairo, stroke.width)
      cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
      cairo_set_dash(cairo, stroke.dashes, Int32(stroke.dashes.count), 0)
      cairo_stroke(cairo)
    }

    private func write(_ text: FigureDrawing.Text) {
      let (width, baseline) = typesetter.set(text.text, Typesetter.Face(isBold: text.isBold, size: text.size))
      cairo_save(cairo)
      use(text.color)
      cairo_translate(cairo, text.x, text.y)
      if text.isVertical { cairo_rotate(cairo, -Double.pi / 2) }
      cairo_move_to(cairo, -width * text.anchor.share, -baseline)
      typesetter.show()
      cairo_restore(cairo)
    }
  }
#endif
