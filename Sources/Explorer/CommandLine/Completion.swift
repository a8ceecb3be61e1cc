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
  let candidates: [Candidate]
  /// The candidate that stands there now, once Tab was pressed.
  var chosen: Int?
}

/// Finds completions of a line in a state of the explorer.
struct CompletionFinder {
  let scene: Scene
  let themes: [String]
  let sessions: [String]
  let language: Language

  /// What may stand at the cursor; nothing where anything may, such as a number or a path.
  func completion(of line: [Character], cursor: Int) -> Completion {
    let before = line.prefix(cursor)
    let start = before.lastIndex { $0.isWhitespace }.map { $0 + 1 } ?? 0
    let typed = String(before[start...])
    let words = before[..<start].split(whereSeparator: \.isWhitespace).map { String($0) }
    let all = words.isEmpty ? commands : arguments(of: words)
    return Completion(start: start, candidates: fuzzyMatches(typed, among: all) { $0.word })
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
      place == 0
        ? plain(ScalingOptions.names)
        : plain(
          ScalingOptions.parameters(of: ScalingOptions.standardName(for: words[1]) ?? "").sorted().map(Self.key))
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
    case .model:
      Catalogue.names.map { .init(word: $0, meaning: Catalogue.entry(named: $0)?.title ?? "") }
    case .group: plain(scene.subject.model?.groups.map(\.name) ?? [])
    case .session: plain(sessions)
    case .preset: Preset.all.map { .init(word: $0.name, meaning: $0.summary(in: language)) }
    default: []
    }
  }

  private static func key(_ parameter: String) -> String { parameter.replacing("_", with: "-") + "=" }

  private func plain(_ words: [String]) -> [Completion.Candidate] { words.map { .init(word: $0, meaning: "") } }

  private func names<Names: CaseIterable & RawRepresentable>(_ type: Names.Type) -> [Completion.Candidate]
  where Names.RawValue == String {
    plain(Names.allCases.map(\.rawValue))
  }
}
