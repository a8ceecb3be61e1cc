public import Screen
public import Checkpoints
public import Encodings
public import Screen

/// Something to say to the person, before it has words.
public enum Notice: Hashable, Sendable {
  /// Options did not make an encoding.
  case encoding(EncodingComplaint)
  /// A source could not be opened.
  case checkpoint(CheckpointError)
  /// The command is not known; the nearest that is.
  case unknownCommand(String, nearest: String?)
  /// The command needs something after it, such as «64» or «0:4096».
  case needsArgument(command: String, example: String)
  /// Something followed a command that takes nothing.
  case takesNothing(command: String, argument: String)
  /// What followed a command is not what it takes.
  case badArgument(command: String, argument: String, example: String)
  /// A sweep's ends, the larger first or both the same.
  case endsTheWrongWay(String, example: String)
  /// No such view, component, theme, group, layout or scheme; those there are.
  case unknownName(kind: NameKind, name: String, nearest: String?, known: [String])
  /// A position below zero or past the last.
  case positionOutOfRange(String)
  /// A length that extensions should reach is shorter than what they start from.
  case targetTooShort(Int, trained: Int)
  /// What is counted from 0.
  public enum Counted: Hashable, Sendable, CaseIterable { case pair, feature, head, column }
  /// A pair, feature, head or column that is not among those there are.
  case outOfRange(Counted, Int, count: Int)
  /// A text is no sentence to show attention on.
  case sentence(Sentence.Problem)
  /// The encoding has no frequencies to turn.
  case noFrequencies(Scheme)
  /// The extension has no factor to turn.
  case noFactor(String)
  /// The window is too small for panes arranged so.
  case doesNotFit(Arrangement, needed: Size, Size)
  /// The encoding has nothing of the kind that could move.
  case nothingToPlay(Motion.Parameter)
  /// What is wrong in the settings.
  case settings(SettingsMistakes)
  /// Nothing to undo, or to redo.
  case nothingToUndo, nothingToRedo
  /// No model of the catalogue shows this scheme.
  case noExample(String)
  /// There is only one group of layers, or no model at all.
  case noOtherGroup
  /// There is no model whose own encoding could be taken again.
  case noModel
  /// A key changes what other views than those on the screen show.
  case forOtherViews(Key, Aspect, views: [ViewName])
  /// A key changes what no view shows of the scheme.
  case nothingOfTheKind(Key, Aspect, Scheme)
  /// What a key moves is at its end, or as the key would have it.
  case limit(Limit)
  /// The theme that a key chose.
  case theTheme(String)
  /// How fast a lesson plays itself now.
  case pace(Double)
  /// The arrangement of panes that a key chose.
  case thePanes(Arrangement)
  /// A base of 1 or less was typed: its later pairs do not turn more slowly.
  case baseTooSmallToSlow
  /// The lessons there are, by name.
  case lessons([String])
  /// No lesson is being played.
  case noLesson
  /// The lesson has not so many steps.
  case noSuchStep(Int, count: Int)
  /// The step asks nothing.
  case nothingAsked
  /// What was typed is not an answer: neither a number nor the place of a choice.
  case notAnAnswer(String)
  /// The first step has none before it.
  case firstStep
  /// The lesson of this name is at its end.
  case lessonEnds(String)
  /// A lesson's file is wrong.
  indirect case lesson(LessonError)
  /// A lesson may not do this.
  case notInLessons(String)
  /// A source was opened: its name and its groups.
  case opened(name: String, groups: Int)
  /// The command line that shows the scene again was copied.
  case copied(String)
  /// The program of the code view was copied, so many lines of it.
  case copiedCode(lines: Int)
  /// The scene was kept under a name.
  case kept(name: String)
  /// A kept scene is shown.
  case restored(name: String)
  /// A kept scene cannot be shown: why, in a sentence.
  case cannotRestore(name: String, reason: String)
  /// No scene is kept under the name; those that are.
  case noSession(name: String, known: [String])
  /// A kept scene's file cannot be read; without a reason, what was read is damaged.
  case brokenSession(file: String, why: ReadProblem?)
  /// A name that no file can have.
  case badSessionName(String)
  /// A name under which the program itself keeps a scene.
  case reservedSessionName(String)
  /// The screen was sent to the clipboard.
  case copiedScreen
  /// The mouse is heard, or left to the terminal.
  case mouse(isHeard: Bool)
  /// The terminal draws signs of ambiguous width two columns wide, so that they are avoided.
  case ambiguousSigns
  /// The screen was saved to a file; the glyphs that no font on this machine has.
  case saved(path: String, missing: [Unicode.Scalar] = [])
  /// A file that was there was not replaced.
  case leftAsItIs(path: String)
  /// The view has nothing to draw as a figure: why, in a sentence.
  case noFigure(reason: String)
  /// A theme's file has a mistake; the theme before stays.
  case theme(ThemeError)
  /// A theme's file was read anew.
  case themeRead(String)
  /// A file could not be written: what the system said.
  case cannotWrite(path: String, WriteProblem)

  /// Kinds of names a person types.
  public enum NameKind: String, Hashable, Sendable {
    case view, arrangement, component, theme, group, layout, scheme, scaling, language, ladder, parameter, format
    case kind, cast, measure, preset, motion, truth, face, dialect, page, lesson
  }

  /// Whether it says that something went wrong.
  public var isComplaint: Bool {
    switch self {
    case .opened, .saved, .copied, .copiedCode, .copiedScreen, .kept, .restored, .mouse, .ambiguousSigns,
      .themeRead, .lessons, .lessonEnds, .leftAsItIs, .pace, .theTheme, .thePanes, .baseTooSmallToSlow,
      .limit:
      false
    default: true
    }
  }
}

/// Why a file was not written.
public enum WriteProblem: Error, Hashable, Sendable {
  /// A file is there already.
  case exists
  /// A folder, or something else that is not a file, is there.
  case notAFile
  /// A link is there; it is not followed.
  case isALink
  /// The format is not one of those that can be written.
  case unknownFormat(known: [String])
  /// The format is one that this program was built without.
  case notBuiltIn(format: String)
  /// The picture would have more pixels than can be drawn; the options that say how many.
  case tooLarge(width: Int, height: Int, options: [String])
  /// The drawing library gave up; its own words.
  case drawing(String)
  /// The system said no.
  case system(code: Int32)
}
