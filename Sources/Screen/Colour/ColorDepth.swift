/// How many colours a terminal can show. Each is designed, none is a degraded other.
public enum ColorDepth: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Black and white: values are shading glyphs, meaning is in attributes.
  case mono
  /// The terminal's sixteen named colours.
  case palette16 = "16"
  /// The 256 colours of xterm.
  case palette256 = "256"
  /// 24 bits.
  case truecolor

  /// Fewer colours come first.
  public static func < (first: ColorDepth, second: ColorDepth) -> Bool { first.rank < second.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
