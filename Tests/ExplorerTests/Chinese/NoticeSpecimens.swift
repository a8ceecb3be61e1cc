import Checkpoints
import Encodings
@testable import Explorer
import Screen

extension Specimens {
  static let notices = all(from: Notice.encoding(.shareOfNothing)) { notice in
    switch notice {
    case .encoding: .checkpoint(CheckpointError(path: "x", problem: .empty))
    case .checkpoint: .unknownCommand("dimm", nearest: "dim")
    case .unknownCommand: .needsArgument(command: "dim", example: "64")
    case .needsArgument: .takesNothing(command: "quit", argument: "now")
    case .takesNothing: .badArgument(command: "dim", argument: "x", example: "64")
    case .badArgument: .endsTheWrongWay("9:1", example: "pair 1:9")
    case .endsTheWrongWay: .unknownName(kind: .view, name: "dails", nearest: "dials", known: ["dials"])
    case .unknownName: .positionOutOfRange("-1")
    case .positionOutOfRange: .targetTooShort(1, trained: 2)
    case .targetTooShort: .outOfRange(.pair, 99, count: 32)
    case .outOfRange(.pair, _, _): .outOfRange(.feature, 3, count: 0)
    case .outOfRange(.feature, _, _): .outOfRange(.head, 3, count: 1)
    case .outOfRange(.head, _, _): .outOfRange(.column, 3, count: 2)
    case .outOfRange: .sentence(.empty)
    case .sentence(.empty): .sentence(.tooManyTokens(2000))
    case .sentence(.tooManyTokens): .sentence(.tooLong(bytes: 1 << 20))
    case .sentence(.tooLong): .noFrequencies(.alibi)
    case .noFrequencies: .noFactor("none")
    case .noFactor: .doesNotFit(.beside, needed: Size(rows: 9, columns: 80), Size(rows: 8, columns: 40))
    case .doesNotFit: .nothingToPlay(.base)
    case .nothingToPlay: .settings(SettingsMistakes(SettingsError(file: "x", problem: .digit("3"))))
    case .settings: .nothingToUndo
    case .nothingToUndo: .nothingToRedo
    case .nothingToRedo: .noExample("fire")
    case .noExample: .noOtherGroup
    case .noOtherGroup: .noModel
    case .noModel: .forOtherViews(.letter("b"), .format, views: [.precision])
    case .forOtherViews(_, .format, _): .forOtherViews(.letter("c"), .quantity, views: [.heatmap, .code])
    case .forOtherViews: .nothingOfTheKind(.letter(">"), .head, .rope)
    case .nothingOfTheKind(_, let aspect, _):
      otherAspects[aspect].map { .nothingOfTheKind(.letter("l"), $0, .alibi) } ?? .limit(.firstPosition)
    case .limit(let limit): limits[limit].map { .limit($0) } ?? .theTheme("paper")
    case .theTheme: .pace(1.25)
    case .pace: .thePanes(.above)
    case .thePanes: .baseTooSmallToSlow
    case .baseTooSmallToSlow: .lessons(["rope"])
    case .lessons: .noLesson
    case .noLesson: .noSuchStep(9, count: 3)
    case .noSuchStep: .nothingAsked
    case .nothingAsked: .notAnAnswer("x")
    case .notAnAnswer: .firstStep
    case .firstStep: .lessonEnds("rope")
    case .lessonEnds: .lesson(LessonError(file: "x", problem: .noAnswer))
    case .lesson: .notInLessons("quit")
    case .notInLessons: .opened(name: "gpt2", groups: 1)
    case .opened(_, 1): .opened(name: "gemma", groups: 2)
    case .opened: .copied("ropescope gpt2")
    case .copied: .copiedCode(lines: 24)
    case .copiedCode: .kept(name: "monday")
    case .kept: .restored(name: "monday")
    case .restored: .cannotRestore(name: "monday", reason: "…")
    case .cannotRestore: .noSession(name: "monday", known: [])
    case .noSession(_, []): .noSession(name: "monday", known: ["last"])
    case .noSession: .brokenSession(file: "x", why: .notAFile)
    case .brokenSession(_, .some): .brokenSession(file: "x", why: nil)
    case .brokenSession: .badSessionName("a/b")
    case .badSessionName: .reservedSessionName("last")
    case .reservedSessionName: .copiedScreen
    case .copiedScreen: .mouse(isHeard: true)
    case .mouse(true): .mouse(isHeard: false)
    case .mouse(false): .ambiguousSigns
    case .ambiguousSigns: .saved(path: "x.png", missing: ["β"])
    case .saved: .leftAsItIs(path: "x.png")
    case .leftAsItIs: .theme(ThemeError(file: "x", problem: .file(.missing("name"))))
    case .theme: .themeRead("paper")
    case .themeRead: .cannotWrite(path: "x", .exists)
    // Its reason is a sentence that was made elsewhere.
    case .cannotWrite: .noFigure(reason: "没有可作插图的数据。")
    case .noFigure: nil
    }
  }

  /// Each with the one after it.
  private static func chain<Element: Hashable>(_ all: [Element]) -> [Element: Element] {
    Dictionary(uniqueKeysWithValues: zip(all, all.dropFirst()))
  }
  private static let limits = chain(Limit.allCases)
  private static let otherAspects = chain([.head] + Aspect.allCases.filter { $0 != .head })

  static let nameKinds = all(from: Notice.NameKind.view) { kind in
    switch kind {
    case .view: .arrangement
    case .arrangement: .component
    case .component: .theme
    case .theme: .group
    case .group: .layout
    case .layout: .scheme
    case .scheme: .scaling
    case .scaling: .language
    case .language: .ladder
    case .ladder: .parameter
    case .parameter: .format
    case .format: .kind
    case .kind: .cast
    case .cast: .measure
    case .measure: .preset
    case .preset: .motion
    case .motion: .truth
    case .truth: .face
    case .face: .dialect
    case .dialect: .page
    case .page: .lesson
    case .lesson: nil
    }
  }
}
