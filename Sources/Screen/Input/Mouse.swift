/// What the mouse did, at a cell.
public struct Mouse: Hashable, Sendable {
  /// The buttons that do something.
  public enum Button: Hashable, Sendable { case left, middle, right }

  /// What was done.
  public enum Gesture: Hashable, Sendable {
    /// The pointer came to the cell, no button down.
    case move
    /// A button went down.
    case press(Button)
    /// The pointer came to the cell with a button down.
    case drag(Button)
    /// A button came up.
    case release(Button)
    /// The wheel turned by so many notches: away from the hand is positive.
    case wheel(by: Int)
    /// The wheel turned or was pushed sideways: to the right is positive.
    case wheelSideways(by: Int)
  }

  /// What was done.
  public let gesture: Gesture
  /// The row under the pointer, from 0.
  public let row: Int
  /// The column under the pointer, from 0.
  public let column: Int
  /// Keys held down, as far as the terminal passes them on.
  public let modifiers: Key.Modifiers

  /// Something the mouse did.
  public init(_ gesture: Gesture, row: Int, column: Int, modifiers: Key.Modifiers = []) {
    (self.gesture, self.row, self.column, self.modifiers) = (gesture, row, column, modifiers)
  }
}
