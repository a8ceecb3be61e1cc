import Explorer

/// Where a lesson stands, as the player tells the presenter: one line of text.
///
///     at rope 3        the lesson's name, the step from 1
struct LessonPlace: Equatable {
  let name: String
  let step: Int

  init?(_ play: LessonPlay?) {
    guard let play else { return nil }
    (name, step) = (play.lesson.name, play.step + 1)
  }

  /// Reads a line; anything else is no place.
  init?(line: Substring) {
    let words = line.split(separator: " ")
    guard words.count == 3, words[0] == "at", let step = Int(words[2]), step >= 1 else { return nil }
    (name, self.step) = (String(words[1]), step)
  }

  var line: String { "at \(name) \(step)\n" }
}

extension LessonMove {
  /// What the presenter may ask of the player: «next» or «back».
  init?(line: Substring) {
    switch line {
    case "next": self = .next
    case "back": self = .back
    default: return nil
    }
  }
}
