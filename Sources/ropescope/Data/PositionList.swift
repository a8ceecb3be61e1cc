import Explorer

/// Positions as NumPy writes them: «0,1,2,7», «0:4096» or «0:1000000:1000», stop excluded.
struct PositionList: Hashable, Sendable {
  private enum Form: Hashable { case listed([Int]), stepped(start: Int, count: Int, step: Int) }
  private let form: Form

  /// How many positions there are.
  var count: Int {
    switch form {
    case .listed(let positions): positions.count
    case .stepped(_, let count, _): count
    }
  }

  /// The position at an index in 0 ..< `count`.
  subscript(index: Int) -> Int {
    switch form {
    case .listed(let positions): positions[index]
    case .stepped(let start, _, let step): start + index * step
    }
  }

  /// Reads the text; `nil` when it is not such a list, or holds a position out of range.
  init?(_ text: String) {
    let valid = 0...Window.lastPosition
    if text.contains(":") {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { NumberParser.whole(String($0)) }
      guard parts.count == 2 || parts.count == 3, let start = parts[0], let stop = parts[1], valid.contains(start),
        stop >= start, stop <= Window.lastPosition + 1
      else { return nil }
      let step = parts.count == 3 ? parts[2] ?? 0 : 1
      guard step > 0 else { return nil }
      form = .stepped(start: start, count: (stop - start + step - 1) / step, step: step)
    } else {
      let positions = text.split(separator: ",", omittingEmptySubsequences: false).map {
        NumberParser.whole(String($0))
      }
      let known = positions.compactMap(\.self)
      guard !known.isEmpty, known.count == positions.count, known.allSatisfy(valid.contains) else { return nil }
      form = .listed(known)
    }
  }
}
