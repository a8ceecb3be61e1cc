/// The positions for which a snippet gives numbers.
public enum SnippetPositions: Hashable, Sendable {
  /// Given one by one.
  case listed([Int])
  /// So many from `start` on, `step` apart.
  case stepped(start: Int, count: Int, step: Int)

  /// The most rows of a snippet made of what a view shows.
  static let most = 512

  /// What a view shows: every position, or every n-th of a longer range.
  public init(shown positions: Range<Int>) {
    let step = max(1, (positions.count + Self.most - 1) / Self.most)
    let count = max(1, (positions.count + step - 1) / step)
    self = .stepped(start: positions.lowerBound, count: count, step: step)
  }

  /// The positions themselves.
  public var all: [Int] {
    switch self {
    case .listed(let positions): positions
    case .stepped(let start, let count, let step): (0..<max(0, count)).map { start + $0 * step }
    }
  }

  /// The same positions without those from `end` on.
  func ending(before end: Int?) -> SnippetPositions {
    guard let end else { return self }
    switch self {
    case .listed(let positions): return .listed(positions.filter { $0 < end })
    case .stepped(let start, let count, let step):
      let room = start < end ? (end - start + step - 1) / step : 0
      return .stepped(start: start, count: min(count, room), step: step)
    }
  }
}
