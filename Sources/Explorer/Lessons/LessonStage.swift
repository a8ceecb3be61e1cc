import Checkpoints
import Encodings
public import Screen

extension Exploration {
  /// Carries out a line of a lesson as if it had been typed. Models of the catalogue open at once; what reaches outside the
  /// program is refused, so that a lesson from a stranger can do no harm.
  ///
  /// - Throws: The notice that a person who types the line would see.
  mutating func run(line: String) throws(CommandParser.Refusal) {
    guard let action = try CommandParser.parse(line, themes: themes) else { return }
    guard action.isAllowedInLessons else { throw CommandParser.Refusal(.notInLessons(line)) }
    for effect in update(&self, action) {
      switch effect {
      case .open(let name): _ = update(&self, .opened(try Self.model(named: name)))
      case .openCounterpart(let name): _ = update(&self, .openedCounterpart(try Self.model(named: name)))
      default: throw CommandParser.Refusal(.notInLessons(line))
      }
    }
    let said = notice
    notice = nil
    if let said, said.isComplaint { throw CommandParser.Refusal(said) }
  }

  /// A model of the catalogue.
  private static func model(named name: String) throws(CommandParser.Refusal) -> Subject {
    guard let entry = Catalogue.entry(named: name), let model = try? entry.describe() else {
      let problem = CheckpointError.Problem.unknownSource(nearest: Catalogue.names(near: name))
      throw CommandParser.Refusal(.checkpoint(CheckpointError(path: name, problem: problem)))
    }
    return Subject(argument: name, model: model)
  }

  /// A fresh state of the same screen, before a lesson's first command.
  func stage() -> Exploration {
    Exploration(
      scene: Exploration.first(theme: scene.theme), size: size, language: language, themes: themes, depth: depth,
      asciiOnly: asciiOnly, lessons: lessons)
  }

  /// What every lesson begins with: rotary encoding of 64 features.
  public static func first(theme: String) -> Scene {
    let encoding = (try? EncodingOptions(dimension: 64).applied(to: nil)) ?? Encoding.none
    return Scene(encoding: encoding, theme: theme)
  }
}

extension Lesson {
  /// The state at a step: all commands from the start to it, one after another, then where to look.
  ///
  /// Every step is built anew from the first one, so going back and jumping end where walking does.
  ///
  /// - Parameters:
  ///   - exploration: Gives screen, language, themes and lessons.
  ///   - scenes: Scenes of steps that were built before, without where to look; those built now are added.
  /// - Returns: The state, and what was wrong on the way, in order.
  func stage(
    step: Int, in exploration: Exploration, scenes: inout [Int: Scene]
  ) -> (state: Exploration, problems: [LessonError]) {
    var state = exploration.stage()
    var problems: [LessonError] = []
    let known = scenes.keys.filter { $0 < step }.max()
    if let known, let scene = scenes[known] { state.scene = scene }
    for index in steps.indices where index > known ?? -1 && index <= step {
      problems += perform(step: index, on: &state)
      scenes[index] = state.scene
    }
    problems += point(step: step, on: &state)
    return (state, problems)
  }

  /// Carries out the commands of a step; those of the first come after those of the start.
  func perform(step index: Int, on state: inout Exploration) -> [LessonError] {
    guard steps.indices.contains(index) else { return [] }
    var problems: [LessonError] = []
    state.isTraining = false
    for line in (index == 0 ? start : []) + steps[index].show {
      do throws(CommandParser.Refusal) {
        try state.run(line: line.value)
      } catch {
        var problem = LessonProblem.command(line.value, error.notice)
        if case .notInLessons = error.notice { problem = .forbidden(line.value) }
        problems.append(LessonError(file: file, line: line.line, column: line.column, problem: problem))
      }
    }
    return problems
  }

  /// Points at what a step speaks of.
  func point(step index: Int, on state: inout Exploration) -> [LessonError] {
    guard steps.indices.contains(index) else { return [] }
    let look = steps[index].look
    state.scene.spot = look?.spot
    guard let pair = look?.pair else { return [] }
    guard pair.value < state.scene.pairCount else {
      let problem = LessonProblem.outOfPicture("pair \(pair.value)")
      return [LessonError(file: file, line: pair.line, column: pair.column, problem: problem)]
    }
    state.scene.pair = pair.value
    return []
  }
}

extension Action {
  /// Whether a lesson may do this: it may not play lessons, change the language, or leave its own track. What asks for
  /// anything in the world but a model of the catalogue is refused when it is carried out.
  fileprivate var isAllowedInLessons: Bool {
    switch self {
    case .lesson, .setTheme, .stepTheme, .undo, .redo, .setLanguage, .openCommandLine, .toggleHelp, .describe:
      false
    default: true
    }
  }
}

extension Exploration {
  /// A state without a terminal, to check lessons in.
  public static func offstage(
    _ language: Language, size: Size = Size(rows: 24, columns: 80), theme: String = "midnight",
    lessons: LessonShelf = LessonShelf()
  ) -> Exploration {
    Exploration(
      scene: first(theme: theme), size: size, language: language, themes: ThemeShelf().themes.map(\.name),
      lessons: lessons)
  }
}
