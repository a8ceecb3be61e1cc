import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An axis in data coordinates.
public struct Axis: Hashable, Sendable {
  /// How values are spread.
  public enum Scale: Hashable, Sendable {
    case linear, logarithmic
  }

  /// A mark with its number or name.
  public struct Tick: Hashable, Sendable {
    /// Where.
    public let value: Double
    /// What stands beside it.
    public let text: String

    /// A tick.
    public init(_ value: Double, _ text: String) { (self.value, self.text) = (value, text) }
  }

  /// What it counts, with the unit.
  public let label: String
  /// From its start to its end.
  public let range: ClosedRange<Double>
  /// How values are spread; a logarithmic axis needs a range above zero, else it is linear.
  public let scale: Scale
  /// Whether it counts down from the top, as the rows of a heatmap do.
  public let isDownward: Bool
  /// Ticks; nil for round numbers.
  public let ticks: [Tick]?
  /// The least step between ticks: 1 where only whole numbers mean something.
  private var leastStep = 0.0

  /// An axis. An empty range is widened to 1, one without end is cut at the largest number.
  public init(
    _ label: String, _ range: ClosedRange<Double>, scale: Scale = .linear, isDownward: Bool = false,
    ticks: [Tick]? = nil
  ) {
    self.label = label
    let largest = Double.greatestFiniteMagnitude
    let finite = range.clamped(to: -largest...largest)
    self.range = finite.upperBound > finite.lowerBound ? finite : finite.lowerBound...(finite.lowerBound + 1)
    self.scale = scale == .logarithmic && range.lowerBound > 0 ? .logarithmic : .linear
    (self.isDownward, self.ticks) = (isDownward, ticks)
  }

  /// An axis of whole things side by side, each one unit wide with its number in its middle.
  public static func cells(_ label: String, _ cells: Range<Int>, isDownward: Bool = false) -> Axis {
    let end = Double(max(cells.upperBound, cells.lowerBound + 1)) - 0.5
    var axis = Axis(label, Double(cells.lowerBound) - 0.5...end, isDownward: isDownward)
    axis.leastStep = 1
    return axis
  }

  /// How far along the axis a value is, 0 … 1 inside; may be outside.
  public func share(of value: Double) -> Double {
    switch scale {
    case .linear:
      // The ends may be further apart than any number is large.
      (range.upperBound - range.lowerBound).isFinite
        ? (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        : (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
    case .logarithmic:
      value > 0
        ? (log10(value) - log10(range.lowerBound)) / (log10(range.upperBound) - log10(range.lowerBound)) : -.infinity
    }
  }

  /// Its own ticks, or round numbers within the range, about as many as asked for.
  func ticks(about count: Int) -> [Tick] {
    if let ticks { return ticks.filter { range.contains($0.value) } }
    // One number alone is no scale, but of whole things there may be one alone.
    let tries = (count...(count + 8)).lazy.map { scale == .linear ? linearTicks($0) : decades($0) }
    if let ticks = tries.first(where: { $0.count > 1 }) { return ticks }
    if leastStep > 0 { return linearTicks(count) }
    return [range.lowerBound, range.upperBound].map { Tick($0, Numerals.significant($0)) }
  }

  /// Multiples of 1, 2 or 5 times a power of ten; for cells as many as a context has, of a power of two.
  private func linearTicks(_ count: Int) -> [Tick] {
    let span = range.upperBound - range.lowerBound
    guard span.isFinite else {
      return [range.lowerBound, 0, range.upperBound].map { Tick($0, Numerals.significant($0)) }
    }
    let rough = max(span / Double(max(1, count)), leastStep)
    let step: Double
    if span >= 256, leastStep == 1 {
      step = exp2(log2(rough).rounded(.up))
    } else {
      let decade = pow(10, log10(rough).rounded(.down))
      step = ([1, 2, 5].first { $0 * decade >= rough * 0.999 } ?? 10) * decade
    }
    let first = (range.lowerBound / step).rounded(.up)
    let last = (range.upperBound / step).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { Tick($0 * step, Self.text(of: $0 * step, step: step)) }
  }

  /// A number with as many digits as tell it from one a step further; with a power of ten where those were too many.
  private static func text(of value: Double, step: Double) -> String {
    let digits = Int(max(0, (-log10(step)).rounded(.up)))
    guard digits <= 6, abs(value) < 1e15 else {
      let figures = value == 0 ? 1 : Int(log10(abs(value)).rounded(.down) - log10(step).rounded(.down)) + 1
      return Numerals.significant(value, digits: figures)
    }
    let text = digits == 0 ? Numerals.grouped(Int(value)) : Numerals.fixed(value, decimals: digits)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// Powers of ten, every so many.
  private func decades(_ count: Int) -> [Tick] {
    let first = Int(log10(range.lowerBound).rounded(.up))
    let last = Int(log10(range.upperBound).rounded(.down))
    guard last >= first else { return [] }
    let every = max(1, (last - first + max(1, count) - 1) / max(1, count))
    let exponents = Array(stride(from: first, through: last, by: every))
    // One form on one axis: all written out, or all as powers.
    let isPlain = exponents.allSatisfy((0...6).contains)
    return exponents.map { exponent in
      let value = pow(10, Double(exponent))
      return Tick(value, isPlain ? Numerals.grouped(Int(value)) : "10" + Self.raised(exponent))
    }
  }

  /// A power of ten as people write it: «1», «1000», «10⁻⁹».
  public static func power(ofTen exponent: Int) -> String {
    (0...3).contains(exponent) ? String(Int(pow(10, Double(exponent)))) : "10" + raised(exponent)
  }

  private static func raised(_ number: Int) -> String {
    let digits: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]
    return String(String(number).compactMap { digits[$0] })
  }
}
