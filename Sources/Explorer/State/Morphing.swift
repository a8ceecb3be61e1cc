import Checkpoints
import Encodings

extension Exploration {
  /// How far a key moves along a morph.
  static let morphStep = 0.05

  /// Sets out for another extension: the spectrum is shown at the very beginning of the way.
  ///
  /// The scene becomes what its own arguments with `--morph` make, so that they show it again.
  mutating func beginMorph(to extension: ScalingOptions) {
    guard scene.encoding.rotary != nil else { return notice = .noFrequencies(scene.encoding.scheme) }
    let own = scene.subject.group(scene.group)?.encoding
    do throws(EncodingComplaint) {
      var options = EncodingOptions(making: scene.encoding, from: own)
      (options.morph, options.share) = (`extension`, 0)
      let next = try options.applied(to: own, trainedLength: scene.subject.group(scene.group)?.trainedLength)
      change(.morph) { $0.show(next) }
    } catch {
      notice = .encoding(error)
    }
  }

  /// Shows a morph at a share of its way, held to 0 … 1 and to a millionth.
  mutating func showMorph(at share: Double) {
    let held = (min(max(0, share), 1) * 1e6).rounded() / 1e6
    apply(EncodingOptions(share: held), as: .morph)
  }

  /// Leaves a morph for one of its ends.
  mutating func endMorph(at scaling: Scaling) {
    guard let rotary = scene.encoding.rotary,
      let turned = try? Rotary(
        dimension: rotary.dimension, rotaryDimension: rotary.rotaryDimension, base: rotary.base,
        layout: rotary.layout, scaling: scaling, length: rotary.length),
      let next = scene.encoding.turning(by: turned)
    else { return }
    change(.other) { $0.show(next) }
  }

  /// The extension that tells most about this one: the model's own, else none; of none YaRN by 4.
  var usualMorph: ScalingOptions? {
    guard let rotary = scene.encoding.rotary else { return nil }
    if let own = scene.subject.group(scene.group)?.encoding.rotary, own.scaling.name != rotary.scaling.name {
      return ScalingOptions(all: own.scaling)
    }
    guard rotary.scaling == .none else { return ScalingOptions(name: "none") }
    return ScalingOptions(name: "yarn", factor: 4, originalLength: scene.trainedLength ?? 4096)
  }
}
