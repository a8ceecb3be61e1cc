import Encodings

/// The part of the positions that a heatmap shows.
public struct Window: Hashable, Sendable {
  /// The last position that can be looked at: 2⁴⁰. Up to there angles are right to a millionth of a radian.
  public static let lastPosition = 1 << 40

  /// First position shown, never negative.
  public let start: Int
  /// How many positions are shown, or `nil` for one in every row of values.
  public let count: Int?

  /// A window; what lies outside 0 … `lastPosition` is held to it.
  public init(start: Int = 0, count: Int? = nil) {
    self.count = count.map { min(max(1, $0), Self.lastPosition + 1) }
    self.start = min(max(0, start), Self.lastPosition + 1 - (self.count ?? 1))
  }

  /// The positions shown in so many rows of values.
  public func positions(rows: Int) -> Range<Int> {
    let length = max(1, count ?? rows)
    return start..<min(start + length, Self.lastPosition + 1)
  }

  /// The positions of each row: one each when there are at least as many rows, else equal blocks.
  public func blocks(rows: Int) -> [Range<Int>] {
    positions(rows: rows).blocks(rows)
  }

  /// The nearest window of the same length that holds a position.
  public func containing(_ position: Int, rows: Int) -> Window {
    let length = positions(rows: rows).count
    if position < start { return Window(start: position, count: count) }
    if position >= start + length { return Window(start: position - length + 1, count: count) }
    return self
  }

  /// A window `factor` times as long in which the position keeps its place.
  public func zoomed(by factor: Double, about position: Int, rows: Int) -> Window {
    let length = positions(rows: rows).count
    let wanted = (Double(length) * factor).rounded()
    let longest = Double(Self.lastPosition + 1)
    let next = Int(min(max(wanted, 4), longest))
    let place = Double(position - start) / Double(max(1, length))
    return Window(start: position - Int(place * Double(next)), count: next)
  }
}
