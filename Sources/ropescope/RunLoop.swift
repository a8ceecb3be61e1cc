import ArgumentParser
import Checkpoints
import Explorer
import Export
import Screen
import Terminal

/// Feeds events to the explorer, performs its effects and shows its frames. It draws on change only, and after all
/// pending keys, so a burst of a thousand costs a frame or two; one that does not end is shown sixty times a second.
struct RunLoop {
  let terminal: Terminal
  private var shelf: ThemeShelf
  /// The eye kept on the files of the theme that is shown, and which theme that is.
  private var watch = ThemeWatch()
  private var watchedTheme: String?
  var exploration: Exploration
  /// Those who follow the lesson from a second terminal.
  var presentation: Presentation?
  /// What is shown goes there too.
  var recording: LiveRecording?
  /// Why a recording ended early and was dropped.
  private(set) var recordingProblem: WriteProblem?
  private var isRunning = true
  /// How long events are taken before what they changed is shown.
  private static let longestBurst = Duration.milliseconds(16)
  private var lastTick = ContinuousClock.now
  private var lastPulse = ContinuousClock.now
  private var isChanged = true

  init(terminal: Terminal, themes: ThemeFinder.Choice, exploration: Exploration) {
    (self.terminal, shelf, self.exploration) = (terminal, themes.shelf, exploration)
    self.exploration.commandHistory = CommandHistory(text: HistoryFile.text)
  }

  /// A loop on a terminal, with what is shown made for its size and colours.
  init(
    terminal: Terminal, themes: ThemeFinder.Choice, exploration: (_ size: Size, _ depth: ColorDepth) -> Exploration
  ) {
    self.init(terminal: terminal, themes: themes, exploration: exploration(terminal.size, terminal.depth))
  }

  mutating func run() {
    while isRunning {
      if isChanged {
        shelf.read(exploration.scene.theme)
        watchTheme()
        let frame = exploration.frame(themes: shelf)
        terminal.present(frame)
        isChanged = false
        record { recording throws(WriteProblem) in try recording.add(frame) }
        if isChanged { continue }
      }
      for move in presentation?.exchange(LessonPlace(exploration.play)) ?? [] { apply(.lesson(move)) }
      if isChanged, presentation != nil { continue }
      handle(terminal.nextEvent(timeout: patience))
      tick()
      let limit = ContinuousClock.now + Self.longestBurst
      while isRunning, .now < limit, case let event = terminal.nextEvent(timeout: .zero), event != .timeout {
        handle(event)
      }
    }
    end()
  }

  /// Keeps what is to be kept and gives the terminal back, in this order: from then on a signal ends the program at once,
  /// and a window that is closed sends two.
  private mutating func end() {
    record { recording throws(WriteProblem) in try recording.finish() }
    keepForNextTime()
    terminal.close()
  }

  /// Keeps the scene, and the lines typed. Where that cannot be done there is nobody left to tell.
  private func keepForNextTime() {
    _ = SessionFile.keep(exploration.scene, as: Exploration.lastSession, overwrite: true)
    HistoryFile.keep(exploration.commandHistory)
  }

  /// Does something with the recording; one that cannot be written is dropped, and the person is told now and at the end.
  private mutating func record(_ act: (inout LiveRecording) throws(WriteProblem) -> Void) {
    guard var recording else { return }
    self.recording = nil
    do throws(WriteProblem) {
      try act(&recording)
      self.recording = recording
    } catch {
      recordingProblem = error
      apply(.say(.cannotWrite(path: recording.path, error)))
    }
  }

  /// How long the keys may be waited for: until what plays moves, until the theme's file is looked at again, or for ever.
  private var patience: Duration? {
    let untilNextPicture = exploration.motionInterval.map {
      max(.zero, .seconds($0) - lastTick.duration(to: .now))
    }
    let untilPulse = exploration.pulse.map { max(.zero, $0 - lastPulse.duration(to: .now)) }
    return [
      untilNextPicture, untilPulse, watch.isIdle ? nil : ThemeWatch.interval,
      presentation.map { _ in Presentation.interval },
    ].compactMap(\.self).min()
  }

  /// Lets what plays, and a lesson, move by the time that went by.
  private mutating func tick() {
    let now = ContinuousClock.now
    if let pulse = exploration.pulse {
      if lastPulse.duration(to: now) >= pulse {
        lastPulse = now
        apply(.tick)
      }
    } else {
      lastPulse = now
    }
    guard let interval = exploration.motionInterval else { return lastTick = now }
    let elapsed = lastTick.duration(to: now)
    guard elapsed >= .seconds(interval) else { return }
    lastTick = now
    apply(.elapse(elapsed / .seconds(1)))
  }

  private mutating func handle(_ event: Event) {
    switch event {
    case .redraw:
      terminal.redraw()
      apply(.resize(terminal.size))
    case .terminate(let signal):
      end()
      Terminal.die(bySignal: signal)
    // What was drawn so far stands elsewhere than it was meant to.
    case .ambiguousSignsAreWide: terminal.redraw()
    case .timeout: lookAtTheme()
    case .key, .paste, .resize, .mouse, .background: break
    }
    if let action = exploration.action(for: event) { apply(action) }
  }

