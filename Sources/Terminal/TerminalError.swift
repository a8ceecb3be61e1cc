/// Why no terminal could be opened.
public enum TerminalError: Error, Hashable, Sendable {
  /// A stream that must be a terminal is not: a file, a pipe, or closed.
  public enum Stream: Hashable, Sendable {
    /// Standard input, from which keys come.
    case input
    /// Standard output, where frames go.
    case output
  }

  /// The stream is not a terminal.
  case notATerminal(Stream)
  /// The terminal named by `TERM` cannot address its cursor (`dumb` and its like).
  case cannotAddressCursor(name: String)
  /// ncurses knows neither the terminal named by `TERM` nor any that could stand for it.
  case unknownTerminal(name: String)
  /// Another `Terminal` is open; there is one at a time.
  case alreadyOpen
  /// The system refused a pipe or a descriptor; the number is `errno`.
  case system(Int32)
}
