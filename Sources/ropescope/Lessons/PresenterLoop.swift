import Explorer
import Screen
import Terminal

/// The presenter's window: shows notes and the next step for where the player is, and passes on «next» and «back».
struct PresenterLoop {
  let terminal: Terminal
  let shelf: ThemeShelf
  let path: String
  var exploration: Exploration

  mutating func run() {
    let socket = Connection(path: path)
    var isChanged = true
    while true {
      if socket.reconnect() { isChanged = true }
      for line in socket.lines() {
        guard let place = LessonPlace(line: Substring(line)) else { continue }
        follow(place)
        isChanged = true
      }
      if isChanged { terminal.present(exploration.presenterFrame(themes: shelf, isConnected: socket.isConnected)) }
      isChanged = true
      switch terminal.nextEvent(timeout: Presentation.interval) {
      case .key(Key(.character("q"))), .key(Key(.character("c"), .control)), .key(Key(.escape)):
        return terminal.close()
      case .key(Key(.character("z"), .control)): terminal.suspend()
      case .key(Key(.character(" "))), .key(Key(.right)), .key(Key(.pageDown)): socket.send("next\n")
      case .key(Key(.backspace)), .key(Key(.left)), .key(Key(.pageUp)): socket.send("back\n")
      case .resize(let size): _ = update(&exploration, .resize(size))
      case .background(let color): _ = update(&exploration, .background(color))
      case .redraw: terminal.redraw()
      case .terminate(let signal):
        terminal.close()
        Terminal.die(bySignal: signal)
      case .timeout: isChanged = false
      default: break
      }
    }
  }

  private mutating func follow(_ place: LessonPlace) {
    if exploration.play?.lesson.name != place.name { _ = update(&exploration, .lesson(.start(place.name))) }
    _ = update(&exploration, .lesson(.jump(to: place.step)))
  }

  /// The way to the player, found again whenever it is lost.
  private final class Connection {
    let path: String
    private var socket: LocalSocket?

    init(path: String) { self.path = path }

    var isConnected: Bool { socket != nil }

    /// Connects where there is no connection; whether anything changed.
    func reconnect() -> Bool {
      if socket?.isOpen == false {
        socket = nil
        return true
      }
      guard socket == nil, let found = try? LocalSocket.connected(to: path) else { return false }
      socket = consume found
      return true
    }

    func lines() -> [String] { socket?.lines() ?? [] }

    func send(_ line: String) { socket?.send(line) }
  }
}
