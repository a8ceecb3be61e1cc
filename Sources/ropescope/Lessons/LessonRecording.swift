import Explorer
import Export
import Screen

/// A lesson that plays itself, written as a recording. Its time is counted and never taken from a clock, so the same lesson
/// gives the same bytes.
struct LessonRecording {
  /// Seconds between two looks at what moves by itself.
  private static let moment = 0.1
  /// No recording is longer than two hours.
  private static let mostMoments = 72_000

  var exploration: Exploration
  let shelf: ThemeShelf
  let command: String

  /// What is recorded, and how.
  private var provenance: Provenance {
    let lesson = exploration.play?.lesson
    return Provenance(
      title: lesson?.title(exploration.language) ?? "", software: "ropescope \(Ropescope.version)", command: command,
      parameters: .object([
        ("lesson", lesson.map { .text($0.name) } ?? .null), ("lang", .text(exploration.language.rawValue)),
        ("theme", .text(exploration.scene.theme)),
      ]), language: exploration.language.tag)
  }

  /// Plays to the end and writes as it goes.
  ///
  /// - Returns: The state in which the lesson ends; the recording's last frame shows it.
  @discardableResult
  func write(to sink: some ByteSink) throws -> Exploration {
    var exploration = exploration
    var cast = Asciicast(size: exploration.size, provenance: provenance)
    try sink.write(Array(cast.header.utf8))
    if exploration.play?.isPlaying == false { _ = update(&exploration, .lesson(.toggleAutoplay)) }
    try sink.write(Array(cast.event(showing: exploration.frame(themes: shelf), after: 0).utf8))
    var waited = 0
    var shown = Shown(exploration)
    for _ in 0..<Self.mostMoments where exploration.play?.isPlaying == true {
      _ = update(&exploration, .tick)
      waited += 1
      let now = Shown(exploration)
      guard now != shown else { continue }
      shown = now
      let lines = cast.event(showing: exploration.frame(themes: shelf), after: Double(waited) * Self.moment)
      try sink.write(Array(lines.utf8))
      waited = 0
    }
    return exploration
  }

  /// What a frame is made of: while none of it changes, nothing is drawn.
  private struct Shown: Equatable {
    let scene: Scene
    let step: Int?
    let page: Int?
    let replies: [Int: LessonPlay.Reply]?
    let notice: Notice?

    init(_ exploration: Exploration) {
      (scene, notice) = (exploration.scene, exploration.notice)
      (step, page, replies) = (exploration.play?.step, exploration.play?.page, exploration.play?.replies)
    }
  }
}
