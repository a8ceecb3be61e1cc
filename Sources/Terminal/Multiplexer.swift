/// A program between this one and the terminal that keeps what it does not know from passing.
package enum Multiplexer: Hashable, Sendable {
  case tmux
  case screen

  /// What the environment says.
  package init?(environment: (String) -> String?) {
    func has(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    if has("TMUX") {
      self = .tmux
    } else if has("STY") {
      self = .screen
    } else {
      return nil
    }
  }

  /// A sequence wrapped so that it reaches the terminal behind, as far as the person allows it.
  ///
  /// tmux takes one wrapping, in which every Escape is doubled. screen keeps 256 bytes of one, so there are several.
  package func passing(_ sequence: [UInt8]) -> [UInt8] {
    switch self {
    case .tmux:
      return Array("\u{1B}Ptmux;".utf8) + sequence.flatMap { $0 == 0x1B ? [$0, $0] : [$0] } + Array("\u{1B}\\".utf8)
    case .screen:
      let length = 200
      return stride(from: 0, to: sequence.count, by: length).flatMap { start in
        Array("\u{1B}P".utf8) + sequence[start..<min(start + length, sequence.count)] + Array("\u{1B}\\".utf8)
      }
    }
  }
}
