import Checkpoints
public import Encodings

/// Everything that a view shows, and that undo brings back: what is looked at, where, and how.
public struct Scene: Hashable, Sendable {
  /// What the heatmap's colours stand for.
  public typealias Component = PhaseField.Component

  /// The model or encoding that was opened.
  public var subject: Subject
  /// Which of the model's groups of layers, from 0.
  public var group: Int
  /// The encoding shown: the group's, or one made from it with other parameters.
  public var encoding: Encoding
  /// Token position, 0 … `Window.lastPosition`.
  public var position: Int
  /// The second position, that of the key where the first is the query's.
  public var secondPosition: Int
  /// The pair of features looked at, from 0.
  public var pair: Int
  /// The positions the heatmap shows.
  public var window: Window
  /// The columns the heatmap shows: pairs, or features of a table; `nil` for all.
  public var columns: Range<Int>?
  /// What the heatmap's colours stand for.
  public var component: Component
  /// The view.
  public var view: ViewName
  /// Whether one pair fills the dials' pane.
  public var isMagnified: Bool
  /// The theme's name.
  public var theme: String

  /// A first look at an encoding: all that a model was trained on, or one position in each row.
  public init(subject: Subject = .free, group: Int = 0, encoding: Encoding, view: ViewName = .heatmap, theme: String)
  {
    (self.subject, self.group, self.encoding, self.view, self.theme) = (subject, group, encoding, view, theme)
    (position, secondPosition, columns, isMagnified) = (0, 0, nil, false)
    component = encoding.scheme == .sinusoidal ? .table : .cosine
    pair = (encoding.spectrum?.pairCount ?? 1) / 3
    window = Window()
    if case .rotary = encoding { window = Window(count: trainedLength.map { max(8, $0) }) }
  }

  /// Tokens of the training context, where the group says: before an extension, or the whole.
  public var trainedLength: Int? {
    if case .rotary(let rotary) = encoding, let original = rotary.scaling.originalLength { return original }
    let group = subject.group(group)
    return group?.originalLength ?? group?.maxLength
  }

  /// Tokens the model is said to take.
  public var maxLength: Int? { subject.group(group)?.maxLength }

  /// Whether the encoding is no longer what the model says.
  public var isOverridden: Bool {
    guard let group = subject.group(group) else { return false }
    return group.encoding != encoding
  }

  /// Number of pairs, 0 for an encoding without frequencies.
  public var pairCount: Int { encoding.spectrum?.pairCount ?? 0 }

  /// The field of the heatmap, or `nil` for an encoding without frequencies.
  public var field: PhaseField? {
    let rows = Window.lastPosition + 1
    switch encoding {
    case .rotary(let rotary): return PhaseField(rotary: rotary, component: component, rowCount: rows)
    case .sinusoidal(let sinusoidal):
      return PhaseField(sinusoidal: sinusoidal, component: component, rowCount: rows)
    default: return nil
    }
  }

  /// Takes another encoding; what pointed past its end points at its end.
  public mutating func show(_ next: Encoding) {
    encoding = next
    pair = min(pair, max(0, pairCount - 1))
    let count = field?.columnCount ?? 0
    if let shown = columns, shown.upperBound > count { columns = nil }
  }
}
