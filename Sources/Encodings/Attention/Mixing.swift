/// Which inputs of a layer reach which of its outputs: what makes attention need positions where others do not.
///
///     convolution(width: 3)   recurrence    attention    attention, causal
///           # # . .            # . . .       # # # #       # . . .
///           # # # .            # # . .       # # # #       # # . .
///           . # # #            # # # .       # # # #       # # # .
///           . . # #            # # # #       # # # #       # # # #
///
/// A convolution knows an input by its place in the window and a recurrence by when it came. Attention takes all at once, as
/// a set: nothing in it says which came first.
///
/// Source: Vaswani et al. 2017, arXiv:1706.03762, table 1.
///
///     Mixing.recurrence.steps(from: 0, to: 3)   // 4
public enum Mixing: Hashable, Sendable {
  /// A window of `width` tokens about each output.
  case convolution(width: Int)
  /// One token after another, each into the state of those before.
  case recurrence
  /// All tokens, or for a causal mask all that are not after the output.
  case attention(causal: Bool)

  /// The three that are held beside one another: a convolution three tokens wide, a recurrence, and attention.
  public static func sideBySide(causal: Bool) -> [Mixing] {
    [.convolution(width: 3), .recurrence, .attention(causal: causal)]
  }

  /// In how many steps of one layer an input gets to an output, or `nil` where it does not.
  /// - Parameters:
  ///   - input: The place of a token, from 0.
  ///   - output: The place of an output, from 0.
  /// - Complexity: O(1).
  public func steps(from input: Int, to output: Int) -> Int? {
    guard input >= 0, output >= 0 else { return nil }
    let distance = output - input
    return switch self {
    case .convolution(let width): abs(distance) <= max(width, 1) / 2 ? 1 : nil
    case .recurrence: distance >= 0 ? distance &+ 1 : nil
    case .attention(let causal): causal && distance < 0 ? nil : 1
    }
  }

  /// How many steps or layers, one after another, lead from the first of so many tokens to the last: n for a recurrence,
  /// ⌈(n − 1) / ⌊width / 2⌋⌉ for convolutions, 1 for attention; `nil` for a window of one token, which never gets there.
  /// - Complexity: O(1).
  public func longestPath(tokens count: Int) -> Int? {
    guard count > 1 else { return 1 }
    switch self {
    case .convolution(let width):
      let reach = width / 2
      return reach > 0 ? (count - 2) / reach + 1 : nil
    case .recurrence: return count
    case .attention: return 1
    }
  }
}
