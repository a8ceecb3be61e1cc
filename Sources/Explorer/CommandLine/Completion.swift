import Checkpoints
import Encodings

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
}

/// Finds completions of a line in a state of the explorer.
struct CompletionFinder {
  let scene: Scene
  let themes: [String]
  let sessions: [String]
  let lessons: LessonShelf
  let language: Language

  /// What may stand at the cursor; nothing where anything may, such as a number.
  func completion(of line: [Character], cursor: Int) -> Completion {
    let before = line.prefix(cursor)
    if let start = Self.startOfPath(before) { return Completion(start: start, candidates: [], takesPath: true) }
    let start = before.lastIndex { $0.isWhitespace }.map { $0 + 1 } ?? 0
    let typed = String(before[start...])
    let words = before[..<start].split(whereSeparator: \.isWhitespace).map { String($0) }
    let all = words.isEmpty ? commands : arguments(of: words)
    return Completion(start: start, candidates: fuzzyMatches(typed, among: all) { $0.word })
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

  private var commands: [Completion.Candidate] {
    Command.all.map { Completion.Candidate(word: $0.name.rawValue, meaning: $0.meaning(in: language)) }
  }

  private func arguments(of words: [String]) -> [Completion.Candidate] {
    guard let word = words.first, let command = Command.named(word.hasSuffix("!") ? String(word.dropLast()) : word)
    else { return [] }
    let place = words.count - 1
    return switch command.name {
    case .split: place == 0 ? names(Arrangement.self) : place == 1 ? names(ViewName.self) : []
    case .scaling:
      extensions(Array(words.dropFirst()))
    case .compare:
      place == 0 ? plain(["off"] + ScalingOptions.names) + models : extensions([words[1]]) + plain(["base=", "dim="])
    case .play where place > 0 && words[1] == Motion.Parameter.morph.rawValue:
      extensions(Array(words.dropFirst(2)))
    case _ where place > 0: []
    case .play: names(Motion.Parameter.self)
    case .loop, .causal: names(Switch.self)
    case .view: names(ViewName.self)
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
    guard let name = words.first else { return plain(ScalingOptions.names) }
    return plain(ScalingOptions.parameters(of: ScalingOptions.standardName(for: name) ?? "").sorted().map(Self.key))
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
