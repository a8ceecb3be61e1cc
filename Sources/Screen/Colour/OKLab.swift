/// A colour in OKLab, where equal steps look equally large.
///
/// Source: Björn Ottosson 2020, «A perceptual color space for image processing».
struct OKLab: Hashable, Sendable {
  /// Lightness, 0 (black) … 1 (white).
  var lightness: Double
  /// Green (−) to red (+).
  var a: Double
  /// Blue (−) to yellow (+).
  var b: Double

  init(lightness: Double, a: Double, b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  init(_ color: Color) {
    let (red, green, blue) = color.linear
    let long = cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let middle = cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
  }

  /// The nearest colour of sRGB.
  var color: Color {
    func cube(_ value: Double) -> Double { value * value * value }
    let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let middle = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    func part(_ linear: Double) -> UInt8 {
      let share = linear <= 0.0031308 ? 12.92 * linear : 1.055 * power(linear, 1 / 2.4) - 0.055
      return UInt8((min(max(share, 0), 1) * 255).rounded())
    }
    return Color(
      red: part(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
      green: part(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
      blue: part(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short))
  }

  func distance(to other: OKLab) -> Double {
    let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
    return (l * l + a * a + b * b).squareRoot()
  }

  func mixed(with other: OKLab, share: Double) -> OKLab {
    OKLab(
      lightness: lightness + (other.lightness - lightness) * share, a: a + (other.a - a) * share,
      b: b + (other.b - b) * share)
  }
}
