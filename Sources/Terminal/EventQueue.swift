import Screen

/// Events that have come and were not taken yet, first in, first out.
struct EventQueue {
  /// Events appended so far, of which the first `taken` are gone.
  var waiting: [Event] = []
  private var taken = 0

  var isEmpty: Bool { taken == waiting.count }

  /// Takes the oldest. Amortised O(1).
  mutating func next() -> Event? {
    guard taken < waiting.count else { return nil }
    defer {
      taken += 1
      if taken == waiting.count {
        waiting.removeAll(keepingCapacity: true)
        taken = 0
      }
    }
    return waiting[taken]
  }
}
