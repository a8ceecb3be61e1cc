import Checkpoints
import Encodings
import Screen

/// Turns a typed line into an action.
///
///     try CommandParser.parse("scaling yarn factor=8 original=4096")
public enum CommandParser {
  /// The action of a line, or `nil` for an empty one.
  ///
  /// - Throws: The notice that says what is wrong and shows an example.
  public static func parse(_ line: String, themes: [String]) throws(Refusal) -> Action? {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard var word = words.first else { return nil }
    words.removeFirst()
    let overwrite = word.hasSuffix("!")
    if overwrite { word.removeLast() }
    if words.isEmpty, let position = NumberParser.whole(word) { return try .setPosition(checked(position, word)) }
    guard let command = Command.named(word) else {
      if let value = NumberParser.number(word), value == value.rounded() {
        let argument = words.joined(separator: " ")
        throw Refusal(
          words.isEmpty ? .positionOutOfRange(word) : .takesNothing(command: word, argument: argument))
      }
      // A command goes by its name rather than by another word for it.
      let nearest =
        nearestName(to: word, among: Command.all.map(\.name.rawValue))
        ?? nearestName(to: word, among: Command.all.flatMap(\.aliases).filter { $0.count > 2 })
      throw Refusal(.unknownCommand(word, nearest: nearest))
    }
    let rest = line.drop { $0.isWhitespace }.drop { !$0.isWhitespace }
    let reader = ArgumentReader(command: command, text: String(rest).trimmed, words: words, themes: themes)
    return try reader.action(overwrite: overwrite)
  }

  /// A line that is not an action.
  public struct Refusal: Error, Hashable {
    /// What to say.
    public let notice: Notice
    init(_ notice: Notice) { self.notice = notice }
  }

  static func checked(_ position: Int, _ text: String) throws(Refusal) -> Int {
    guard (0...Window.lastPosition).contains(position) else { throw Refusal(.positionOutOfRange(text)) }
    return position
  }
}

/// On or off.
enum Switch: String, CaseIterable { case on, off }

/// Reads what follows one command.
private struct ArgumentReader {
  let command: Command
  let text: String
  let words: [String]
  let themes: [String]

  typealias Refusal = CommandParser.Refusal

  func action(overwrite: Bool) throws(Refusal) -> Action {
    guard !command.example.isEmpty || text.isEmpty else {
      throw Refusal(.takesNothing(command: command.name.rawValue, argument: text))
    }
    return switch command.name {
    case .dim: .apply(EncodingOptions(dimension: try whole()))
    case .base: .apply(EncodingOptions(base: try number()))
    case .position: .setPosition(try position())
    case .second: .setSecond(try position())
    case .pair: .setPair(try whole())
    case .scheme: .apply(EncodingOptions(scheme: try name(.scheme, Scheme.self)))
    case .layout: .apply(EncodingOptions(layout: try name(.layout, PairLayout.self)))
    case .ladder: .apply(EncodingOptions(ladder: try name(.ladder, Ladder.self)))
    case .scaling: .apply(EncodingOptions(scaling: try ScalingOptions(given())))
    case .length: .apply(EncodingOptions(length: try whole()))
    case .rotaryDim: .apply(EncodingOptions(rotaryDimension: try whole()))
    case .component: .setComponent(try name(.component, Scene.Component.self))
    case .magnify: .toggleMagnified
    case .measure: .setMeasure(try name(.measure, Scene.Measure.self))
    case .sentence: .setSentence(try sentence())
    case .causal: .setCausal(try name(.truth, Switch.self) == .on)
    case .show: .setFace(try name(.face, Scene.AttentionFace.self))
    case .shift: .setShift(try whole())
    case .head: .setHead(try whole())
    case .heads: .apply(EncodingOptions(schemes: SchemeOptions(heads: try whole())))
    case .gamma: .apply(EncodingOptions(schemes: SchemeOptions(gamma: try number())))
    case .scaleBase: .apply(EncodingOptions(schemes: SchemeOptions(scaleBase: try number())))
    case .target: .setTarget(try whole())
    case .dtype: .setFormat(try name(.format, FloatFormat.self))
    case .cast: .setCast(try name(.cast, LowPrecision.Cast.self))
    case .compare: .compare(try Comparand(given()))
    case .tolerance: .setTolerance(try tolerance())
    case .catalogue: .setPage(try name(.page, CataloguePage.self))
    case .filter: .filter(text)
    case .code: .setDialect(try name(.dialect, Dialect.self))
    case .train: .train(try training())
    case .lesson: .lesson(text.isEmpty ? .list : .start(text))
    case .next: .lesson(.next)
    case .back: .lesson(.back)
    case .step: .lesson(.jump(to: try whole()))
    case .answer: .lesson(.answer(try given()))
    case .view: .setView(try name(.view, ViewName.self))
    case .split: try split()
    case .zoom: .setWindow(try positions())
    case .columns: .setColumns(try range())
    case .group: .setGroup(try given())
    case .model, .open: .open(try given())
    case .reset: .resetEncoding
    case .theme: .setTheme(try theme())
    case .lang: .setLanguage(try name(.language, Language.self))
    case .shot: .saveScreen(path: text.isEmpty ? nil : text, overwrite: overwrite)
    case .figure: .saveFigure(path: try given(), overwrite: overwrite)
    case .undo: .undo
    case .redo: .redo
    case .play: try play()
    case .speed: .setRate(try number())
    case .stride: .setStep(try number())
    case .loop: .setLoop(try name(.truth, Switch.self) == .on)
    case .stop: .stopPlaying
    case .copy: try copy()
    case .keep: .keepSession(name: try given(), overwrite: overwrite)
    case .session: .openSession(try given())
    case .preset: .openPreset(try given())
    case .describe: .describe
    case .help: .toggleHelp
    case .quit: .quit
    }
  }

