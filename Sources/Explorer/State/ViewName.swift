/// The views, in the order of the Tab key.
public enum ViewName: String, Hashable, Sendable, CaseIterable {
  /// Position by dimension, as colours.
  case heatmap
  /// Every pair as a clock.
  case dials
  /// Cosine and sine over position.
  case waves
  /// Wavelength by pair, every extension overlaid.
  case spectrum
  /// How alike two positions are made.
  case similarity
  /// What is added to the score of query and key.
  case bias
  /// Who attends to whom in a sentence, and what becomes of its order.
  case attention
  /// Rotary encoding step by step, with the numbers of one pair.
  case pipeline
  /// The position as digits, beside the dials that turn like them.
  case digits
  /// Which pairs leave what training has seen, for every extension.
  case reach
  /// What number formats do to angles, cosines and sines.
  case precision
  /// The formula with its numbers filled in.
  case formula
  /// Two encodings and their difference.
  case compare
  /// Models, the schemes' timeline, and which to use for what.
  case catalogue
  /// The encoding as a short program.
  case code

  /// What stands beside this view where there is room, the most telling first.
  var companions: [ViewName] {
    switch self {
    case .heatmap: [.dials, .waves]
    case .waves: [.dials, .heatmap]
    case .similarity: [.dials, .heatmap]
    case .dials: [.heatmap, .waves]
    case .bias: [.heatmap, .similarity]
    case .spectrum: [.reach, .dials]
    case .reach: [.spectrum, .dials]
    case .precision: [.dials, .heatmap]
    case .formula: [.dials, .waves]
    case .compare: [.dials, .spectrum]
    case .attention: [.similarity, .bias]
    case .pipeline: [.dials, .attention]
    case .digits: [.waves, .heatmap]
    case .catalogue: [.heatmap, .dials]
    case .code: [.heatmap, .dials]
    }
  }

  /// What stands there where a view's own companions have nothing to draw of an encoding.
  static let spareCompanions: [ViewName] = [.similarity, .bias, .attention, .formula, .code]
}
