package import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The colours of xterm's palette, and which of them is nearest to a colour of 24 bits.
package struct Palette {
  /// Colours 0 … 15 as xterm shows them.
  static let named: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
  /// The six levels of the cube, colours 16 … 231.
  private static let levels = [0, 95, 135, 175, 215, 255]

  private let size: Int
  private let namedLab: [SIMD3<Double>]
  /// Answers given, by the hash of the colour: a heatmap asks for the same few colours ten thousand times.
  private var answers = [UInt64](repeating: .max, count: 1 << 12)

  /// A palette of 8, 16 or 256 colours.
  package init(size: Int) {
    self.size = size
    namedLab = Self.named.prefix(max(1, min(size, 16))).map(Self.lab)
  }

  /// The index of the nearest colour. Amortised O(1).
  package mutating func index(of color: Color) -> UInt8 {
    let slot = Int(truncatingIfNeeded: (color.hex &* 0x9E37_79B1) >> 20)
    if answers[slot] >> 8 == UInt64(color.hex) { return UInt8(truncatingIfNeeded: answers[slot]) }
    let index = size > 16 ? Self.cubeOrGrey(color) : nearestNamed(color)
    answers[slot] = UInt64(color.hex) << 8 | UInt64(index)
    return index
  }

  /// The nearest of the cube's 216 colours and the 24 greys: the first sixteen are the user's to redefine.
  private static func cubeOrGrey(_ color: Color) -> UInt8 {
    let parts = [Int(color.red), Int(color.green), Int(color.blue)]
    let steps = parts.map { $0 < 48 ? 0 : $0 < 115 ? 1 : ($0 - 35) / 40 }
    let mean = parts.reduce(0, +) / 3
    let grey = mean > 238 ? 23 : max(0, (mean - 3) / 10)
    let fromGrey = parts.map { ($0 - 8 - 10 * grey) * ($0 - 8 - 10 * grey) }.reduce(0, +)
    let fromCube = zip(parts, steps).map { ($0 - levels[$1]) * ($0 - levels[$1]) }.reduce(0, +)
    let index = fromGrey < fromCube ? 232 + grey : 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
    return UInt8(truncatingIfNeeded: index)
  }

  private func nearestNamed(_ color: Color) -> UInt8 {
    let wanted = Self.lab(color.hex)
    let distances = namedLab.map { (($0 - wanted) * ($0 - wanted)).sum() }
    let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    return UInt8(truncatingIfNeeded: nearest)
  }

  /// OKLab, in which distances are about what eyes see (Ottosson 2020, https://bottosson.github.io/posts/oklab).
  private static func lab(_ hex: UInt32) -> SIMD3<Double> {
    func linear(_ shift: UInt32) -> Double {
      let share = Double(hex >> shift & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = (linear(16), linear(8), linear(0))
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return SIMD3(
      0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
      1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
      0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short)
  }
}
