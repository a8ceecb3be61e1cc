/// A colour of 24 bits, or the terminal's own default.
public struct Color: Hashable, Sendable {
  /// 0xRRGGBB, or a bit beyond them for the default.
  private let bits: UInt32

  private init(bits: UInt32) { self.bits = bits }

  /// A colour from its parts, each 0 … 255.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    bits = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  /// The colour written as 0xRRGGBB; higher bits are dropped.
  public init(hex: UInt32) { bits = hex & 0xFF_FFFF }

  /// The colour the terminal shows when nothing was asked for.
  public static let terminalDefault = Color(bits: 1 << 24)

  /// White.
  static let white = Color(hex: 0xFFFFFF)

  /// Whether this is the terminal's own default.
  public var isTerminalDefault: Bool { bits == Self.terminalDefault.bits }
  /// 0xRRGGBB; 0 for the terminal's default.
  public var hex: UInt32 { bits & 0xFF_FFFF }
  /// Red, 0 … 255.
  public var red: UInt8 { UInt8(bits >> 16 & 255) }
  /// Green, 0 … 255.
  public var green: UInt8 { UInt8(bits >> 8 & 255) }
  /// Blue, 0 … 255.
  public var blue: UInt8 { UInt8(bits & 255) }

  /// Relative luminance, 0 … 1, of WCAG 2.1.
  public var luminance: Double {
    let (red, green, blue) = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /// The light of each part, 0 … 1: sRGB without its curve (IEC 61966-2-1).
  var linear: (red: Double, green: Double, blue: Double) {
    func light(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055, 2.4)
    }
    return (light(red), light(green), light(blue))
  }

  /// Black or white, whichever stands out more on this colour.
  public var ink: Color {
    let black = Color(hex: 0)
    return contrast(with: black) >= contrast(with: .white) ? black : .white
  }

  /// The contrast ratio of WCAG 2.1, 1 … 21.
  public func contrast(with other: Color) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The colour `share` of the way from this one to `other`, in sRGB; `share` is held to 0 … 1.
  public func mixed(with other: Color, share: Double) -> Color {
    let weight = share > 0 ? min(share, 1) : 0
    func part(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8((Double(from) + (Double(to) - Double(from)) * weight).rounded())
    }
    return Color(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
  }
}
