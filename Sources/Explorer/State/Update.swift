import Checkpoints
import Encodings
import Screen

/// Applies one action to the state and returns what must be done in the world.
///
/// Pure: the same state and action give the same result. Whatever is refused leaves the scene as it was and is said in
/// `notice`.
public func update(_ exploration: inout Exploration, _ action: Action) -> [Effect] {
  switch action {
  case .resize(let size):
    let isFreePlay = exploration.isFreePlay
    exploration.size = size
    exploration.keepPositionInSight()
    if !isFreePlay { exploration.play?.picture = exploration.scene }
    return []
  case .tick:
    exploration.pass()
    return []
  case .say(let notice):
    exploration.notice = notice
    if case .counting = exploration.mode { exploration.mode = .normal }
    if case .kept(let name) = notice, !exploration.sessions.contains(name) { exploration.sessions.append(name) }
    return []
  case .offer(let paths, let beginning):
    exploration.offer(paths: paths, beginning: beginning)
    return []
  case .type(let key): return exploration.type(key)
  case .ask(let question):
    exploration.notice = nil
    exploration.mode = .asking(question)
    return []
  case .mouse(let mouse):
    return exploration.point(mouse)
  case .background(let color):
    exploration.follow(background: color)
    return []
  case .avoidAmbiguousSigns:
    exploration.asciiOnly = true
    exploration.notice = .ambiguousSigns
    return []
  case .paste(let text):
    exploration.paste(text)
    return []
  case .elapse:
    exploration.sweep(action)
    return []
  default:
    exploration.notice = nil
    exploration.pointer = nil
    guard case .counting(let count) = exploration.mode else { return exploration.perform(action) }
    if case .count(let digit) = action {
      // More digits than a position has mean nothing and are not heard.
      exploration.mode = .counting(count > Window.lastPosition ? count : count * 10 + digit)
      return []
    }
    exploration.mode = .normal
    if action == .back { return [] }
    return action.repeated(count).flatMap { exploration.perform($0) }
  }
}

