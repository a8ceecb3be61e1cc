/// How the panes share the window.
public enum Arrangement: String, Hashable, Sendable, CaseIterable {
  /// As many as fit: one, two side by side from 110 columns, three from 160.
  case automatic = "auto"
  /// One view alone.
  case alone
  /// Two side by side.
  case beside
  /// Two, one above the other.
  case above
}
