import Checkpoints
public import Explorer
public import Screen
import Terminal
import TerminalHarness

/// A person at a terminal: what they do goes to an exploration, and one writer keeps one emulated terminal showing it by
/// differences, as the program's run loop does.
public struct Sitting: ~Copyable {
  /// What is explored.
  public private(set) var exploration: Exploration
  private var writer: FrameWriter
  private let emulator: Emulator
  private let scenes: RandomScenes
  private let shelf: ThemeShelf

  /// A sitting that begins with some scene on a terminal of some size.
  public init(
    _ events: inout RandomEvents, _ scenes: RandomScenes, _ shelf: ThemeShelf, depth: ColorDepth,
    asciiOnly: Bool = false
  ) {
    exploration = Exploration(
      scene: scenes.scene(&events.random), size: events.size(), language: .english, themes: shelf.names, depth: depth,
      asciiOnly: asciiOnly, themeIsChosen: false)
    writer = FrameWriter(Capabilities(ansi: depth))
    emulator = Emulator(exploration.size)
    (self.scenes, self.shelf) = (scenes, shelf)
  }

  /// Takes an input, and carries out what the explorer wants done in the world.
  public mutating func take(_ input: Input, _ random: inout SeededRandom) {
    switch input {
    case .action(let action): apply(action, &random)
    case .event(let event):
      if event == .redraw { writer.forget() }
      if case .resize(let size) = event {
        emulator.resize(size)
        writer.forget()
      }
      if let action = exploration.action(for: event) { apply(action, &random) }
    }
  }

  /// Shows the state on the terminal, by what differs from before.
  public mutating func show() {
    writer.encode(exploration.frame(themes: shelf), on: emulator.size)
    writer.withBytes { emulator.feed($0) }
  }

  /// The places where the terminal shows something else than one on which the state is drawn for the first time.
  public func staleCells() -> [String] {
    var first = FrameWriter(Capabilities(ansi: exploration.depth))
    let fresh = Emulator(emulator.size)
    first.encode(exploration.frame(themes: shelf), on: fresh.size)
    first.withBytes { fresh.feed($0) }
    var stale: [String] = []
    for row in 0..<emulator.size.rows {
      for column in 0..<emulator.size.columns {
        let (shown, wanted) = (emulator.cell(row: row, column: column), fresh.cell(row: row, column: column))
        // The right half of a wide glyph is drawn with its left.
        let isHalf = shown.width == 0 && wanted.width == 0
        if !isHalf, shown != wanted, shown.width != wanted.width || Appearance(shown) != Appearance(wanted) {
          stale.append("(\(row), \(column)): \(shown) for \(wanted)")
        }
      }
    }
    if emulator.modes.isCursorVisible != fresh.modes.isCursorVisible
      || (fresh.modes.isCursorVisible && emulator.cursor != fresh.cursor)
    {
      stale.append("cursor \(emulator.cursor) for \(fresh.cursor)")
    }
    return stale
  }

  private mutating func apply(_ action: Action, _ random: inout SeededRandom) {
    for effect in update(&exploration, action) {
      switch effect {
      case .open(let name): apply(opening(name) { .opened($0) }, &random)
      case .openCounterpart(let name): apply(opening(name) { .openedCounterpart($0) }, &random)
      case .openSession(let name), .show(_, let name):
        apply(.restored(scenes.scene(&random), name: name), &random)
      case .keepSession(let name, let overwrite):
        write(Overwriting(path: name, content: .session), .kept(name: name), overwrite, &random)
      case .saveScreen(let path, let overwrite):
        let path = path ?? "screen.ans"
        write(Overwriting(path: path, content: .screen), .saved(path: path), overwrite, &random)
      case .saveFigure(let path, let overwrite):
        write(Overwriting(path: path, content: .figure), .saved(path: path, missing: ["位"]), overwrite, &random)
      case .listPaths(let beginning): apply(.offer(paths: [beginning + "config.json"], beginning: beginning), &random)
      case .copyScreen: apply(.say(.copiedScreen), &random)
      case .redraw: writer.forget()
      case .copy, .reportMouse, .suspend, .quit: break
      }
    }
  }

  /// Writes a file, refuses to, or finds one there and asks.
  private mutating func write(
    _ question: Overwriting, _ success: Notice, _ overwrite: Bool, _ random: inout SeededRandom
  ) {
    if random.once(in: 4) { return apply(.say(.cannotWrite(path: question.path, .isALink)), &random) }
    let isThere = !overwrite && random.once(in: 2)
    apply(isThere ? .ask(question) : .say(success), &random)
  }

  private func opening(_ name: String, _ opened: (Subject) -> Action) -> Action {
    if let subject = scenes.subjects.first(where: { $0.argument == name }) { return opened(subject) }
    let problem = CheckpointError.Problem.unknownSource(nearest: Catalogue.names(near: name))
    return .say(.checkpoint(CheckpointError(path: name, problem: problem)))
  }
}