  /// Nothing, or «code».
  private func copy() throws(Refusal) -> Action {
    switch text {
    case "": .copyCommandLine
    case "code": .copyCode
    default: throw bad
    }
  }

  private func given() throws(Refusal) -> String {
    guard !text.isEmpty else {
      throw Refusal(.needsArgument(command: command.name.rawValue, example: command.example))
    }
    return text
  }

  private var bad: Refusal {
    Refusal(.badArgument(command: command.name.rawValue, argument: text, example: command.example))
  }

  private func whole() throws(Refusal) -> Int {
    guard let value = NumberParser.whole(try given()) else { throw bad }
    return value
  }

  private func position() throws(Refusal) -> Int {
    let typed = try given()
    // A number too large to be counted exactly is out of range as well.
    if NumberParser.whole(typed) == nil, let value = NumberParser.number(typed), value == value.rounded() {
      throw Refusal(.positionOutOfRange(typed))
    }
    return try CommandParser.checked(try whole(), typed)
  }

  private func number() throws(Refusal) -> Double {
    guard let value = NumberParser.number(try given()) else { throw bad }
    return value
  }

  private func tolerance() throws(Refusal) -> Double {
    let value = try number()
    guard value >= 0 else { throw bad }
    return value
  }

  private func range() throws(Refusal) -> Range<Int> {
    guard let range = NumberParser.range(try given()), range.lowerBound >= 0 else { throw bad }
    return range
  }

  private func positions() throws(Refusal) -> Range<Int> {
    let range = try range()
    guard range.upperBound <= Window.lastPosition + 1 else { throw Refusal(.positionOutOfRange(text)) }
    return range
  }

  private func sentence() throws(Refusal) -> Sentence {
    let text = try given()
    do throws(Sentence.Problem) {
      return try Sentence(text)
    } catch {
      throw Refusal(.sentence(error))
    }
  }

  private func name<Names: RawRepresentable & CaseIterable>(
    _ kind: Notice.NameKind, _ type: Names.Type, _ word: String? = nil
  ) throws(Refusal) -> Names where Names.RawValue == String {
    let whole = try given()
    let typed = (word ?? whole).lowercased()
    let known = Names.allCases.map(\.rawValue)
    if let exact = Names(rawValue: typed) { return exact }
    let starting = Names.allCases.filter { $0.rawValue.hasPrefix(typed) }
    if starting.count == 1, let only = starting.first { return only }
    throw Refusal(
      .unknownName(kind: kind, name: typed, nearest: nearestName(to: typed, among: known), known: known))
  }

  /// «position», «base 1e4:1e6», or «morph yarn factor=8».
  private func play() throws(Refusal) -> Action {
    guard !words.isEmpty else { return .togglePlay }
    let parameter = try name(.motion, Motion.Parameter.self, words[0])
    if parameter == .morph, words.count > 1 {
      return .morph(to: try ScalingOptions(words.dropFirst().joined(separator: " ")))
    }
    guard words.count > 1 else { return .play(parameter, between: nil) }
    let example = "\(parameter.rawValue) \(parameter.exampleOfEnds)"
    let bad = Refusal(.badArgument(command: command.name.rawValue, argument: text, example: example))
    guard words.count == 2, parameter != .morph else { throw bad }
    let ends = words[1].split(separator: ":", omittingEmptySubsequences: false).map {
      NumberParser.number(String($0))
    }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from >= 0 else { throw bad }
    guard from < to else {
      let turned = words[1].split(separator: ":").reversed().joined(separator: ":")
      throw Refusal(
        .endsTheWrongWay(words[1], example: from == to ? example : "\(parameter.rawValue) \(turned)"))
    }
    return .play(parameter, between: from...to)
  }

  /// «beside», or «beside similarity».
  private func split() throws(Refusal) -> Action {
    _ = try given()
    guard words.count <= 2 else { throw bad }
    return .arrange(
      try name(.arrangement, Arrangement.self, words[0]),
      companion: words.count > 1 ? try name(.view, ViewName.self, words[1]) : nil)
  }

  private func theme() throws(Refusal) -> String {
    let typed = try given()
    if themes.contains(typed) { return typed }
    let starting = themes.filter { $0.hasPrefix(typed) }
    if starting.count == 1, let only = starting.first { return only }
    throw Refusal(
      .unknownName(kind: .theme, name: typed, nearest: nearestName(to: typed, among: themes), known: themes))
  }

  /// «run», «seed=2» or «200».
  private func training() throws(Refusal) -> TrainingOrder {
    switch text {
    case "": return .toggle
    case "run": return .run
    case "pause": return .pause
    case "reset": return .reset(seed: nil)
    default:
      if text.hasPrefix("seed="), let seed = NumberParser.whole(String(text.dropFirst(5))) {
        return .reset(seed: seed)
      }
      guard let step = NumberParser.whole(text), (0...TableTraining.lastStep).contains(step) else { throw bad }
      return .to(step: step)
    }
  }
}

extension String {
  /// Without the white space around it.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
