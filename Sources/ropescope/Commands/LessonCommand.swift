import ArgumentParser
import Encodings
import Explorer
import Export
import Screen
import Terminal

/// Plays a lesson, lists them, or checks one that is being written.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Play a lesson; without a name, list them.",
    discussion: """
      Space goes on, Backspace goes back, every key of the explorer works in between.

      Examples:
        ropescope lesson                         the lessons there are
        ropescope lesson rope --lang zh
        ropescope lesson rope --step 4 --large
        ropescope lesson rope --present          and in a second terminal:
        ropescope lesson --notes                 notes and the next step
        ropescope lesson rope --record rope.cast
        ropescope lesson --check my-lesson.yaml  what is wrong in a file, with line and column
      """,
    aliases: ["lessons"])

  @Argument(help: "The lesson's name.")
  var name: String?
  @Flag(help: "List the lessons.")
  var list = false
  @Option(help: "Check a lesson file: play it to the end and say what is wrong, with line and column.")
  var check: String?
  @Option(help: "A folder with more lessons.")
  var lessons: String?
  @Option(parsing: .unconditional, help: "Begin at this step, from 1.")
  var step: String?
  @Flag(help: "Large narration.")
  var large = false
  @Flag(help: "Let the lesson play itself.")
  var autoplay = false
  @Option(parsing: .unconditional, help: "Pace of that: 1 is ordinary reading.")
  var pace: String?
  @Flag(help: "Let a second terminal follow: ropescope lesson --notes shows notes and the next step there.")
  var present = false
  @Flag(help: "The presenter's window: notes and the next step of the lesson that is presented.")
  var notes = false
  @Option(help: "The socket file of a presentation; without it one in XDG_RUNTIME_DIR.")
  var socket: String?
  @Option(help: "Record the lesson playing itself: an asciicast file, the same bytes every time.")
  var record: String?
  @Option(help: "Columns by rows of a recording, such as 120x40.")
  var size: String = "120x40"
  @Flag(help: "Overwrite the recording if it is there.")
  var force = false
  @Option(help: "Theme (ropescope themes lists them).")
  var theme: String?
  @Option(help: "Colours: auto, truecolor, 256, 16 or never.")
  var color: String = "auto"
  @Flag(help: "Draw with the characters of ASCII only.")
  var ascii = false
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    let shelf = LessonFinder.shelf(folder: lessons)
    if let check { return try self.check(check, language) }
    guard (name != nil || notes) && !list else { return try LessonList(shelf: shelf, language: language).print() }
    let themes = try ThemeFinder.choice(theme, language)
    var picture = try PictureArguments.parse([])
    (picture.theme, picture.color, picture.ascii) = (theme, color, ascii)
    let depth = try picture.colorDepth(language)
    if notes { return try present(themes, shelf, depth, language) }
    guard let name else { return }
    let moves = try self.moves(name, shelf, language)
    if let record { return try self.record(name, to: record, moves, themes, shelf, language) }
    let presentation = try present ? Presenting.open(socket, language) : nil
    var loop = try RunLoop(
      terminal: Self.terminal(depth, language), themes: themes,
      exploration: { size, depth in
        var exploration = self.exploration(themes, shelf, language, size: size, depth: depth)
        for move in moves { _ = update(&exploration, .lesson(move)) }
        return exploration
      })
    loop.presentation = presentation
    loop.run()
  }

  private static func terminal(_ depth: ColorDepth?, _ language: Language) throws(Failure) -> Terminal {
    do throws(TerminalError) {
      return try Terminal(color: depth)
    } catch {
      throw Failure(.usage, language.sentence(for: error))
    }
  }

  private func exploration(
    _ themes: ThemeFinder.Choice, _ shelf: LessonShelf, _ language: Language, size: Size, depth: ColorDepth
  ) -> Exploration {
    Exploration(
      scene: Exploration.first(theme: themes.name), size: size, language: language, themes: themes.shelf.names,
      depth: depth, asciiOnly: ascii, lessons: shelf)
  }

  /// The presenter's window, until it is closed.
  private func present(
    _ themes: ThemeFinder.Choice, _ shelf: LessonShelf, _ depth: ColorDepth?, _ language: Language
  ) throws {
    let path = try Presenting.path(socket, language)
    let terminal = try Self.terminal(depth, language)
    var loop = PresenterLoop(
      terminal: terminal, shelf: themes.shelf, path: path,
      exploration: exploration(themes, shelf, language, size: terminal.size, depth: terminal.depth))
    loop.run()
  }

  private func record(
    _ name: String, to path: String, _ moves: [LessonMove], _ themes: ThemeFinder.Choice, _ shelf: LessonShelf,
    _ language: Language
  ) throws {
    let size = try OptionReader(language: language).size(size)
    if path != "-" { try Asciicast.requireEnding(of: path, language) }
    let replaces = try Output.mayOverwrite(path, force: force, language)
    var start = exploration(themes, shelf, language, size: size, depth: .truecolor)
    for move in moves { _ = update(&start, .lesson(move)) }
    let recording = LessonRecording(
      exploration: start, shelf: themes.shelf,
      command: CommandLineSpelling.picture(CommandLine.arguments, language: language.rawValue))
    try Output.write(to: path, overwrite: replaces, language) { sink in try recording.write(to: sink) }
  }

  /// What leads to where the person wants to begin. A lesson that is not there or broken is said before the screen opens.
  private func moves(_ name: String, _ shelf: LessonShelf, _ language: Language) throws -> [LessonMove] {
    guard let entry = shelf[name] else {
      throw Failure(unknown: .lesson, name, among: shelf.entries.map(\.name), language)
    }
    let lesson: Lesson
    do throws(LessonError) {
      lesson = try entry.lesson()
    } catch {
      throw Failure(.badData, language.sentence(for: error))
    }
    var moves = [LessonMove.start(name)]
    if let number = try OptionReader(language: language).whole("--step", step) {
      guard (1...lesson.steps.count).contains(number) else {
        throw Failure(.usage, "--step: " + language.sentence(for: .noSuchStep(number, count: lesson.steps.count)))
      }
      moves.append(.jump(to: number))
    }
    if large { moves.append(.toggleLarge) }
    if let pace = try OptionReader(language: language).pace(pace) { moves.append(.pace(pace)) }
    if autoplay { moves.append(.toggleAutoplay) }
    return moves
  }

  private func check(_ path: String, _ language: Language) throws {
    var shelf = LessonShelf()
    LessonFinder.add(path, to: &shelf)
    guard let entry = shelf.entries.first(where: { $0.file == path }) else { return }
    let problems: [LessonError]
    do throws(LessonError) {
      problems = try entry.lesson().problems(in: .offstage(language, lessons: shelf))
    } catch {
      problems = [error]
    }
    for problem in problems { Message.say(language.sentence(for: problem)) }
    if let first = problems.first {
      if case .unreadable = first.problem { throw ExitCode(Failure.Code.noInput.rawValue) }
      throw ExitCode(Failure.Code.badData.rawValue)
    }
  }
}
