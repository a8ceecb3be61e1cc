import Encodings

extension ViewName {
  /// Where one looks first at an encoding: at its vectors, or where it has none at what it adds to scores.
  static func first(for encoding: Encoding) -> ViewName {
    if heatmap.answers(encoding) { return .heatmap }
    return bias.answers(encoding) ? .bias : .heatmap
  }

  /// Whether the view has something to draw of an encoding; else it says in a sentence why not.
  func answers(_ encoding: Encoding) -> Bool {
    let pairs = encoding.spectrum?.pairCount ?? 0
    switch self {
    case .heatmap, .similarity: return hasVectors(encoding)
    case .dials, .waves, .precision: return pairs > 0
    case .spectrum: return pairs > 1 && encoding.base != nil
    case .bias: return encoding.bias != nil || encoding.buckets != nil
    case .reach, .pipeline: return encoding.rotary != nil && pairs > 0
    case .digits:
      if case .sinusoidal(let sinusoidal) = encoding { return sinusoidal.ladder == .paper && pairs > 0 }
      return ViewName.pipeline.answers(encoding)
    case .attention:
      if case .t5(let t5) = encoding { return !t5.biases.isEmpty }
      return !encoding.isWithoutValues
    case .compare: return !encoding.isWithoutValues
    case .formula: return encoding.scheme != .none
    case .catalogue, .code: return true
    }
  }

  private func hasVectors(_ encoding: Encoding) -> Bool {
    switch encoding {
    case .rotary, .xPos: encoding.spectrum?.pairCount ?? 0 > 0
    case .integer, .oneHot, .sinusoidal, .transformerXL: true
    case .learned: !encoding.isWithoutValues
    default: false
    }
  }
}

extension Encoding {
  /// What xPos multiplies a query's pair by at a position; `nil` for a scheme that scales nothing.
  func decay(ofPair pair: Int, at position: Int) -> Double? {
    if case .xPos(let xPos) = self { xPos.scale(ofPair: pair, over: position) } else { nil }
  }

  /// Whether this is a learned table of which only a config was read.
  package var isWithoutValues: Bool {
    if case .learned(let table) = self { table.values.isEmpty } else { false }
  }
}
