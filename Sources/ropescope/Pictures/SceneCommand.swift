import Checkpoints
import Encodings
import Explorer
import Screen

/// The options that lead to a scene: what the explorer shows, as words of a command line.
///
/// Numbers that no option can carry, such as LongRoPE's lists, are taken from the source, which is always named.
struct SceneCommand {
  let scene: Scene

  /// The words after the view.
  var words: [String] {
    var words: [String] = []
    if let argument = scene.subject.argument { words.append(argument) }
    if let group = scene.subject.group(scene.group), (scene.subject.model?.groups.count ?? 0) > 1 {
      words += ["--group", group.name]
    }
    if scene.subject.model == nil || scene.isOverridden { words += encoding }
    words += ["--position", "\(scene.position)", "--second", "\(scene.secondPosition)"]
    if scene.pairCount > 0 { words += ["--pair", "\(scene.pair)"] }
    if let count = scene.window.count {
      words += ["--positions", "\(scene.window.start):\(scene.window.start + count)"]
    }
    words += ["--component", scene.component.rawValue, "--theme", scene.theme]
    return words
  }

  private var encoding: [String] {
    let scheme = ["--scheme", scene.encoding.scheme.rawValue]
    switch scene.encoding {
    case .rotary(let rotary):
      return scheme + [
        "--dim", "\(rotary.dimension)", "--base", Numerals.plain(rotary.base), "--layout", rotary.layout.rawValue,
      ] + (rotary.rotaryDimension == rotary.dimension ? [] : ["--rotary-dim", "\(rotary.rotaryDimension)"])
        + (rotary.length.map { ["--length", "\($0)"] } ?? []) + scaling(rotary.scaling)
    case .sinusoidal(let sinusoidal):
      return scheme + [
        "--dim", "\(sinusoidal.dimension)", "--base", Numerals.plain(sinusoidal.base), "--layout",
        sinusoidal.layout.rawValue, "--ladder", sinusoidal.ladder.rawValue,
      ]
    case .oneHot, .transformerXL: return scheme + ["--dim", "\(scene.encoding.dimension ?? 0)"]
    case .alibi, .kerple: return scheme + ["--heads", "\(scene.encoding.bias?.heads ?? 1)"]
    case .t5(let t5):
      return scheme + [
        "--num-buckets", "\(t5.bucketCount)", "--max-distance", "\(t5.maxDistance)",
        t5.bidirectional ? "--bidirectional" : "--no-bidirectional",
      ]
    case .deberta(let deberta):
      let buckets = deberta.buckets.map { ["--num-buckets", "\($0)"] } ?? []
      return scheme + buckets + ["--max-distance", "\(deberta.maxDistance)"]
    case .shaw(let shaw): return scheme + ["--max-distance", "\(shaw.right)"]
    case .none, .integer, .learned, .fire: return scheme
    }
  }

  private func scaling(_ scaling: Scaling) -> [String] {
    var words = ["--scaling", scaling.name]
    if let factor = scaling.factor { words += ["--factor", Numerals.plain(factor)] }
    if let length = scaling.originalLength { words += ["--original-length", "\(length)"] }
    switch scaling {
    case .byParts(let parts):
      words += ["--beta-fast", Numerals.plain(parts.betaFast), "--beta-slow", Numerals.plain(parts.betaSlow)]
    case .yarn(let yarn):
      words += ["--beta-fast", Numerals.plain(yarn.betaFast), "--beta-slow", Numerals.plain(yarn.betaSlow)]
      words.append(yarn.truncate ? "--truncate" : "--no-truncate")
      if let factor = yarn.attentionFactor { words += ["--attention-factor", Numerals.plain(factor)] }
    case .llama3(let llama3):
      words += [
        "--low-freq-factor", Numerals.plain(llama3.lowFreqFactor), "--high-freq-factor",
        Numerals.plain(llama3.highFreqFactor),
      ]
    default: break
    }
    return words
  }
}
