import Explorer
import Export
import Screen

extension Asciicast {
  /// Refuses a file that does not end in `.cast`.
  static func requireEnding(of path: String, _ language: Language) throws(Failure) {
    guard path.lowercased().hasSuffix(".cast") else {
      throw Failure(.unknownFormat(known: ["cast"]), path: path, language)
    }
  }
}

/// What the explorer shows, written as it happens: each frame with the time since the one before. The time is real, so two
/// recordings of the same keys differ in it.
///
/// The file takes its name when the explorer ends; one that a signal ends holds what was shown until then.
struct LiveRecording {
  let path: String
  private let file: OutputFile
  private var cast: Asciicast
  private var last: ContinuousClock.Instant?

  /// - Parameter provenance: What is shown at the beginning, and what begins the same again.
  init(path: String, overwrite: Bool, size: Size, provenance: Provenance) throws(WriteProblem) {
    self.path = path
    file = try OutputFile(path: path, overwrite: overwrite, signals: .heardElsewhere)
    cast = Asciicast(size: size, provenance: provenance)
    try file.write(cast.header.utf8)
  }

  /// Adds a frame that was shown just now.
  mutating func add(_ frame: Frame) throws(WriteProblem) {
    let now = ContinuousClock.now
    let seconds = last.map { $0.duration(to: now) / .seconds(1) } ?? 0
    last = now
    try file.write(cast.event(showing: frame, after: seconds).utf8)
  }

  /// Gives the file its name.
  func finish() throws(WriteProblem) { try file.finish() }
}
