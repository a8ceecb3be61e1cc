import Encodings
import Screen

/// The keys that the status line offers at its right, what matters most first: what stops what moves; how to learn the keys,
/// to leave and to see another view; the view's own; then what is good everywhere.
struct FooterHints {
  let exploration: Exploration

  /// How many are worth more than what the title says too.
  static let leastCount = 3

  /// A key and a word for what it does.
  typealias Hint = (key: Key, word: String)

  var all: [Hint] {
    switch exploration.mode {
    case .help, .description: named(["back"])
    default:
      stops + named(["help", "quit", "next-view"]) + ownKeys
        + named(["command-line", "undo", "save", "zoom-in", "base-up", "next-extension"])
    }
  }

  /// Bindings by name, of those that have a word and do something here.
  private func named(_ names: [String]) -> [Hint] {
    names.compactMap { name in
      guard let binding = exploration.keymap.bindings.first(where: { $0.name == name }), isAnswered(binding.action)
      else { return nil }
      return hint(binding, exploration.language(binding.hint.english, binding.hint.chinese))
    }
  }

  /// What pauses what moves by itself.
  private var stops: [Hint] {
    let names =
      (exploration.motion?.isPlaying == true ? ["play"] : []) + (exploration.isTraining ? ["train"] : [])
    return names.compactMap { name in
      exploration.keymap.bindings.first { $0.name == name }.flatMap {
        hint($0, exploration.language("pause", "暂停"))
      }
    }
  }

  /// The keys that change what few other views show, those of the fewest first.
  private var ownKeys: [Hint] {
    let view = exploration.scene.view
    return exploration.keymap.ownBindings(of: exploration.scene).compactMap { aspect, binding in
      // Zooming is offered further behind.
      aspect == .positions || aspect == .columns
        ? nil : hint(binding, exploration.language.hint(aspect, of: view))
    }
  }

  /// None where no key is bound, or a lesson has the key.
  private func hint(_ binding: Binding, _ word: String) -> Hint? {
    guard let key = binding.keys.first, exploration.keymap.action(for: key, in: exploration) == binding.action else {
      return nil
    }
    return (key, word)
  }

  /// Whether there is something that the action turns.
  private func isAnswered(_ action: Action) -> Bool {
    switch action {
    case .scaleBase: exploration.scene.encoding.base != nil
    case .stepScaling: exploration.scene.encoding.rotary != nil
    case .zoom: exploration.composition.panes.contains { $0.view.shows(.positions, of: exploration.scene) }
    default: true
    }
  }
}

extension Keymap {
  /// The first binding of every aspect that the view looked at shows, in the order of the aspects.
  func ownBindings(of scene: Scene) -> [(aspect: Aspect, binding: Binding)] {
    Aspect.allCases.filter { scene.view.shows($0, of: scene) }.compactMap { aspect in
      bindings.first { $0.action.aspect == aspect }.map { (aspect, $0) }
    }
  }
}
