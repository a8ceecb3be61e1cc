import Checkpoints
import Encodings
import Screen

/// What may stand at the cursor of the command line.
public struct Completion: Hashable, Sendable {
  /// One word that may stand there, and what it means.
  public struct Candidate: Hashable, Sendable {
    /// The word.
    public let word: String
    /// What it means; empty where the word says so itself.
    public let meaning: String
  }

  /// Where in the line the word at the cursor begins.
  let start: Int
  /// What may stand there, the best first.
  var candidates: [Candidate]
  /// The candidate that stands there now, once Tab was pressed.
  var chosen: Int?
  /// Whether it is a path: its files are asked for when they are wanted.
  var takesPath = false
  /// Where anything may stand, such as a number: an example, with its meaning and the present value.
  var example: Candidate?

  /// What is listed: what may stand there, or the example.
  var listed: [Candidate] { candidates.isEmpty ? example.map { [$0] } ?? [] : candidates }
}

/// Finds completions of a line in a state of the explorer.
struct CompletionFinder {
  let scene: Scene
  let themes: [String]
  let sessions: [String]
  let lessons: LessonShelf
  let language: Language
  var motion: Motion?

  /// What may stand at the cursor; where anything may, such as a number, an example.
  func completion(of line: [Character], cursor: Int) -> Completion {
    let before = line.prefix(cursor)
    if let start = Self.startOfPath(before) { return Completion(start: start, candidates: [], takesPath: true) }
    let start = before.lastIndex { $0.isWhitespace }.map { $0 + 1 } ?? 0
    let typed = String(before[start...])
    let words = before[..<start].split(whereSeparator: \.isWhitespace).map { String($0) }
    let all = words.isEmpty ? commands : arguments(of: words)
    var completion = Completion(start: start, candidates: fuzzyMatches(typed, among: all) { $0.word })
    if all.isEmpty, words.count == 1 { completion.example = example(of: words[0]) }
    return completion
  }

  /// Where a path begins: all that follows its command, for a name may hold blanks.
  private static func startOfPath(_ line: ArraySlice<Character>) -> Int? {
    guard let first = line.firstIndex(where: { !$0.isWhitespace }),
      let end = line[first...].firstIndex(where: \.isWhitespace),
      let command = Command.named(String(line[first..<end].filter { $0 != "!" })),
      [.open, .shot, .figure].contains(command.name)
    else { return nil }
    return line[end...].firstIndex { !$0.isWhitespace } ?? line.endIndex
  }

  /// What could follow a command, what that means, and what it is now.
  private func example(of word: String) -> Completion.Candidate? {
    guard let command = Command.named(word), !command.example.isEmpty else { return nil }
    let now = present(command.name).map { language(" · now \($0)", " · 现为 \($0)") } ?? ""
    return Completion.Candidate(word: command.example, meaning: command.meaning(in: language) + now)
  }

  /// What a command would change, as it would be typed; `nil` where there is no such number.
  private func present(_ command: Command.Name) -> String? {
    func xPos(_ value: (XPos) -> Double) -> String? {
      if case .xPos(let xPos) = scene.encoding { Numerals.plain(value(xPos)) } else { nil }
    }
    switch command {
    case .dim: return scene.encoding.dimension.map(String.init)
    case .base: return scene.encoding.base.map(Numerals.plain)
    case .position: return "\(scene.position)"
    case .second: return "\(scene.secondPosition)"
    case .pair: return scene.cursorCount > 0 ? "\(scene.pair)" : nil
    case .length: return scene.encoding.rotary?.length.map(String.init)
    case .rotaryDim: return scene.encoding.rotary.map { "\($0.rotaryDimension)" }
    case .sentence: return scene.sentence?.text
    case .shift: return "\(scene.shift)"
    case .head: return scene.encoding.headCount > 1 ? "\(scene.head)" : nil
    case .heads: return scene.encoding.bias.map { "\($0.heads)" }
    case .gamma: return xPos(\.gamma)
    case .scaleBase: return xPos(\.scaleBase)
    case .target: return scene.reach.map { "\($0.targetLength)" }
    case .tolerance: return Numerals.plain(scene.tolerance)
    case .filter: return scene.catalogue.filter.isEmpty ? nil : scene.catalogue.filter
    case .zoom:
      let start = scene.window.start
      return scene.window.count.map { "\(start):\(start + $0)" }
    case .columns:
      let shown = scene.columns ?? 0..<scene.fieldColumnCount
      return shown.isEmpty ? nil : "\(shown.lowerBound):\(shown.upperBound)"
    case .speed: return motion.map { Numerals.significant($0.rate, digits: 6) }
    case .stride: return motion.map { Numerals.significant($0.step, digits: 6) }
    default: return nil
    }
  }

