import Checkpoints
import Encodings
import Screen

extension Exploration {
  /// What the encoding is: its parameters, its extension, the group of layers it is of.
  mutating func turn(_ action: Action) {
    switch action {
    case .apply(let options):
      apply(options, as: .other)
      if let base = options.base, base <= 1, notice == nil { notice = .baseTooSmallToSlow }
    case .scaleBase(let factor):
      guard let base = scene.encoding.base else { return notice = .noFrequencies(scene.encoding.scheme) }
      let next = Self.rounded(base * factor)
      // What was typed may lie below; a key does not go there.
      guard factor >= 1 || next > 1 else { return notice = .limit(.leastBase) }
      apply(EncodingOptions(base: next), as: .base)
    case .scaleFactor(let share):
      guard let rotary = scene.encoding.rotary else { return notice = .encoding(.scalingOfSinusoids) }
      if case .morph(let morph) = rotary.scaling {
        return showMorph(at: morph.share + (share < 1 ? -Self.morphStep : Self.morphStep))
      }
      guard let factor = rotary.scaling.factor else { return notice = .noFactor(rotary.scaling.name) }
      apply(EncodingOptions(scaling: ScalingOptions(factor: max(1, Self.rounded(factor * share)))), as: .factor)
    case .moveDimension(let by):
      guard let dimension = scene.encoding.dimension else { return notice = .noFrequencies(scene.encoding.scheme) }
      apply(EncodingOptions(dimension: max(2, dimension + by)), as: .dimension)
    case .stepScaling(let steps): stepScaling(steps)
    case .resetEncoding:
      guard let group = scene.subject.group(scene.group) else { return notice = .noModel }
      change(.other) { $0.show(group.encoding) }
    case .stepGroup(let steps):
      let count = scene.subject.model?.groups.count ?? 0
      guard count > 1 else { return notice = .noOtherGroup }
      showGroup(scene.group.stepped(by: steps, among: count))
    case .setGroup(let name):
      let names = scene.subject.model?.groups.map(\.name) ?? []
      guard let index = names.firstIndex(of: name) else {
        notice = .unknownName(kind: .group, name: name, nearest: nearestName(to: name, among: names), known: names)
        return
      }
      showGroup(index)
    default: break
    }
  }

  mutating func apply(_ options: EncodingOptions, as kind: ChangeKind) {
    do throws(EncodingComplaint) {
      let next = try options.applied(to: scene.encoding, trainedLength: scene.trainedLength)
      change(kind) { $0.show(next) }
    } catch {
      notice = .encoding(error)
    }
  }

  private mutating func showGroup(_ index: Int) {
    change(.other) { scene in
      guard let group = scene.subject.group(index) else { return }
      scene.group = index
      scene.show(group.encoding)
    }
  }

  /// The next extension that can be made of what is known; the model's own is kept among them.
  private mutating func stepScaling(_ steps: Int) {
    guard let rotary = scene.encoding.rotary else { return notice = .encoding(.scalingOfSinusoids) }
    let names = ScalingOptions.names
    guard steps != 0 else { return }
    if case .morph = rotary.scaling { return endMorph(at: steps < 0 ? rotary.scaling.start : rotary.scaling.end) }
    guard var index = names.firstIndex(of: rotary.scaling.name) else { return }
    let own = scene.subject.group(scene.group)?.encoding.rotary
    for _ in names {
      index = index.stepped(by: steps.signum(), among: names.count)
      if let own, own.scaling.name == names[index], let next = scene.encoding.turning(by: own) {
        return change(.other) { $0.show(next) }
      }
      let takes = ScalingOptions.parameters(of: names[index])
      let options = ScalingOptions(
        name: names[index],
        factor: takes.contains("factor") ? rotary.scaling.factor ?? own?.scaling.factor ?? 4 : nil,
        originalLength: takes.contains("original_length") ? scene.trainedLength : nil)
      if let next = try? EncodingOptions(scaling: options).applied(to: scene.encoding) {
        return change(.other) { $0.show(next) }
      }
    }
  }

  /// Six significant digits: turning a key up and down comes back to the same number.
  private static func rounded(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return value }
    var unit = 1.0
    while value / unit >= 1e6 { unit *= 10 }
    while value / unit < 1e5 { unit /= 10 }
    return unit >= 1 ? (value / unit).rounded() * unit : (value / unit).rounded() / (1 / unit).rounded()
  }
}
