import Checkpoints
public import Encodings

/// What the encoding shown is compared with.
public enum Counterpart: Hashable, Sendable {
  /// Another model; of its groups of layers the one that is most like the group shown.
  case model(Subject)
  /// The encoding shown with other options; it follows when that is turned.
  case options(EncodingOptions)

  /// The group of a model that goes with a group: of the same name, else of the same scheme, else the first.
  public static func index(in subject: Subject, nameOfGroup name: String?, scheme: Scheme) -> Int {
    let groups = subject.model?.groups ?? []
    return groups.firstIndex { $0.name == name } ?? groups.firstIndex { $0.encoding.scheme == scheme } ?? 0
  }
}

extension Scene {
  /// What the compare view compares with: what was asked for, else something that teaches.
  public enum Compared: Hashable, Sendable {
    /// A group of another model.
    case model(Subject, group: Int)
    /// The encoding shown with other options.
    case options
    /// What the model says, where that was changed.
    case own
    /// The encoding shown without its extension.
    case withoutExtension
    /// The encoding shown with every position divided by 4.
    case interpolated
    /// The rotation of xPos alone.
    case withoutDecay
    /// Sinusoids on the other ladder of frequencies.
    case otherLadder
  }

  /// What stands beside the encoding shown, and its encoding; `nil` where nothing was asked for and nothing suggests itself,
  /// or the options do not fit the scheme.
  public var compared: (source: Compared, encoding: Encoding)? {
    switch counterpart {
    case .model(let subject):
      let name = self.subject.group(group)?.name
      let index = Counterpart.index(in: subject, nameOfGroup: name, scheme: encoding.scheme)
      return subject.group(index).map { (.model(subject, group: index), $0.encoding) }
    case .options(let options):
      return (try? options.applied(to: encoding, trainedLength: trainedLength)).map { (.options, $0) }
    case nil: return suggested
    }
  }

  private var suggested: (source: Compared, encoding: Encoding)? {
    if isOverridden, let own = subject.group(group) { return (.own, own.encoding) }
    let (source, options): (Compared, EncodingOptions)
    switch encoding {
    case .xPos(let xPos): return (.withoutDecay, .rotary(xPos.rotary))
    case .rotary(let rotary):
      let isPlain = rotary.scaling == .none
      source = isPlain ? .interpolated : .withoutExtension
      options = EncodingOptions(
        scaling: isPlain ? ScalingOptions(name: "linear", factor: 4) : ScalingOptions(name: "none"))
    case .sinusoidal(let sinusoidal):
      source = .otherLadder
      options = EncodingOptions(ladder: sinusoidal.ladder == .paper ? .endpoint : .paper)
    default: return nil
    }
    return (try? options.applied(to: encoding)).map { (source, $0) }
  }
}
