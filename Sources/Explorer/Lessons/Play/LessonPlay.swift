/// A lesson being played: where one is in it, and what has been answered.
public struct LessonPlay: Hashable, Sendable {
  /// The lesson.
  public let lesson: Lesson
  /// The step, from 0.
  public internal(set) var step = 0
  /// The page of the step's narration, from 0, where it does not fit at once.
  public internal(set) var page = 0
  /// Answers by step.
  public internal(set) var replies: [Int: Reply] = [:]
  /// The scene as the step shows it: another one is free play.
  var picture: Scene
  /// Scenes of the steps that were built so far, before any is pointed at.
  var scenes: [Int: Scene] = [:]
  /// The scene before the lesson.
  var before: Scene
  /// Whether narration is large.
  public internal(set) var isLarge = false
  /// Whether the lesson plays itself.
  public internal(set) var isPlaying = false
  /// How much faster than ordinary reading it plays itself, 0.25 … 8.
  public internal(set) var pace = 1.0
  /// Ticks left until it goes on by itself.
  var ticksLeft = 0

  /// What came of a question.
  public enum Reply: Hashable, Sendable {
    /// A right answer, as it was given.
    case right(String)
    /// A wrong answer, as it was given.
    case wrong(String)
    /// The answer was asked for.
    case shown
  }

  init(lesson: Lesson, picture: Scene, before: Scene) {
    (self.lesson, self.picture, self.before) = (lesson, picture, before)
  }

  /// The step that is shown.
  public var current: Lesson.Step? { lesson.steps.indices.contains(step) ? lesson.steps[step] : nil }

  /// The step after it.
  public var following: Lesson.Step? { lesson.steps.indices.contains(step + 1) ? lesson.steps[step + 1] : nil }

  /// Whether the question of this step still wants an answer.
  public var isAsking: Bool { isOpen(replies[step]) && current?.question != nil }

  private func isOpen(_ reply: Reply?) -> Bool {
    switch reply {
    case nil, .wrong: true
    case .right, .shown: false
    }
  }

  /// Whether the open question is one with choices.
  var isChoosing: Bool {
    guard isAsking, case .choice = current?.question?.answer else { return false }
    return true
  }

  /// «3 / 9».
  public var progress: String { "\(step + 1) / \(lesson.steps.count)" }
}
