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
  @Option(help: "Theme (ropescope themes lists them).")
  var theme: String = "midnight"
  @Option(help: "Colours: auto, truecolor, 256, 16 or never.")
  var color: String = "auto"
  @Flag(help: "Draw with the characters of ASCII only.")
  var ascii = false
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let language = try speech.language()
    let shelf = LessonFinder.shelf(folder: lessons)
    if let check { return try self.check(check, language) }
    guard let name, !list else { return try LessonList(shelf: shelf, language: language).print() }
    let themes = try ThemeFinder.choice(theme, language)
    var picture = try PictureArguments.parse([])
    (picture.theme, picture.color, picture.ascii) = (theme, color, ascii)
    let depth = try picture.colorDepth(language)
    let moves = try self.moves(name, shelf, language)
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal(color: depth)
    } catch {
      throw Failure(.usage, language.sentence(for: error))
    }
    var exploration = Exploration(
      scene: Exploration.first(theme: themes.name), size: terminal.size, language: language,
      themes: themes.shelf.names, depth: terminal.depth, asciiOnly: ascii, lessons: shelf)
    for move in moves { _ = update(&exploration, .lesson(move)) }
    var loop = RunLoop(terminal: terminal, themes: themes, exploration: exploration)
    loop.run()
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
    if let pace = try OptionReader(language: language).number("--pace", pace) { moves.append(.pace(pace)) }
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
