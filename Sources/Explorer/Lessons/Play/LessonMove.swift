/// What a person does in a lesson.
public enum LessonMove: Hashable, Sendable {
  /// Say which lessons there are.
  case list
  /// Begin a lesson, or go back into the one that was left.
  case start(String)
  /// The next page of the narration; after the last the answer, if the question is open; then the next step.
  case next
  /// The page or step before; out of free play, the step's own picture.
  case back
  /// Go to a step, from 1.
  case jump(to: Int)
  /// Open the command line with «answer» in it.
  case beginAnswer
  /// Answer with a number, or with the place of a choice from 1.
  case answer(String)
  /// Show narration large, or as before.
  case toggleLarge
  /// Let the lesson play itself, or stop that.
  case toggleAutoplay
  /// Play faster (> 1) or slower (< 1).
  case pace(Double)
}
