public import Encodings

/// Two encodings as fields over the same rows and columns, and their difference.
public struct Comparison: Sendable {
  /// What two encodings both answer.
  public enum Ground: Hashable, Sendable {
    /// Waves of pairs: positions by pairs, or by features for `table`.
    case waves(PhaseField.Component)
    /// Vectors: positions by features.
    case vectors
    /// Biases of one head: queries by keys.
    case biases(head: Int)
    /// Buckets of differences: queries by keys.
    case buckets
  }

  /// What is compared.
  public let ground: Ground
  /// The first encoding, and its field.
  public let first: Encoding
  /// The values of the first.
  public let firstField: any Field
  /// The second encoding, and its field.
  public let second: Encoding
  /// The values of the second.
  public let secondField: any Field
  /// First less second, over the rows and columns that both have; for angles the angle between them.
  public let difference: any Field

  /// Two encodings on what both answer: waves, else vectors, biases or buckets; `nil` where they have nothing in common.
  ///
  /// - Parameters:
  ///   - component: What of waves is compared. Encodings that differ in nothing but the order of their features are
  ///     compared by their tables.
  ///   - head: Whose bias is compared, from 0.
  public init?(_ first: Encoding, _ second: Encoding, component: PhaseField.Component, head: Int) {
    let count = Window.lastPosition + 1
    (self.first, self.second) = (first, second)
    if let one = first.spectrum, let other = second.spectrum {
      let isInOrderAlone = one == other && first != second && Self.areUndamped(first, second)
      let component = isInOrderAlone ? .table : component
      ground = .waves(component)
      firstField = Self.waves(of: first, one, component, count)
      secondField = Self.waves(of: second, other, component, count)
      difference = Self.difference(one, other, component, count) ?? DifferenceField(firstField, minus: secondField)
      return
    }
    let pairs: [(Ground, (Encoding) -> (any Field)?)] = [
      (.vectors, { $0.vectorField(rowCount: $0.positionCount ?? count) }),
      (.biases(head: head), { $0.bias == nil ? nil : $0.biasField(head: head, rowCount: count, columnCount: count) }),
      (.buckets, { $0.bucketField(rowCount: count, columnCount: count) }),
    ]
    for (ground, field) in pairs {
      guard let one = field(first), let other = field(second) else { continue }
      (self.ground, firstField, secondField) = (ground, one, other)
      difference = DifferenceField(one, minus: other)
      return
    }
    return nil
  }

  /// Where the two first part by more than a tolerance.
  ///
  /// Waves are searched to the last position there is; other fields over their first rows.
  public func divergence(past tolerance: Double) -> Divergence {
    guard case .waves(let component) = ground, let one = first.spectrum, let other = second.spectrum,
      Self.areUndamped(first, second)
    else {
      return Divergence(of: firstField, secondField, past: tolerance)
    }
    switch component {
    case .cosine: return Divergence(of: one, other, waves: [.cosine], past: tolerance)
    case .sine: return Divergence(of: one, other, waves: [.sine], past: tolerance)
    case .angle: return Divergence(ofAngles: one, other, past: tolerance)
    case .concentration: return Divergence(of: one, other, past: tolerance)
    case .table:
      // Tables hold cosines and sines; where features stand in another order, they differ by more than their waves.
      return one == other
        ? Divergence(of: firstField, secondField, past: tolerance) : Divergence(of: one, other, past: tolerance)
    }
  }

  private static func waves(
    of encoding: Encoding, _ spectrum: Spectrum, _ component: PhaseField.Component, _ count: Int
  ) -> any Field {
    encoding.phaseField(component, rowCount: count)
      ?? PhaseField(spectrum: spectrum, component: component, rowCount: count)
  }

  /// Whether the waves of both go on for ever; those of xPos die away.
  private static func areUndamped(_ first: Encoding, _ second: Encoding) -> Bool {
    first.scheme != .xpos && second.scheme != .xpos
  }

  /// Angles differ by an angle, which turns with the difference of the frequencies.
  private static func difference(
    _ one: Spectrum, _ other: Spectrum, _ component: PhaseField.Component, _ count: Int
  ) -> (any Field)? {
    guard component == .angle else { return nil }
    let frequencies = zip(one.inverseFrequencies, other.inverseFrequencies).map { $0 - $1 }
    return PhaseField(spectrum: Spectrum(inverseFrequencies: frequencies), component: .angle, rowCount: count)
  }
}
