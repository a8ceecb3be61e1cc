/// How a field finds the mean of a block.
public enum Exactness: Hashable, Sendable {
  /// By a closed form: every value of the block counts, at the cost of one.
  case closedForm
  /// By taking at most so many values, evenly spread; exact for blocks that hold no more.
  case sampled(limit: Int)
}
