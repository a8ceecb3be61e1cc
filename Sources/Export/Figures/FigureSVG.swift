#if Figures
  import Screen

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  extension FigureDrawing {
    /// How an SVG file has its text.
    public enum Lettering: String, Hashable, Sendable, CaseIterable {
      /// As text, which can be searched, selected and edited; drawn with the reader's fonts.
      case text
      /// As outlines, which look the same everywhere.
      case outlines
    }

    /// The figure as SVG. Small heatmaps are rectangles, others images in which each value has as many pixels.
    public func svg(
      _ lettering: Lettering, provenance: Provenance, report: (Int, Int) -> Void = { _, _ in }
    ) throws(PictureProblem) -> Picture {
      let outliner = lettering == .outlines ? try Outliner() : nil
      var body = "<rect width=\"100%\" height=\"100%\" fill=\"\(background.css)\"/>\n"
      var clips: [Box] = []
      var steps = FigureSteps(of: self)
      for mark in marks {
        switch mark {
        case .box(let box, let color): body += "<rect\(Self.attributes(box)) fill=\"\(color.css)\"/>\n"
        case .path(let points, let stroke, let clip):
          var clipping = ""
          if let clip {
            let index = clips.firstIndex(of: clip) ?? clips.count
            if index == clips.count { clips.append(clip) }
            clipping = " clip-path=\"url(#c\(index))\""
          }
          let data = points.enumerated().map { index, point in
            "\(index == 0 ? "M" : "L")\(coordinate(point.x)) \(coordinate(point.y))"
          }
          body += "<path d=\"\(data.joined())\"\(Self.attributes(stroke))\(clipping)/>\n"
        case .arc(let x, let y, let radius, let from, let to, let stroke):
          body += "<path d=\"\(Self.arc(x, y, radius, from, to))\"\(Self.attributes(stroke))/>\n"
        case .heatmap(let content, let box, let map):
          let share = steps.next(box)
          body += try Self.heatmap(content, box, map) { report(share.painted($0, of: $1), FigureSteps.whole) }
        case .text(let text): body += outliner?.element(text) ?? Self.element(text)
        }
      }
      let definitions = clips.enumerated().map {
        "<clipPath id=\"c\($0.offset)\"><rect\(Self.attributes($0.element))/></clipPath>"
      }
      let size = "\(coordinate(width)) \(coordinate(height))"
      let document = """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(coordinate(width))pt" height="\(coordinate(height))pt" \
        viewBox="0 0 \(size)" role="img" xml:lang="\(markup(provenance.language))" font-family="'DejaVu Sans',Verdana,Helvetica,'Noto Sans CJK SC',\
        'PingFang SC','Microsoft YaHei',sans-serif">
        \(provenance.svgElements)<defs>\(definitions.joined())</defs>
        \(body)</svg>

        """
      return Picture(bytes: Array(document.utf8), missing: outliner?.missing ?? [])
    }

    /// Up to so many values are rectangles, which every reader draws with sharp edges.
    private static let mostRectangles = 64 * 64
    /// Images are enlarged to at least so many pixels a side, for some readers blur what they enlarge themselves.
    private static let leastPixels = 1024

    private static func heatmap(
      _ content: HeatmapContent, _ box: Box, _ map: ColorMap, _ report: (Int, Int) -> Void
    ) throws(PictureProblem) -> String {
      let raster = HeatmapRaster(content, map, mostRows: mostValues, mostColumns: mostValues, report: report)
      guard raster.rows > 0, raster.columns > 0 else { return "" }
      return raster.pixels.count <= mostRectangles ? rectangles(raster, box) : try image(raster, box)
    }

    /// A rectangle for each run of one colour in a row.
    private static func rectangles(_ raster: HeatmapRaster, _ box: Box) -> String {
      let (wide, high) = (box.width / Double(raster.columns), box.height / Double(raster.rows))
      var text = "<g shape-rendering=\"crispEdges\">\n"
      for row in 0..<raster.rows {
        let pixels = raster.pixels[(row * raster.columns)..<((row + 1) * raster.columns)]
        var start = pixels.startIndex
        while start < pixels.endIndex {
          let end = pixels[start...].firstIndex { $0 != pixels[start] } ?? pixels.endIndex
          let cell = Box(
            x: box.x + Double(start - pixels.startIndex) * wide, y: box.y + Double(row) * high,
            width: Double(end - start) * wide, height: high)
          text += "<rect\(attributes(cell)) fill=\"\(Color(hex: pixels[start]).css)\"/>\n"
          start = end
        }
      }
      return text + "</g>\n"
    }

    private static func image(_ raster: HeatmapRaster, _ box: Box) throws(PictureProblem) -> String {
      let across = max(1, leastPixels / raster.columns)
      let down = max(1, leastPixels / raster.rows)
      let (width, height) = (raster.columns * across, raster.rows * down)
      var pixels: [UInt32] = []
      pixels.reserveCapacity(width * height)
      for row in 0..<raster.rows {
        let start = pixels.count
        let own = start..<(start + width)
        for pixel in raster.pixels[(row * raster.columns)..<((row + 1) * raster.columns)] {
          pixels.append(contentsOf: repeatElement(pixel, count: across))
        }
        for _ in 1..<down { pixels += pixels[own] }
      }
      let file = try pixels.withUnsafeBufferPointer { pixels throws(PictureProblem) in
        try PNG.encoded(pixels, width: width, height: height)
      }
      return "<image\(attributes(box)) preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" "
        + "href=\"data:image/png;base64,\(String(decoding: Base64.encoded(file), as: UTF8.self))\"/>\n"
    }

    private static func element(_ text: Text) -> String {
      let anchor =
        switch text.anchor {
        case .start: ""
        case .middle: " text-anchor=\"middle\""
        case .end: " text-anchor=\"end\""
        }
      let (x, y) = (coordinate(text.x), coordinate(text.y))
      let turn = text.isVertical ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
      let weight = text.isBold ? " font-weight=\"bold\"" : ""
      return "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(coordinate(text.size))\"\(anchor)\(weight)\(turn) "
        + "fill=\"\(text.color.css)\">\(markup(text.text))</text>\n"
    }

    private static func attributes(_ box: Box) -> String {
      " x=\"\(coordinate(box.x))\" y=\"\(coordinate(box.y))\" width=\"\(coordinate(box.width))\""
        + " height=\"\(coordinate(box.height))\""
    }

    private static func attributes(_ stroke: Stroke) -> String {
      let dashes = stroke.dashes.map(coordinate).joined(separator: " ")
      return " fill=\"none\" stroke=\"\(stroke.color.css)\" stroke-width=\"\(coordinate(stroke.width))\""
        + " stroke-linejoin=\"round\"" + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
    }

    /// An arc anticlockwise; a whole circle in two halves, for one arc cannot end where it begins.
    private static func arc(_ x: Double, _ y: Double, _ radius: Double, _ from: Double, _ to: Double) -> String {
      let middle = (from + to) / 2
      func point(_ angle: Double) -> String {
        "\(coordinate(x + radius * cos(angle))) \(coordinate(y - radius * sin(angle)))"
      }
      let r = coordinate(radius)
      return "M\(point(from))A\(r) \(r) 0 0 0 \(point(middle))A\(r) \(r) 0 0 0 \(point(to))"
    }
  }

  extension FigureDrawing.Stroke {
    /// Each is whole within the 13 points that a legend shows of it.
    private static let series: [[Double]] = [
      [4, 2], [6, 1.5, 1, 1.5], [3, 1], [9, 2], [4, 1.5, 1, 1.5, 1, 1.5], [2.5, 3.5], [6, 1, 2, 1], [1, 3],
    ]

    /// Lengths drawn and left out in turn; none for a solid line.
    var dashes: [Double] {
      switch dash {
      case .solid: []
      case .dashed: [4, 2]
      case .dotted: [1, 1.6]
      case .series(let index): Self.series[((index % Self.series.count) + Self.series.count) % Self.series.count]
      }
    }
  }
#endif
