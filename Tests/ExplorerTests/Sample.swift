import Checkpoints
import Encodings
import Screen
import Testing

@testable import Explorer

extension Exploration {
  /// An exploration of a catalogue's model, or of a rotary encoding of 64 features, on a screen of 80 × 24.
  static func sample(
    _ model: String? = nil, encoding: Encoding? = nil, size: Size = Size(rows: 24, columns: 80),
    language: Language = .english, depth: ColorDepth = .truecolor, asciiOnly: Bool = false
  ) throws -> Exploration {
    let shelf = Self.shelf
    let subject = Subject(argument: model, model: try model.flatMap { try Catalogue.entry(named: $0)?.describe() })
    let standard = try EncodingOptions(dimension: 64).applied(to: nil)
    let scene = Scene(
      subject: subject, encoding: encoding ?? subject.group(0)?.encoding ?? standard, theme: "midnight")
    return Exploration(
      scene: scene, size: size, language: language, themes: shelf.themes.map(\.name), depth: depth,
      asciiOnly: asciiOnly)
  }

  /// Applies actions one after another and returns the effects of all.
  mutating func after(_ actions: Action...) -> [Effect] { actions.flatMap { update(&self, $0) } }

  /// Types a line into the command line and ends it.
  mutating func command(_ line: String) -> [Effect] {
    after(.openCommandLine, .paste(line), .type(Key(.enter)))
  }

  /// The themes built in.
  static let shelf = ThemeShelf()

  /// The frame with the themes built in.
  var frame: Frame { frame(themes: Self.shelf) }

  /// Every row of the frame as text.
  var lines: [String] {
    let frame = frame
    return (0..<frame.size.rows).map { row in
      (0..<frame.size.columns).compactMap { frame[row, $0] }.filter { $0.width != .continuation }
        .map { String($0.scalar) }.joined()
    }
  }

  /// One row of the frame as text.
  func line(_ row: Int) -> String { lines[row] }

  /// The status line.
  var status: String { line(size.rows - 1) }
}
