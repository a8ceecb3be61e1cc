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
    abstract: spoken("Play a lesson; without a name, list them.", "播放课程；不带名称则列出课程。"),
    discussion: spoken(
      """
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
      """
      空格继续，退格返回，其间探索界面的所有按键都可用。

      例：
        ropescope lesson                         列出课程
        ropescope lesson rope --lang zh
        ropescope lesson rope --step 4 --large
        ropescope lesson rope --present          演示；并在另一个终端中：
        ropescope lesson --notes                 讲稿与下一步
        ropescope lesson rope --record rope.cast
        ropescope lesson --check my-lesson.yaml  按行和列指出文件中的错误
      """),
    aliases: ["lessons"])

  @Argument(help: .spoken("The lesson's name.", "课程的名称。"))
  var name: String?
  @Flag(help: .spoken("List the lessons.", "列出课程。"))
  var list = false
  @Option(
    help: .spoken(
      "Check a lesson file: play it to the end and say what is wrong, with line and column.",
      "检查课程文件：从头播放到尾，按行和列指出错误。"))
  var check: String?
  @Option(help: .spoken("A folder with more lessons.", "存放更多课程的文件夹。"))
  var lessons: String?
  @Option(parsing: .unconditional, help: .spoken("Begin at this step, from 1.", "从这一步开始，从 1 数起。"))
  var step: String?
  @Flag(help: .spoken("Large narration.", "放大讲解文字。"))
  var large = false
  @Flag(help: .spoken("Let the lesson play itself.", "让课程自动播放。"))
  var autoplay = false
  @Option(parsing: .unconditional, help: .spoken("Pace of that: 1 is ordinary reading.", "自动播放的节奏：1 为正常阅读速度。"))
  var pace: String?
  @Flag(
    help: .spoken(
      "Let a second terminal follow: ropescope lesson --notes shows notes and the next step there.",
      "让第二个终端同步：在那里用 ropescope lesson --notes 显示讲稿和下一步。"))
  var present = false
  @Flag(
    help: .spoken(
      "The presenter's window: notes and the next step of the lesson that is presented.", "演讲者窗口：正在演示的课程的讲稿和下一步。"))
  var notes = false
  @Option(
    help: .spoken(
      "The socket file of a presentation; without it one in XDG_RUNTIME_DIR.", "演示所用的套接字文件；默认位于 XDG_RUNTIME_DIR。"))
  var socket: String?
  @Option(
    help: .spoken(
      "Record the lesson playing itself: an asciicast file, the same bytes every time.",
      "录下自动播放的课程：asciicast 文件，每次字节相同。"))
  var record: String?
  @Option(help: .spoken("Columns by rows of a recording; 120x40 unless told.", "录像的列数乘行数；默认为 120x40。"))
  var size: String?
  @Flag(help: .spoken("Overwrite the recording if it is there.", "录像文件已存在时覆盖它。"))
  var force = false
  @OptionGroup(title: spoken("Appearance", "外观")) var appearance: AppearanceOptions
  @OptionGroup var speech: LanguageOption

  func run() throws {
    let setup = try Setup(appearance, speech)
    let language = setup.language
    try refuseStrangers(language)
    let shelf = LessonFinder.shelf(folder: lessons)
    if let check { return try self.check(check, language) }
    guard (name != nil || notes) && !list else { return try LessonList(shelf: shelf, language: language).print() }
    if notes { return try present(setup, shelf) }
    guard let name else { return }
    let moves = try self.moves(name, shelf, language)
    if let record { return try self.record(to: record, moves, shelf) }
    let presentation = try present ? Presenting.open(socket, language) : nil
    let terminal = try setup.terminal()
    var exploration = setup.exploration(
      of: Exploration.first(theme: setup.themes.name), on: terminal, lessons: shelf)
    for move in moves { _ = update(&exploration, .lesson(move)) }
    var loop = RunLoop(terminal: terminal, themes: setup.themes, exploration: exploration)
    loop.presentation = presentation
    loop.run()
  }

  /// Refuses options that would be heard and not heeded.
  private func refuseStrangers(_ language: Language) throws(Failure) {
    let lesson = language("a lesson's name", "NAME")
    let needs: [(option: String, isGiven: Bool, isMet: Bool, other: String)] = [
      ("--size", size != nil, record != nil, "--record"), ("--force", force, record != nil, "--record"),
      ("--socket", socket != nil, present || notes, "--present / --notes"),
      ("--record", record != nil, name != nil, lesson), ("--present", present, name != nil, lesson),
      ("--step", step != nil, name != nil, lesson), ("--large", large, name != nil, lesson),
      ("--autoplay", autoplay, name != nil, lesson), ("--pace", pace != nil, name != nil, lesson),
    ]
    for (option, isGiven, isMet, other) in needs where isGiven && !isMet {
      throw Failure(option: option, needs: other, language)
    }
    let tasks: [(name: String, isGiven: Bool)] = [
      ("--list", list), ("--check", check != nil), ("--notes", notes), (lesson, name != nil),
    ]
    let given = tasks.filter(\.isGiven)
    if given.count > 1 { throw Failure(given[0].name, excludes: given[1].name, language) }
    if record != nil, present { throw Failure("--record", excludes: "--present", language) }
  }

  /// The presenter's window, until it is closed.
  private func present(_ setup: Setup, _ shelf: LessonShelf) throws {
    let path = try Presenting.path(socket, setup.language)
    let terminal = try setup.terminal()
    var loop = PresenterLoop(
      terminal: terminal, shelf: setup.themes.shelf, path: path,
      exploration: setup.exploration(
        of: Exploration.first(theme: setup.themes.name), on: terminal, lessons: shelf))
    loop.run()
  }

  /// Writes a recording, which looks the same on every machine: only flags change it.
  private func record(to path: String, _ moves: [LessonMove], _ shelf: LessonShelf) throws {
    let language = try speech.language()
    let size = try OptionReader(language: language).size(size ?? "120x40")
    if path != "-" { try Asciicast.requireEnding(of: path, language) }
    let replaces = try Output.mayOverwrite(path, force: force, language)
    let themes = try ThemeFinder.choice(appearance.theme, language)
    var start = Exploration(
      scene: Exploration.first(theme: themes.name), size: size, language: language, themes: themes.shelf.names,
      depth: try appearance.depth(language) ?? .truecolor, asciiOnly: appearance.ascii, lessons: shelf)
    for move in moves { _ = update(&start, .lesson(move)) }
    let recording = LessonRecording(
      exploration: start, shelf: themes.shelf,
      command: CommandLineSpelling.withoutPlaces(CommandLine.arguments, language: language.rawValue))
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
      if case .file(.unreadable) = first.problem { throw ExitCode(Failure.Code.noInput.rawValue) }
      throw ExitCode(Failure.Code.badData.rawValue)
    }
  }
}
