extension Int {
  /// The index so many further among `count`, round and round.
  ///
  ///     2.stepped(by: 3, among: 4)   // 1
  func stepped(by steps: Int, among count: Int) -> Int {
    guard count > 0 else { return self }
    return ((self + steps % count) % count + count) % count
  }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// The case so many further, round and round.
  func stepped(by steps: Int) -> Self {
    let all = Self.allCases
    guard let index = all.firstIndex(of: self) else { return self }
    return all[index.stepped(by: steps, among: all.count)]
  }
}
