/// What a terminal tells the program.
public enum Event: Hashable, Sendable {
  /// A key.
  case key(Key)
  /// Text pasted at once.
  case paste(String)
  /// Something the mouse did.
  case mouse(Mouse)
  /// The terminal told its own background, which is dark or light.
  case background(Color)
  /// The terminal draws half blocks, Greek letters and other signs of ambiguous width two columns wide.
  case ambiguousSignsAreWide
  /// The window has another size.
  case resize(Size)
  /// The screen must be drawn anew, whatever stood there: after a stop, or because something wrote over it.
  case redraw
  /// The program was asked to end by a signal, or its terminal is gone.
  case terminate(signal: Int32)
  /// Nothing happened within the time given.
  case timeout
}
