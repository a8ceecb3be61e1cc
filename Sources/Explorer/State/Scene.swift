public import Checkpoints
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
  /// The view that stands beside it, or `nil` for the one that tells most there.
  public var companion: ViewName?
  /// How the panes share the window.
  public var arrangement: Arrangement
  /// Whether one pair fills the dials' pane.
  public var isMagnified: Bool
  /// The sentence that attention is shown on, or `nil` for the example in the language spoken.
  public var sentence: Sentence?
  /// Whether a token attends to none after it.
  public var isCausal: Bool
  /// What the view of attention shows.
  public var face: AttentionFace
  /// By how much both positions are shifted for comparison: any number of positions, back or forward.
  public var shift: Int
  /// The attention head whose bias is shown, from 0.
  public var head: Int
  /// How similarity is measured.
  public var measure: Measure
  /// The length that extensions should reach, or `nil` for what the model says.
  public var targetLength: Int?
  /// What the encoding is compared with; `nil` for what suggests itself.
  public var counterpart: Counterpart?
  /// How much two encodings may differ before they are said to part.
  public var tolerance: Double
  /// The number format whose rounding is shown.
  public var format: FloatFormat
  /// What is cast to that format.
  public var cast: LowPrecision.Cast
  /// The language in which the encoding is written as code.
  public var dialect: Dialect
  /// The table that learns, where one does: `encoding` is what it has come to.
  public internal(set) var training: TableTraining?
  /// The part of the picture that a lesson points at.
  public internal(set) var spot: Spot?
  /// What is chosen in the catalogue.
  public var catalogue: CatalogueChoice
  /// The theme's name.
  public var theme: String

  /// What the view of attention shows.
  public enum AttentionFace: String, Hashable, Sendable, CaseIterable {
    /// Who attends to whom.
    case matrix
    /// Two orders of the same words side by side.
    case order
    /// Which inputs reach which outputs in a convolution, a recurrence and attention.
    case mixing
  }

  /// How similarity is measured.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The inner product.
    case dot
    /// The cosine of the angle between the vectors.
    case cosine
  }

  /// A first look at an encoding: all that a model was trained on, or one position in each row.
  ///
  /// - Parameter view: The view; without one, the first that has something to draw.
  public init(subject: Subject = .free, group: Int = 0, encoding: Encoding, view: ViewName? = nil, theme: String) {
    (self.subject, self.group, self.encoding, self.theme) = (subject, group, encoding, theme)
    self.view = view ?? .first(for: encoding)
    (position, secondPosition, columns, isMagnified) = (0, 0, nil, false)
    (head, measure, targetLength, dialect) = (0, .dot, nil, .pytorch)
    (companion, arrangement, catalogue) = (nil, .automatic, CatalogueChoice())
    (counterpart, tolerance) = (nil, 1e-3)
    (format, cast) = (.bfloat16, .inputs)
    (sentence, isCausal, face, shift) = (nil, false, .matrix, 7)
    component = encoding.rotary == nil ? .table : .cosine
    pair = (encoding.spectrum?.pairCount ?? encoding.dimension ?? 1) / 3
    window = Window()
    if encoding.rotary != nil { window = Window(count: trainedLength.map { max(8, $0) }) }
  }

  /// Tokens of the training context, where the group says: before an extension, or the whole.
  public var trainedLength: Int? {
    encoding.rotary?.scaling.originalLength ?? subject.group(group)?.trainedLength
  }

  /// Tokens the model is said to take.
  public var maxLength: Int? { subject.group(group)?.maxLength }

  /// Whether the encoding is no longer what the model says.
  public var isOverridden: Bool {
    guard let group = subject.group(group) else { return false }
    return group.encoding != encoding
  }

  /// In what the encoding is no longer what the model says: the model's value first.
  public var overrides: [EncodingContrast] {
    subject.group(group).map { EncodingContrast.all($0.encoding, encoding) } ?? []
  }

  /// The length before any extension: what a target must at least be.
  public var leastTarget: Int { max(1, trainedLength ?? 4096) }

  /// Every extension of this encoding side by side, from the trained to the target length; `nil` without rotation.
  ///
  /// The target is what was asked for, else what the model takes, else the extension's factor or 4 times the training.
  public var reach: Reach? {
    guard let rotary = encoding.rotary else { return nil }
    let trained = leastTarget
    let wished = targetLength ?? maxLength.flatMap { $0 > trained ? $0 : nil }
    let stretched = Double(trained) * max(1, rotary.scaling.end.factor ?? 4)
    let target = min(max(trained, wished ?? Int(min(stretched, 0x1p40))), Window.lastPosition)
    // The extension in use stands among the others with the numbers it has, not with those it would need.
    var scalings = Reach.scalings(from: trained, to: target)
    if let same = scalings.firstIndex(where: { $0.name == rotary.scaling.name }) {
      scalings[same] = rotary.scaling
    } else {
      scalings.append(rotary.scaling)
    }
    return try? Reach(
      dimension: rotary.rotaryDimension, base: rotary.base, trainedLength: trained, targetLength: target,
      scalings: scalings)
  }

  /// The views that are wished for, the one looked at first: as many as there is room for are drawn.
  var views: [ViewName] {
    let beside = (view.companions + ViewName.spareCompanions).filter { $0.answers(encoding) }
    return ([view] + (companion.map { [$0] } ?? []) + beside).reduce(into: []) { views, next in
      if !views.contains(next) { views.append(next) }
    }
  }

  /// Number of pairs, 0 for an encoding without frequencies.
  public var pairCount: Int { encoding.spectrum?.pairCount ?? 0 }

  /// How many pairs the cursor goes through; of a scheme without pairs, how many features.
  public var cursorCount: Int { encoding.spectrum?.pairCount ?? encoding.dimension ?? 0 }

  /// What the cursor goes through.
  public var cursorItem: Notice.Counted { encoding.spectrum == nil ? .feature : .pair }

  /// What of a phase the heatmap shows; `nil` for an encoding without frequencies.
  public var shownComponent: Component? { encoding.spectrum == nil ? nil : component }

  /// The field of the heatmap: phases of a scheme with frequencies, the vectors of another; `nil` for one without.
  public var field: (any Field)? {
    let rows = Window.lastPosition + 1
    return encoding.phaseField(component, rowCount: rows) ?? encoding.vectorField(rowCount: rows)
  }

  /// How many columns the field has; 0 without one.
  var fieldColumnCount: Int { field?.columnCount ?? 0 }

  /// What xPos multiplies a query's pair by at a position; `nil` for a scheme that scales nothing.
  package func decay(ofPair pair: Int, at position: Int) -> Double? {
    encoding.decay(ofPair: pair, at: position)
  }

  /// The pairs shared out among the axes of a token's place, where the model has three.
  var multimodal: MultimodalRotary? {
    guard case .rotary(let rotary) = encoding, let group = subject.group(group), let sections = group.sections else {
      return nil
    }
    return try? MultimodalRotary(rotary: rotary, sections: sections, interleaved: group.sectionsTakeTurns)
  }

  /// Takes another subject and its first encoding. What a person chose to look at and how stays; what belongs to the
  /// subject begins anew.
  mutating func take(_ next: Subject, _ encoding: Encoding) {
    // What was chosen is to be seen: not the catalogue that it was chosen from, nor a view without an answer.
    let isSeen = view != .catalogue && view.answers(encoding)
    let first = Scene(subject: next, encoding: encoding, view: isSeen ? view : nil, theme: theme)
    if self.encoding.scheme != encoding.scheme { component = first.component }
    (subject, group, self.encoding, view) = (next, first.group, encoding, first.view)
    (pair, head, window, columns) = (first.pair, first.head, first.window, first.columns)
    (targetLength, training, spot) = (nil, nil, nil)
  }

  /// Takes another encoding; what pointed past its end points at its end.
  public mutating func show(_ next: Encoding) {
    encoding = next
    training = nil
    pair = min(pair, max(0, cursorCount - 1))
    head = min(head, encoding.headCount - 1)
    let count = fieldColumnCount
    if let shown = columns, shown.upperBound > count { columns = nil }
  }
}

extension LayerGroup {
  /// Tokens of the training context: before an extension, or the whole.
  public var trainedLength: Int? { originalLength ?? maxLength }
}
