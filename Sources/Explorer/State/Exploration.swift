public import Screen

/// The whole state of the explorer, as a value: a test builds one without a terminal.
public struct Exploration: Hashable, Sendable {
  /// What is shown.
  public internal(set) var scene: Scene
  /// Scenes to go back to, the latest last. A run of changes of one kind adds one.
  public internal(set) var past: [Scene] = []
  /// Scenes undone, the latest last.
  public internal(set) var future: [Scene] = []
  /// What the keys go to.
  public internal(set) var mode: Mode = .normal
  /// What was said last, until the next key.
  public internal(set) var notice: Notice?
  /// The language spoken.
  public internal(set) var language: Language
  /// Whether a person chose the language; otherwise the program finds it by itself.
  public var languageIsChosen = false
  /// Size of the screen.
  public internal(set) var size: Size
  /// How many colours the screen shows.
  public private(set) var depth: ColorDepth
  /// Whether only ASCII may be drawn.
  public internal(set) var asciiOnly: Bool
  /// Whether the mouse is heard.
  public internal(set) var hearsMouse: Bool
  /// Where the pointer is and what it holds, once it was heard of.
  public internal(set) var pointer: Pointer?
  /// Whether a person has chosen the theme; otherwise it follows the terminal's background.
  public internal(set) var themeIsChosen: Bool
  /// Names of the themes there are, in their order.
  public let themes: [String]
  /// What plays.
  public internal(set) var motion: Motion?
  /// Whether a person wants little motion.
  public var reducesMotion = false
  /// The keys.
  public var keymap: Keymap = .standard
  /// Lines typed into the command line.
  public var commandHistory = CommandHistory()
  /// Names of the scenes that were kept.
  public var sessions: [String] = []
  /// Whether the table that learns is learning.
  public internal(set) var isTraining = false
  /// The lessons there are.
  public let lessons: LessonShelf
  /// The lesson being played, if one is.
  public internal(set) var play: LessonPlay?
  /// Lessons that were left, by name: where one was in them, and what was answered.
  var leftLessons: [String: LessonPlay] = [:]
  /// The first line of the code shown, where it does not fit.
  var codeLine = 0
  /// The kind of the last change, so that a run of the same kind is undone at once.
  var lastChange: ChangeKind?

  /// What the keys go to.
  public enum Mode: Hashable, Sendable {
    /// The picture.
    case normal
    /// The picture, after digits: the next key does its work so many times.
    case counting(Int)
    /// The page of keys, from a line on.
    case help(firstLine: Int)
    /// What the screen shows, in sentences, from a line on.
    case description(firstLine: Int)
    /// The command line.
    case command(CommandLineEditor)
    /// The list of everything there is.
    case palette(Palette)
    /// A question: whether a file may be replaced.
    case asking(Overwriting)
  }

  /// Kinds of change that merge in the history.
  enum ChangeKind: Hashable {
    case pan, position, second, pair, zoom, base, factor, morph, dimension, shift, training, other
  }

  /// Under this name the scene is kept in which a person left the program.
  public static let lastSession = "last"
  /// How many scenes are kept for undo.
  static let historyLimit = 500

  /// A first state.
  public init(
    scene: Scene, size: Size, language: Language = .english, themes: [String], depth: ColorDepth = .truecolor,
    asciiOnly: Bool = false, hearsMouse: Bool = true, themeIsChosen: Bool = true,
    lessons: LessonShelf = LessonShelf()
  ) {
    (self.scene, self.size, self.language, self.themes) = (scene, size, language, themes)
    (self.depth, self.asciiOnly, self.lessons) = (depth, asciiOnly, lessons)
    (self.hearsMouse, self.themeIsChosen) = (hearsMouse, themeIsChosen)
  }

  /// The same without colours: what they say is drawn with signs, as text needs it.
  public var withoutColors: Exploration {
    var plain = self
    plain.depth = .mono
    return plain
  }

  /// Changes the scene and remembers the one before. A run of changes of one kind is one step of undo.
  mutating func change(_ kind: ChangeKind, _ change: (inout Scene) -> Void) {
    var next = scene
    change(&next)
    guard next != scene else { return }
    if kind == .other || kind != lastChange { past.append(scene) }
    if past.count > Self.historyLimit { past.removeFirst() }
    future = []
    lastChange = kind
    scene = next
    endMotionOfNothing()
  }
}