  private mutating func apply(_ action: Action) {
    isChanged = true
    for effect in update(&exploration, action) { perform(effect) }
  }

  /// Keeps an eye on the files of the theme that is shown, so that one sees a theme while editing it.
  private mutating func watchTheme() {
    guard watchedTheme != exploration.scene.theme else { return }
    watchedTheme = exploration.scene.theme
    watch.follow(shelf.files(of: exploration.scene.theme))
  }

  /// Shows a theme's file as it is now, or says what is wrong with it and keeps what was shown.
  private mutating func lookAtTheme() {
    guard let news = watch.news() else { return }
    let (name, path) = (news.file.name, news.file.path)
    do throws(ThemeError) {
      let text = try news.text.get()
      _ = try shelf.theme(text: text, name: name, file: path)
      shelf.add(text: text, name: name, file: path)
      // It may inherit from another theme now.
      watchedTheme = nil
      apply(.say(.themeRead(path)))
    } catch {
      apply(.say(.theme(error)))
    }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: isRunning = false
    case .redraw: terminal.redraw()
    case .reportMouse(let isHeard): terminal.reportsMouse = isHeard
    case .copyScreen:
      terminal.copy(plainText(of: exploration.withoutColors.frame(themes: shelf)))
      apply(.say(.copiedScreen))
    case .suspend: terminal.suspend()
    case .open(let argument): open(argument) { .opened($0) }
    case .openCounterpart(let argument): open(argument) { .openedCounterpart($0) }
    case .listPaths(let beginning):
      apply(.offer(paths: PathList.paths(beginning: beginning, home: environment("HOME")), beginning: beginning))
    case .saveScreen(let path, let overwrite): save(path, overwrite: overwrite)
    case .saveFigure(let path, let overwrite): saveFigure(path, overwrite: overwrite)
    case .copy(let text): terminal.copy(text)
    case .keepSession(let name, let overwrite):
      apply(SessionFile.keep(exploration.scene, as: name, overwrite: overwrite))
    case .openSession(let name):
      do throws(SessionFile.Refusal) {
        show(try SessionFile.arguments(of: name), name: name)
      } catch {
        apply(.say(error.notice))
      }
    case .show(let arguments, let name): show(arguments, name: name)
    }
  }

  /// Shows the scene that the program would show with these arguments, in the theme in use where they name none.
  private mutating func show(_ arguments: [String], name: String) {
    do {
      let scene = try Explore.scene(
        of: arguments, &shelf, otherwise: exploration.scene.theme, exploration.language)
      apply(.restored(scene, name: name))
    } catch let failure as Failure {
      apply(.say(.cannotRestore(name: name, reason: failure.sentence)))
    } catch {
      apply(.say(.cannotRestore(name: name, reason: Ropescope.message(for: error))))
    }
  }

  private mutating func open(_ argument: String, _ opened: (Subject) -> Action) {
    let argument = expanded(argument)
    do throws(CheckpointError) {
      apply(opened(Subject(argument: argument, model: try Source(argument: argument).describe())))
    } catch {
      apply(.say(.checkpoint(error)))
    }
  }

  private mutating func save(_ path: String?, overwrite: Bool) {
    let path = path.map(expanded) ?? ScreenFile.freeName(view: exploration.scene.view)
    do throws(WriteProblem) {
      let file = try ScreenFile(path: path)
      let missing = try file.save(picture(as: file.format), overwrite: overwrite)
      apply(.say(.saved(path: path, missing: missing)))
    } catch .exists {
      apply(.ask(Overwriting(path: path, content: .screen)))
    } catch {
      apply(.say(.cannotWrite(path: path, error)))
    }
  }

  private mutating func saveFigure(_ path: String, overwrite: Bool) {
    let path = expanded(path)
    do throws(WriteProblem) {
      #if Figures
        try draw(FigureFile(path: path), overwrite: overwrite)
      #else
        _ = try FigureFile(path: path)
      #endif
    } catch .exists {
      apply(.ask(Overwriting(path: path, content: .figure)))
    } catch {
      apply(.say(.cannotWrite(path: path, error)))
    }
  }

  #if Figures
    /// Writes the figure of what is shown, or says why there is none.
    private mutating func draw(_ file: FigureFile, overwrite: Bool) throws(WriteProblem) {
      do {
        let missing = try file.save(exploration.scene, overwrite: overwrite, exploration.language)
        apply(.say(.saved(path: file.path, missing: missing)))
      } catch let problem as WriteProblem {
        throw problem
      } catch {
        apply(.say(.noFigure(reason: (error as? Failure)?.sentence ?? Ropescope.message(for: error))))
      }
    }
  #endif

  /// What the screen shows, with the command that shows it again.
  private func picture(as format: ScreenFile.Format) -> ScreenPicture {
    let exploration = format == .txt ? exploration.withoutColors : exploration
    let scene = exploration.scene
    return ScreenPicture(
      frame: exploration.frame(themes: shelf), depth: exploration.depth, theme: shelf[scene.theme],
      provenance: SceneFacts(scene: scene).provenance(
        command: shellLine(CommandLineSpelling.shot(of: exploration)), exploration.language))
  }

  /// A path as a shell would read it: `~/` is the home folder.
  private func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = environment("HOME") else { return path }
    return home + path.dropFirst(1)
  }
}
