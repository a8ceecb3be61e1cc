public import Checkpoints
import Encodings

/// What the explorer looks at: an encoding made from options alone, or a model with its groups of layers.
public struct Subject: Hashable, Sendable {
  /// What to type to open it again: a catalogue name or a path; `nil` for an encoding made from options.
  public let argument: String?
  /// The model, if there is one.
  public let model: ModelDescription?

  /// What a person calls it: what they typed, and of standard input its name; empty without a model. Untrusted text.
  public var name: String { (argument == "-" ? model?.name : argument) ?? "" }

  /// An encoding made from options alone.
  public static let free = Subject(argument: nil, model: nil)

  /// A model under the name by which it was opened.
  public init(argument: String?, model: ModelDescription?) {
    (self.argument, self.model) = (argument, model)
  }

  /// The group at an index, held to those there are.
  public func group(_ index: Int) -> LayerGroup? {
    guard let groups = model?.groups, !groups.isEmpty else { return nil }
    return groups[min(max(0, index), groups.count - 1)]
  }
}
