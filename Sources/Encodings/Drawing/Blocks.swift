extension Range<Int> {
  /// The range cut into blocks of nearly the same length: what each cell of a picture holds. Shape (count).
  ///
  /// A block is never empty: where there are more blocks than values, blocks repeat. An empty range has none.
  ///
  ///     (0..<10).blocks(3)   // [0..<3, 3..<6, 6..<10]
  package func blocks(_ count: Int) -> [Range<Int>] {
    guard !isEmpty, count > 0 else { return [] }
    // ⌊length · index / count⌋ without overflow.
    let (share, rest) = self.count.quotientAndRemainder(dividingBy: count)
    func start(_ index: Int) -> Int { lowerBound + index * share + index * rest / count }
    return (0..<count).map { index in
      let first = start(index)
      return first..<Swift.max(first + 1, start(index + 1))
    }
  }
}
