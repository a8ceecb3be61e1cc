/// Colours for numbers: 65 levels from the lowest value to the highest, perceptually even.
///
/// Sixty-five levels are more than a person tells apart side by side, and few enough that neighbouring cells often share
/// one, which is what keeps the bytes of a frame low. The number is odd so that zero has a colour of its own. Figures, where
/// a smooth field would show the steps, have `fineLevelCount`.
public struct ColorMap: Hashable, Sendable {
  /// What the values are, which decides how they may be coloured.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Magnitudes, from little to much.
    case sequential
    /// Values on both sides of zero; zero has the middle colour.
    case diverging
    /// Angles: the last level meets the first.
    case cyclic

    /// The place among `allCases`.
    var index: Int {
      switch self {
      case .sequential: 0
      case .diverging: 1
      case .cyclic: 2
      }
    }
  }

  /// Number of colours in every map.
  public static let levelCount = 65
  /// Number of colours where they may be as many as eyes can use; every eighth is one of `levels`.
  public static let fineLevelCount = 513

  /// The colours, lowest value first; always `levelCount` of them.
  public let levels: [Color]
  /// The ways that colours are spread along, one after another; the next begins where the one before ends.
  private let ways: [[OKLab]]

  /// A map for values of a kind through these colours, spaced so that equal differences in value look equally large.
  ///
  /// - Parameters:
  ///   - kind: For a diverging map the stop in the middle is zero's, and each side is spaced by itself.
  ///   - stops: At least one colour; between them the way is straight in OKLab. For a cyclic map the last should equal
  ///     the first.
  public init(_ kind: Kind, stops: [Color]) {
    let points = stops.map(OKLab.init)
    let middle = points.count / 2
    let hasSides = kind == .diverging && points.count > 2
    ways = hasSides ? [Array(points[...middle]), Array(points[middle...])] : [points]
    levels = Self.levels(along: ways, count: Self.levelCount)
  }

  /// `fineLevelCount` colours, lowest value first.
  /// - Complexity: A tenth of a millisecond; keep them for a whole picture.
  public var fineLevels: [Color] { Self.levels(along: ways, count: Self.fineLevelCount) }

  /// An odd number of colours, as many along each way.
  private static func levels(along ways: [[OKLab]], count: Int) -> [Color] {
    let own = (count - 1) / max(1, ways.count) + 1
    return ways.enumerated().flatMap { evenly($0.element, count: own).dropFirst($0.offset > 0 ? 1 : 0) }
  }

  /// A map for themes that have none of their own: greys for magnitudes, blue and orange for signs, a ring for angles.
  static func standard(_ kind: Kind, _ appearance: Theme.Appearance) -> ColorMap {
    let (low, high) =
      appearance == .dark ? (Color(hex: 0x181818), Color(hex: 0xF0F0F0)) : (.white, Color(hex: 0x181818))
    return switch kind {
    case .sequential: ColorMap(kind, stops: [low, high])
    case .diverging: ColorMap(kind, stops: [Color(hex: 0x3B82D6), low, Color(hex: 0xD9822B)])
    case .cyclic: ColorMap(kind, stops: [low, Color(hex: 0x808080), high, Color(hex: 0x808080), low])
    }
  }

  /// `count` colours at equal distances along the way through the points.
  private static func evenly(_ points: [OKLab], count: Int) -> [Color] {
    let lengths = zip(points, points.dropFirst()).map { $0.distance(to: $1) }
    let total = lengths.reduce(0, +)
    return (0..<count).map { level in
      guard var last = points.first else { return .terminalDefault }
      var left = total * Double(level) / Double(count - 1)
      for (length, next) in zip(lengths, points.dropFirst()) {
        if left <= length { return last.mixed(with: next, share: length > 0 ? left / length : 0).color }
        left -= length
        last = next
      }
      return last.color
    }
  }

  /// The level of a value within bounds, 0 ..< `count`; a value outside is held to the nearest bound, and one that is not a
  /// number gets the middle.
  public static func level(of value: Double, in bounds: ClosedRange<Double>, count: Int = levelCount) -> Int {
    // Halved first, for no span of two Doubles then overflows.
    let (low, high) = (bounds.lowerBound / 2, bounds.upperBound / 2)
    let held = min(max(value / 2, low), high)
    guard high > low, (high - low).isFinite, !value.isNaN else { return count / 2 }
    let share = (held - low) / (high - low)
    return Int((share * Double(count - 1)).rounded())
  }

  /// The colour of a value within bounds.
  public func color(of value: Double, in bounds: ClosedRange<Double>) -> Color {
    levels[Self.level(of: value, in: bounds)]
  }
}
