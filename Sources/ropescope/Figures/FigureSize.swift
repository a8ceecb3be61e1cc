import Explorer
import Screen

/// How wide a figure is, read from `--width` and `--dpi`.
struct FigureSize {
  /// Points of 1/72 inch.
  let width: Double
  /// Resolution of a PNG.
  let pixelsPerInch: Double

  /// What can be drawn, in points: 43 mm to 5 m.
  private static let widths = 120.0...14_400

  /// - Parameters:
  ///   - width: «160mm», «1200px», or a number of millimetres. Pixels of vector formats are CSS's, 96 an inch.
  ///   - dpi: Pixels per inch.
  ///   - isRaster: Whether the file is made of pixels.
  init(width text: String, dpi: String, isRaster: Bool, _ language: Language) throws(Failure) {
    guard let pixelsPerInch = NumberParser.number(dpi), (10...2400).contains(pixelsPerInch) else {
      throw Failure(
        .usage,
        language(
          "--dpi takes pixels per inch from 10 to 2400; got «\(visible(dpi))».",
          "--dpi 取每英寸像素数（10 到 2400）；给出的是“\(visible(dpi))”。"))
    }
    let lower = text.lowercased()
    let isPixels = lower.hasSuffix("px")
    let digits = isPixels || lower.hasSuffix("mm") ? String(lower.dropLast(2)) : lower
    let perUnit = isPixels ? 72 / (isRaster ? pixelsPerInch : 96) : 72 / 25.4
    guard let number = NumberParser.number(digits), Self.widths.contains(number * perUnit) else {
      let unit = isPixels ? "px" : "mm"
      let (least, most) = (Self.widths.lowerBound / perUnit, Self.widths.upperBound / perUnit)
      let ends = [least.rounded(.up), most.rounded(.down)].map { Numerals.grouped(Int($0)) + " " + unit }
      let density = isPixels && isRaster ? language(" at \(dpi) dpi", "（\(dpi) dpi 时）") : ""
      throw Failure(
        .usage,
        language(
          "--width takes millimetres or pixels, such as 160mm or 1200px: \(ends[0]) to \(ends[1])\(density); got «\(visible(text))».",
          "--width 取毫米或像素，例如 160mm 或 1200px：\(ends[0]) 到 \(ends[1])\(density)；给出的是“\(visible(text))”。"))
    }
    (self.width, self.pixelsPerInch) = (number * perUnit, pixelsPerInch)
  }
}
