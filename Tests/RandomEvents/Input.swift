public import Explorer
public import Screen

/// What comes to the explorer: from the terminal, or from the run loop.
public enum Input: Sendable {
  /// From the terminal.
  case event(Event)
  /// From the run loop: time that went by, or something that was opened.
  case action(Action)
}
