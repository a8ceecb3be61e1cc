import Encodings

/// Something that an action changes and that only some views show, in the order in which a view offers its keys: first what
/// few others show. The one table behind what a key answers, what the footer offers and what the help lists first.
///
///     Action.toggleCast.aspect                        // .cast
///     ViewName.precision.shows(.cast, of: scene)      // true
public enum Aspect: Hashable, Sendable, CaseIterable {
  /// One pair large; of the catalogue, what is opened.
  case large
  /// What is listed of the catalogue.
  case filter
  /// By how much both positions are shifted.
  case shift
  /// The number format.
  case format
  /// What is cast to it.
  case cast
  /// Whether a token attends to those after it.
  case causality
  /// The sentence that attention is shown on.
  case sentence
  /// The attention head.
  case head
  /// What colours or lines stand for.
  case quantity
  /// The columns shown.
  case columns
  /// The positions shown.
  case positions
  /// The pair, or feature, looked at.
  case pair
}

extension Action {
  /// What the action changes that only some views show; `nil` for what is seen with every view.
  var aspect: Aspect? {
    switch self {
    case .openFilter: .filter
    case .moveShift: .shift
    case .stepFormat: .format
    case .toggleCast: .cast
    case .toggleCausal: .causality
    case .toggleMagnified: .large
    case .stepSentence: .sentence
    case .moveHead: .head
    case .stepComponent: .quantity
    case .zoomColumns: .columns
    case .zoom, .resetZoom: .positions
    case .movePair: .pair
    default: nil
    }
  }
}

extension ViewName {
  /// Whether the view, with what it has to draw of a scene, shows an aspect of it. What a key does to the view looked at
  /// alone, it does to no other.
  func shows(_ aspect: Aspect, of scene: Scene) -> Bool {
    guard answers(scene.encoding) else { return false }
    let isLookedAt = scene.view == self
    switch aspect {
    case .filter: return self == .catalogue
    case .shift: return self == .pipeline
    case .format, .cast: return self == .precision
    case .causality: return self == .attention
    case .large: return self == .dials && scene.view != .catalogue || self == .catalogue && isLookedAt
    case .sentence: return self == .attention || self == .pipeline
    case .head:
      guard scene.encoding.headCount > 1 else { return false }
      return [.bias, .attention, .formula, .code].contains(self) || self == .compare && scene.comparedGround != nil
    case .quantity:
      switch self {
      case .similarity, .attention, .catalogue, .code: return isLookedAt
      case .heatmap: return scene.encoding.spectrum != nil && !scene.view.hasQuantityOfItsOwn
      case .compare:
        var next = scene
        next.component = scene.component.stepped(by: 1)
        return !scene.view.hasQuantityOfItsOwn && next.comparedGround != scene.comparedGround
      default: return false
      }
    case .columns:
      switch self {
      case .heatmap: return true
      case .precision: return scene.component != .table
      case .compare: return scene.comparesColumns
      default: return false
      }
    case .positions:
      switch self {
      case .heatmap, .waves, .similarity, .bias, .precision, .code: return true
      case .compare: return scene.comparedGround != nil
      default: return false
      }
    case .pair:
      switch self {
      case .attention: return isLookedAt
      case .heatmap: return scene.cursorCount > 0
      case .dials, .waves, .spectrum, .pipeline, .digits, .reach, .precision: return true
      case .formula: return scene.pairCount > 0
      case .compare: return scene.comparesColumns
      default: return false
      }
    }
  }

  /// Whether the key of the next quantity means something of this view alone.
  private var hasQuantityOfItsOwn: Bool {
    [.similarity, .attention, .catalogue, .code].contains(self)
  }
}

extension Scene {
  /// The views that would show an aspect if they were looked at, in the order of the Tab key.
  func views(showing aspect: Aspect) -> [ViewName] {
    ViewName.allCases.filter { view in
      var looked = self
      looked.view = view
      return view.shows(aspect, of: looked)
    }
  }

  /// What the compare view compares; `nil` where there is nothing to compare.
  fileprivate var comparedGround: Comparison.Ground? {
    guard let other = compared?.encoding, !other.isWithoutValues else { return nil }
    return Comparison(encoding, other, component: component, head: head)?.ground
  }

  /// Whether the compare view has the heatmap's columns.
  fileprivate var comparesColumns: Bool {
    switch comparedGround {
    case .waves, .vectors: true
    case .biases, .buckets, nil: false
    }
  }
}
