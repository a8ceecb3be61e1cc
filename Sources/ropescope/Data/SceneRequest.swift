import Encodings
import Explorer

/// What the kinds of data that a view draws look at: the same as the view's own options choose.
struct SceneRequest {
  let pair: Int?
  let second: Int
  let head: Int
  let shift: Int?
  let target: Int?
  let sentence: Sentence
  /// Whether a sentence was asked for, and not only the example.
  let namesSentence: Bool
  let counterpart: Counterpart?
  let component: PhaseField.Component?
  let tolerance: Double?
  let isCausal: Bool

  init(_ command: DataCommand, _ opening: Opening, _ language: Language) throws {
    let read = OptionReader(language: language)
    pair = try read.whole("--pair", command.pair)
    second = try read.position("--second", command.second) ?? 0
    head = try read.whole("--head", command.head) ?? 0
    shift = try read.shift(command.shift)
    target = try read.position("--target", command.target)
    sentence = try read.sentence(command.sentence) ?? .example(in: language)
    namesSentence = command.sentence != nil
    counterpart = try opening.counterpart(command.comparand, language)
    component = try read.name("--component", .component, command.component, PhaseField.Component.self)
    tolerance = try read.tolerance(command.tolerance)
    isCausal = command.causal
  }

  /// The scene that a view would show of one group.
  func scene(of opening: Opening, group: Int) throws(DataComplaint) -> Scene {
    var scene = Scene(
      subject: opening.subject, group: group, encoding: opening.groups[group].encoding, theme: Scene.usualTheme)
    (scene.secondPosition, scene.head, scene.sentence, scene.isCausal) = (second, head, sentence, isCausal)
    scene.counterpart = counterpart
    scene.shift = shift ?? scene.shift
    scene.component = component ?? scene.component
    scene.tolerance = tolerance ?? scene.tolerance
    if let target {
      guard target >= scene.leastTarget else { throw .targetTooShort(target, trained: scene.leastTarget) }
      scene.targetLength = target
    }
    if let pair {
      guard (0..<scene.cursorCount).contains(pair) else {
        throw .outOfRange(scene.cursorItem, pair, count: scene.cursorCount)
      }
      scene.pair = pair
    }
    return scene
  }
}