  private var commands: [Completion.Candidate] {
    Command.all.map { Completion.Candidate(word: $0.name.rawValue, meaning: $0.meaning(in: language)) }
  }

  private func arguments(of words: [String]) -> [Completion.Candidate] {
    guard let word = words.first, let command = Command.named(word.hasSuffix("!") ? String(word.dropLast()) : word)
    else { return [] }
    let place = words.count - 1
    return switch command.name {
    case .split: place == 0 ? names(Arrangement.self) : place == 1 ? views : []
    case .scaling:
      extensions(Array(words.dropFirst()))
    case .compare:
      place == 0
        ? [.init(word: "off", meaning: language("compare with what suggests itself", "与默认对象比较"))] + scalings + models
        : extensions([words[1]])
          + [
            .init(word: "base=", meaning: language("base of the frequencies", "频率的底数")),
            .init(word: "dim=", meaning: language("features of one head", "每个头的维数")),
          ]
    case .play where place > 0 && words[1] == Motion.Parameter.morph.rawValue:
      extensions(Array(words.dropFirst(2)))
    case _ where place > 0: []
    case .play: names(Motion.Parameter.self)
    case .loop, .causal: names(Switch.self)
    case .view: views
    case .scheme: names(Scheme.self)
    case .layout: names(PairLayout.self)
    case .ladder: names(Ladder.self)
    case .component: names(Scene.Component.self)
    case .measure: names(Scene.Measure.self)
    case .show: names(Scene.AttentionFace.self)
    case .lang: names(Language.self)
    case .theme: plain(themes)
    case .model: models
    case .lesson: plain(lessons.entries.map(\.name))
    case .dtype: names(FloatFormat.self)
    case .cast: names(LowPrecision.Cast.self)
    case .code: names(Dialect.self)
    case .copy: plain(["code"])
    case .catalogue: names(CataloguePage.self)
    case .train: plain(["run", "pause", "reset", "seed="])
    case .group: plain(scene.subject.model?.groups.map(\.name) ?? [])
    case .session: plain(sessions)
    case .preset: Preset.all.map { .init(word: $0.name, meaning: $0.summary(in: language)) }
    default: []
    }
  }

  /// An extension's name, or what the one that is named takes.
  private func extensions(_ words: [String]) -> [Completion.Candidate] {
    guard let name = words.first else { return scalings }
    return ScalingOptions.parameters(of: ScalingOptions.standardName(for: name) ?? "").sorted().map {
      .init(word: Self.key($0), meaning: language.meaning(ofParameter: $0))
    }
  }

  private var scalings: [Completion.Candidate] {
    ScalingOptions.names.map { .init(word: $0, meaning: language.meaning(ofScaling: $0)) }
  }

  private var views: [Completion.Candidate] {
    ViewName.allCases.map { .init(word: $0.rawValue, meaning: $0.meaning(in: language)) }
  }

  private var models: [Completion.Candidate] {
    Catalogue.names.map { .init(word: $0, meaning: Catalogue.entry(named: $0)?.title ?? "") }
  }

  private static func key(_ parameter: String) -> String { parameter.replacing("_", with: "-") + "=" }

  private func plain(_ words: [String]) -> [Completion.Candidate] { words.map { .init(word: $0, meaning: "") } }

  private func names<Names: CaseIterable & RawRepresentable>(_ type: Names.Type) -> [Completion.Candidate]
  where Names.RawValue == String {
    plain(Names.allCases.map(\.rawValue))
  }
}
