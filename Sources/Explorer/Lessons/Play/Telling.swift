import Screen

/// How a lesson is told beside the picture.
public enum Telling: Hashable, Sendable {
  /// No lesson is played.
  case none
  /// In ordinary lines.
  case ordinary
  /// In lines set apart, with half of the screen to themselves: for the last row of a room.
  case large

  /// From this width of the screen on a lesson is told at the left of the picture.
  static let besideFrom = 100
  /// A line of narration is never longer than this, so that the eye finds the next one.
  static let mostColumns = 60
  /// Nor, for the last row of a room, than this.
  static let mostLargeColumns = 40

  /// The narration's place and what is left for the picture: at the left, or below in a narrow window.
  func split(_ whole: Area) -> (narration: Area?, picture: Area) {
    guard self != .none else { return (nil, whole) }
    if whole.columns + 2 >= Self.besideFrom {
      let share = self == .large ? 50 : 40
      let (left, right) = whole.splitColumns(min(Self.mostColumns + 2, max(42, whole.columns * share / 100)))
      return (left, right.inset(left: 1))
    }
    let rows = self == .large ? whole.rows * 6 / 10 : max(8, whole.rows * 5 / 11)
    let (top, bottom) = whole.splitRows(max(0, whole.rows - rows))
    return (bottom, top)
  }
}

extension Exploration {
  /// How the lesson is told, if one is played.
  var telling: Telling { play.map { $0.isLarge ? .large : .ordinary } ?? .none }
}
