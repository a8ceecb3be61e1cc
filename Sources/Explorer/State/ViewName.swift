/// The views, in the order of the Tab key.
public enum ViewName: String, Hashable, Sendable, CaseIterable {
  /// Position by dimension, as colours.
  case heatmap
  /// Every pair as a clock.
  case dials

  /// The view so many steps further, round and round.
  public func stepped(by steps: Int) -> ViewName {
    let all = Self.allCases
    guard let index = all.firstIndex(of: self) else { return self }
    return all[((index + steps) % all.count + all.count) % all.count]
  }
}
