import Explorer

/// The player's end of a presentation: tells every presenter where the lesson stands, and hears what they ask.
final class Presentation {
  /// How often it is looked whether somebody came or asked.
  static let interval = Duration.milliseconds(100)

  private let door: LocalSocket
  private var presenters: [Presenter] = []
  private var told: LessonPlace?

  /// One presenter.
  private final class Presenter {
    var socket: LocalSocket
    init(_ socket: consuming LocalSocket) { self.socket = socket }
  }

  /// Opens the socket.
  init(path: String) throws(LocalSocket.Refusal) { door = try LocalSocket.listening(at: path) }

  /// Tells where the lesson stands when that is news, and returns what was asked.
  func exchange(_ place: LessonPlace?) -> [LessonMove] {
    var isNew = place != told
    told = place
    while let socket = door.accepted() {
      presenters.append(Presenter(socket))
      isNew = true
    }
    var moves: [LessonMove] = []
    for presenter in presenters {
      if isNew, let place { presenter.socket.send(place.line) }
      moves += presenter.socket.lines().compactMap { LessonMove(line: Substring($0)) }
    }
    presenters.removeAll { !$0.socket.isOpen }
    return moves
  }
}
