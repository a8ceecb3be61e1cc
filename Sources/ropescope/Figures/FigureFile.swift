import Explorer
import Export
import Screen

/// A file that holds a figure; its ending names the format.
struct FigureFile {
  /// Formats by their endings.
  enum Format: String, CaseIterable { case png, svg, pdf }

  let path: String
  let format: Format

  init(path: String) throws(WriteProblem) {
    let ending = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() }
    guard let format = ending.flatMap(Format.init) else {
      throw .unknownFormat(known: Format.allCases.map(\.rawValue))
    }
    #if !Figures
      throw .notBuiltIn(format: format.rawValue)
    #else
      (self.path, self.format) = (path, format)
    #endif
  }
}

#if Figures
  extension FigureFile {
    /// The figure as bytes.
    /// - Parameters:
    ///   - pixelsPerInch: Of a PNG.
    ///   - lettering: Of an SVG.
    ///   - report: Told how many rows of a heatmap are done, of how many.
    func encoded(
      _ drawing: FigureDrawing, pixelsPerInch: Double, lettering: FigureDrawing.Lettering, provenance: Provenance,
      report: (Int, Int) -> Void = { _, _ in }
    ) throws(WriteProblem) -> Picture {
      do throws(PictureProblem) {
        return switch format {
        case .png: try drawing.png(pixelsPerInch: pixelsPerInch, provenance: provenance, report: report)
        case .svg: try drawing.svg(lettering, provenance: provenance, report: report)
        case .pdf: try drawing.pdf(provenance: provenance, report: report)
        }
      } catch {
        throw WriteProblem(error, sizedBy: ["--dpi", "--width"])
      }
    }

    /// Writes the figure of an explored scene as `ropescope figure` would with the scene's arguments; returns the glyphs
    /// that no font has.
    ///
    /// - Throws: `WriteProblem`, or `Failure` where there is nothing to draw.
    func save(_ scene: Scene, overwrite: Bool, _ language: Language) throws -> [Unicode.Scalar] {
      try OutputFile.check(path, overwrite: overwrite)
      let size = try FigureSize(
        width: FigureCommand.usualWidth, dpi: FigureCommand.usualResolution, isRaster: format == .png, language)
      let theme = try FigureTheme.named(FigureTheme.usual, language)
      // The command is that of the scene as it stands, which settles into the same figure.
      let command = shellLine(CommandLineSpelling.figure(of: scene, language))
      var scene = scene.ofFigure
      if scene.window == scene.firstLook.window { scene = ViewFigure.unframed(scene) }
      scene = ViewFigure.settled(scene, language)
      let drawing = try ViewFigure(scene: scene, language: language).figure().drawing(
        width: size.width, theme: theme, pixelsPerInch: format == .png ? size.pixelsPerInch : nil)
      let drawn = try encoded(
        drawing, pixelsPerInch: size.pixelsPerInch, lettering: .text,
        provenance: SceneFacts(scene: scene).provenance(command: command, language))
      try OutputFile.write(drawn.bytes, to: path, overwrite: overwrite)
      return drawn.missing
    }
  }
#endif