extension Exploration {
  /// Everything but what comes from the world.
  fileprivate mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .open(let source): return [.open(source)]
    case .compare(.source(let source)): return [.openCounterpart(source)]
    case .saveScreen(let path, let overwrite): return [.saveScreen(path: path, overwrite: overwrite)]
    case .saveFigure(let path, let overwrite): return [.saveFigure(path: path, overwrite: overwrite)]
    case .copyScreen: return [.copyScreen]
    case .toggleMouse:
      hearsMouse.toggle()
      pointer = nil
      notice = .mouse(isHeard: hearsMouse)
      return [.reportMouse(hearsMouse)]
    case .copyCommandLine:
      let line = shellLine(["ropescope"] + commandLine)
      notice = .copied(line)
      return [.copy(line)]
    case .copyCode: return copyCode()
    case .keepSession(Self.lastSession, _): notice = .reservedSessionName(Self.lastSession)
    case .keepSession(let name, let overwrite): return [.keepSession(name: name, overwrite: overwrite)]
    case .openSession(let name): return [.openSession(name: name)]
    case .openPreset(let name): return show(preset: name)
    case .restored(let restored, let name):
      change(.other) { $0 = restored }
      keepPositionInSight()
      notice = .restored(name: name)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    case .opened(let subject): take(subject)
    case .openedCounterpart(let subject): compare(with: .model(subject))
    case .undo: goBack()
    case .redo: goForward()
    case .toggleHelp: if case .help = mode { mode = .normal } else { mode = .help(firstLine: 0) }
    case .describe: if case .description = mode { mode = .normal } else { mode = .description(firstLine: 0) }
    case .openCommandLine: edit(CommandLineEditor())
    case .openFilter:
      var editor = CommandLineEditor()
      editor.insert("\(Command.Name.filter.rawValue) ")
      edit(editor)
    case .toggleMagnified where scene.view == .catalogue && mode == .normal: return openChosen()
    case .openPalette: mode = .palette(Palette(paletteEntries))
    case .back: stepBack()
    case .dismissNotice: break
    case .togglePlay, .play, .morph, .stopPlaying, .setRate, .setStep, .setLoop: sweep(action)
    case .setLanguage(let next): (language, languageIsChosen) = (next, true)
    case .count(let digit): mode = .counting(digit)
    case .train(let order): train(order)
    case .lesson(let move): return follow(move)
    default:
      switch mode {
      case .help(let line):
        mode = .help(firstLine: helpPage.held(scrolled(line, action), size: size, asciiOnly: asciiOnly))
      case .description(let line):
        mode = .description(firstLine: DescriptionPage(exploration: self).held(scrolled(line, action)))
      case .normal, .counting, .command, .palette, .asking: changeScene(action)
      }
    }
    return []
  }

  private mutating func changeScene(_ action: Action) {
    switch action {
    case .moveRows, .movePosition, .movePages, .setPosition, .moveToEnd, .moveSecond, .setSecond, .markSecond,
      .movePair, .setPair:
      move(action)
    case .apply, .scaleBase, .scaleFactor, .moveDimension, .stepScaling, .resetEncoding, .stepGroup, .setGroup:
      turn(action)
    default: look(action)
    }
  }

  /// The arguments with which the program shows this again: the scene, or the step of a lesson that stands as it was shown;
  /// and the language, where it is not what the program would find by itself.
  private var commandLine: [String] {
    var words = scene.arguments
    if let play, !isFreePlay {
      words = ["lesson", play.lesson.name, "--step", "\(play.step + 1)"] + (play.isLarge ? ["--large"] : [])
      if scene.theme != Scene.usualTheme { words += ["--theme", scene.theme] }
    }
    return words + (languageIsChosen ? ["--lang", language.rawValue] : [])
  }

  /// In a page of text, moving scrolls.
  private func scrolled(_ line: Int, _ action: Action) -> Int {
    let step =
      switch action {
      case .moveRows(let rows): rows
      case .movePages(let pages): pages * max(1, size.rows - 4)
      case .setPosition: -line
      case .moveToEnd: Int.max / 2
      default: 0
      }
    return line + step
  }

  private mutating func take(_ subject: Subject) {
    guard let group = subject.group(0) else { return }
    change(.other) { $0.take(subject, group.encoding) }
    keepPositionInSight()
    notice = .opened(name: subject.model?.name ?? "", groups: subject.model?.groups.count ?? 0)
  }

  private mutating func show(preset name: String) -> [Effect] {
    guard let preset = Preset.all.first(where: { $0.name == name }) else {
      let known = Preset.all.map(\.name)
      notice = .unknownName(kind: .preset, name: name, nearest: nearestName(to: name, among: known), known: known)
      return []
    }
    return [.show(arguments: preset.arguments, name: name)]
  }

  private mutating func goBack() {
    guard let before = past.popLast() else { return notice = .nothingToUndo }
    future.append(scene)
    comeTo(before)
  }

  private mutating func goForward() {
    guard let after = future.popLast() else { return notice = .nothingToRedo }
    past.append(scene)
    comeTo(after)
  }

  /// Shows a scene of the history. What plays pauses, or it would move on at once.
  private mutating func comeTo(_ other: Scene) {
    scene = other
    lastChange = nil
    motion?.isPlaying = false
    isTraining = false
  }

  private mutating func stepBack() {
    if case .normal = mode {
      if scene.isMagnified { change(.other) { $0.isMagnified = false } } else { leaveLesson() }
    } else {
      mode = .normal
    }
  }

  /// Moves the window so that the position looked at is inside.
  mutating func keepPositionInSight() {
    scene.window = scene.window.containing(scene.position, rows: heatmapRows)
  }

  /// Rows of values that the heatmap has on this screen.
  var heatmapRows: Int { max(1, composition.heatmapValueRows) }
}
