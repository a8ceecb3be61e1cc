import Encodings
import Screen

/// Why a key has nothing more to do: what it moves is at its end, or is already as the key would have it.
public enum Limit: Hashable, Sendable, CaseIterable {
  case firstPosition, lastPosition, lastPositionShown
  case secondIsHere
  case firstToken, lastToken
  case firstPair, lastPair, firstFeature, lastFeature
  case firstLine, lastLine
  case leastDimension, leastBase, leastFactor, mostFactor, endOfMorph
  case fewestPositions, allPositions, plainZoom, fewestColumns, allColumns
  case ownEncoding
  case learned
}

extension Exploration {
  /// What a key's action comes to: the action itself, or where it would change nothing that is shown, the sentence that says
  /// why not.
  ///
  ///     exploration.heard(.toggleCast, by: .letter("B"))   // .say(…): B is for the precision view
  func heard(_ action: Action, by key: Key) -> Action {
    switch mode {
    case .normal, .counting: break
    case .help, .description, .command, .palette, .asking: return action
    }
    if let aspect = action.aspect, !shows(aspect) {
      let views = scene.views(showing: aspect)
      return .say(
        views.isEmpty
          ? .nothingOfTheKind(key, aspect, scene.encoding.scheme) : .forOtherViews(key, aspect, views: views))
    }
    guard let limit = limit(of: action), changesNothing(action) else { return action }
    return .say(.limit(limit))
  }

  /// Whether what is shown holds an aspect.
  private func shows(_ aspect: Aspect) -> Bool {
    switch aspect {
    // Its key opens the command line, whatever is shown.
    case .filter: true
    // The status line names the head.
    case .head: scene.encoding.headCount > 1
    default: composition.panes.contains { $0.view.shows(aspect, of: scene) }
    }
  }

  /// Whether an action leaves everything as it is and says nothing.
  private func changesNothing(_ action: Action) -> Bool {
    var next = self
    // The history is not looked at, and need not be copied.
    (next.past, next.future) = ([], [])
    return update(&next, action).isEmpty && next.notice == nil && next.scene == scene
      && next.codeLine == codeLine && next.isTraining == isTraining
  }

  /// What an action that changes nothing has come up against; `nil` for one that says so itself, or cannot be held up.
  private func limit(of action: Action) -> Limit? {
    switch action {
    case .moveRows(let by), .movePosition(let by), .movePages(let by):
      switch scene.view {
      case .catalogue: by < 0 ? .firstLine : .lastLine
      case .attention: by < 0 ? .firstToken : .lastToken
      case .code where scene.position > 0: by < 0 ? .firstLine : .lastLine
      default: by < 0 ? .firstPosition : .lastPosition
      }
    case .setPosition(0): scene.view == .catalogue ? .firstLine : .firstPosition
    case .moveToEnd:
      switch scene.view {
      case .catalogue: .lastLine
      case .attention: .lastToken
      default: .lastPositionShown
      }
    case .moveSecond(let by):
      scene.view == .attention ? by < 0 ? .firstToken : .lastToken : by < 0 ? .firstPosition : .lastPosition
    case .markSecond: .secondIsHere
    case .movePair(let by):
      switch (scene.view, scene.cursorItem) {
      case (.attention, _): by < 0 ? .firstToken : .lastToken
      case (_, .feature): by < 0 ? .firstFeature : .lastFeature
      default: by < 0 ? .firstPair : .lastPair
      }
    case .moveDimension(let by): by < 0 ? .leastDimension : nil
    case .scaleFactor(let share):
      if let rotary = scene.encoding.rotary, case .morph = rotary.scaling {
        .endOfMorph
      } else {
        share < 1 ? .leastFactor : .mostFactor
      }
    case .zoom(let factor): factor < 1 ? .fewestPositions : .allPositions
    case .resetZoom: .plainZoom
    case .zoomColumns(let factor): factor < 1 ? .fewestColumns : .allColumns
    case .resetEncoding: .ownEncoding
    case .train: .learned
    default: nil
    }
  }
}
