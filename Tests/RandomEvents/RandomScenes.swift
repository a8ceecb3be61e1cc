import Checkpoints
import Encodings
public import Explorer

/// The scenes that a sitting begins with and comes across: every model of the catalogue, every scheme, a learned table with
/// its values, each in any view.
public struct RandomScenes: Sendable {
  /// What can be opened.
  public let subjects: [Subject]
  private let encodings: [Encoding]

  /// All there are.
  public init() {
    subjects = Catalogue.names.compactMap { name in
      (try? Catalogue.entry(named: name)?.describe()).map { Subject(argument: name, model: $0) }
    }
    let values = (0..<(40 * 12)).map { Double($0 % 23) / 11 - 1 }
    encodings =
      Scheme.allCases.compactMap { try? EncodingOptions(scheme: $0).applied(to: nil) }
      + [try? .learned(LearnedTable(values: values, dimension: 12, offset: 2))].compactMap(\.self)
  }

  /// A model, or an encoding of its own, in some view.
  public func scene(_ random: inout SeededRandom) -> Scene {
    let view = ViewName.allCases.randomElement(using: &random) ?? .heatmap
    if random.once(in: 2), let subject = subjects.randomElement(using: &random) {
      let group = random.below(subject.model?.groups.count ?? 1)
      if let encoding = subject.group(group)?.encoding {
        return Scene(subject: subject, group: group, encoding: encoding, view: view, theme: Scene.usualTheme)
      }
    }
    return Scene(encoding: encodings.randomElement(using: &random) ?? .none, view: view, theme: Scene.usualTheme)
  }
}
