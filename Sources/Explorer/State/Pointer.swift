import Screen

/// Where the mouse's pointer is, and what a button that is down holds.
public struct Pointer: Hashable, Sendable {
  /// The row under the pointer.
  public internal(set) var row: Int
  /// The column under the pointer.
  public internal(set) var column: Int
  /// The button that is down.
  var press: Press?

  /// A button that went down.
  struct Press: Hashable, Sendable {
    let row: Int
    let column: Int
    let button: Mouse.Button
    /// Whether the pointer has left the cell since.
    var hasMoved = false
    /// What is held.
    let grip: Grip
  }

  /// What a button that is down holds.
  enum Grip: Hashable, Sendable {
    /// The picture of a pane, as it was then.
    case picture(window: Window, columns: Range<Int>?, scale: Target.Scale)
    /// A parameter of the status line.
    case parameter(StatusLine.Parameter)
    /// Nothing that moves.
    case nothing
  }
}
