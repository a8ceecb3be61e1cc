/// What a colour is for. Themes give colours to roles; drawing names roles, never colours.
public enum Role: Int, Hashable, Sendable, CaseIterable {
  /// Behind everything.
  case background
  /// Behind the picture of a pane, a shade apart from the background.
  case panel
  /// Behind the title and the status line.
  case bar
  /// Ordinary text.
  case text
  /// Text that steps back: labels, units, hints.
  case muted
  /// Names of panes and the program's own.
  case heading
  /// What the person moves: position, pair.
  case accent
  /// The second position.
  case second
  /// The part of a circle that training has seen.
  case trained
  /// The part it has not.
  case unseen
  /// A check that holds.
  case good
  /// A message that something is wrong, and a check that fails.
  case error

  /// The name in theme files.
  public var name: String { "\(self)" }

  /// The place among `allCases`.
  var index: Int { rawValue }

  /// Whether the role is for what stands behind text.
  public var isBackground: Bool { self == .background || self == .panel || self == .bar }
}
