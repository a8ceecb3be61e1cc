import Explorer
import Export
import Screen

/// A frame with what it takes to write it in any format.
struct ScreenPicture {
  let frame: Frame
  /// Colours of escape sequences.
  let depth: ColorDepth
  /// Stands in for the terminal's own colours; nil for black on white.
  let theme: Theme?
  let provenance: Provenance
  /// Pixels of a PNG: each cell 8 × 16 of them, times this.
  var scale = 2

  /// - Parameter report: Told how much is done, of how much.
  func encoded(
    as format: ScreenFile.Format, report: (Int, Int) -> Void = { _, _ in }
  ) throws(WriteProblem) -> Picture {
    let defaults =
      theme.map(DefaultColors.init)
      ?? DefaultColors(foreground: Color(hex: 0), background: Color(hex: 0xFF_FFFF))
    return switch format {
    case .txt: Picture(text: plainText(of: frame))
    case .ans: Picture(text: ansiText(of: frame, depth: depth))
    case .svg: Picture(text: svg(of: frame, defaults: defaults, provenance: provenance, report: report))
    case .html: Picture(text: html(of: frame, defaults: defaults, provenance: provenance, report: report))
    case .png: try pixels(defaults, report)
    }
  }

  private func pixels(
    _ defaults: DefaultColors, _ report: (Int, Int) -> Void
  ) throws(WriteProblem) -> Picture {
    #if Figures
      do throws(PictureProblem) {
        return try png(of: frame, scale: scale, defaults: defaults, provenance: provenance, report: report)
      } catch {
        throw WriteProblem(error, sizedBy: ["--size", "--scale"])
      }
    #else
      throw .notBuiltIn(format: "png")
    #endif
  }
}

extension WriteProblem {
  /// What stands in the way of a picture stands in the way of its file.
  /// - Parameter options: Those that say how large it is.
  init(_ problem: PictureProblem, sizedBy options: [String]) {
    switch problem {
    case .tooLarge(let width, let height): self = .tooLarge(width: width, height: height, options: options)
    case .library(let words): self = .drawing(words)
    }
  }
}
