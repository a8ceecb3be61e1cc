import Explorer

/// Whole numbers as NumPy writes them: «0,1,2,7», «0:4096» or «0:1000000:1000», stop excluded.
struct PositionList: Hashable, Sendable {
  /// How the numbers are given.
  enum Form: Hashable {
    case listed([Int])
    case stepped(start: Int, count: Int, step: Int)
  }

  /// How the numbers are given.
  let form: Form

  /// Positions that a token may have.
  static let positions = 0...Window.lastPosition
  /// Differences of two positions.
  static let distances = -Window.lastPosition...Window.lastPosition

  /// How many numbers there are.
  var count: Int {
    switch form {
    case .listed(let positions): positions.count
    case .stepped(_, let count, _): count
    }
  }

  /// The number at an index in 0 ..< `count`.
  subscript(index: Int) -> Int {
    switch form {
    case .listed(let positions): positions[index]
    case .stepped(let start, _, let step): start + index * step
    }
  }

  /// The numbers as they would be typed.
  var spelling: String {
    switch form {
    case .listed(let positions): positions.map { "\($0)" }.joined(separator: ",")
    case .stepped(let start, let count, let step):
      step == 1 ? "\(start):\(start + count)" : "\(start):\(start + (count - 1) * step + 1):\(step)"
    }
  }

  /// The greatest number; `nil` when there is none.
  var greatest: Int? {
    switch form {
    case .listed(let positions): positions.max()
    case .stepped(let start, let count, let step): count > 0 ? start + (count - 1) * step : nil
    }
  }

  /// The numbers when they are 0 ..< n.
  var isFromZero: Bool { if case .stepped(0, _, 1) = form { true } else { false } }

  /// Reads the text; `nil` when it is not such a list, or holds a number out of range.
  init?(_ text: String, within valid: ClosedRange<Int> = positions) {
    guard let form = text.contains(":") ? Self.stepped(text, valid) : Self.listed(text, valid) else { return nil }
    self.form = form
  }

  private static func listed(_ text: String, _ valid: ClosedRange<Int>) -> Form? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { NumberParser.whole(String($0)) }
    let known = numbers.compactMap(\.self)
    guard !known.isEmpty, known.count == numbers.count, known.allSatisfy(valid.contains) else { return nil }
    return .listed(known)
  }

  private static func stepped(_ text: String, _ valid: ClosedRange<Int>) -> Form? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { NumberParser.whole(String($0)) }
    guard parts.count == 2 || parts.count == 3, let start = parts[0], let stop = parts[1], valid.contains(start),
      stop >= start, stop <= valid.upperBound + 1
    else { return nil }
    let step = parts.count == 3 ? parts[2] ?? 0 : 1
    guard step > 0 else { return nil }
    let count = stop > start ? (stop - start - 1) / step + 1 : 0
    // The step of a single number is never taken.
    return .stepped(start: start, count: count, step: count > 1 ? step : 1)
  }
}
