import Explorer

/// An option that says what a view looks at. Its name is that of its member in a picture's parameters.
enum LookOption: String, CaseIterable {
  case position, second, pair, positions, columns, component, head, measure, target, magnify
  case comparand = "with"
  case tolerance, dtype, cast, sentence, causal, show, shift
  case dialect = "for"
  case page, filter, entry

  /// As it is typed.
  var spelling: String { "--" + rawValue }
}

extension ViewName {
  /// What the view's figure looks at; the others of the options above change nothing in it.
  var figureOptions: Set<LookOption> {
    switch self {
    case .heatmap: [.positions, .columns, .component]
    case .dials: [.position, .second]
    case .waves: [.positions, .pair]
    case .spectrum, .reach: [.target]
    case .similarity: [.positions, .measure]
    case .bias: [.positions, .head]
    case .attention: [.head, .sentence, .causal, .show]
    case .pipeline: [.position, .second, .pair, .sentence, .shift]
    case .digits: [.positions, .columns, .pair]
    case .precision: [.positions, .columns, .dtype, .cast]
    case .formula: [.position, .second, .pair, .head]
    case .compare: [.positions, .columns, .component, .head, .comparand, .tolerance]
    case .catalogue: [.page, .filter]
    case .code: []
    }
  }
}

extension Scene {
  /// The scene with everything as at a first look that the figure of its view does not look at.
  var ofFigure: Scene {
    var (scene, first) = (self, firstLook)
    let heeded = view.figureOptions
    (scene.arrangement, scene.companion, scene.theme) = (first.arrangement, first.companion, Scene.usualTheme)
    (scene.isMagnified, scene.dialect) = (first.isMagnified, first.dialect)
    func settle<Value>(_ option: LookOption, _ part: WritableKeyPath<Scene, Value>) {
      if !heeded.contains(option) { scene[keyPath: part] = first[keyPath: part] }
    }
    settle(.positions, \.window)
    // Where positions are chosen, a look begins at the first of them.
    if scene.window != first.window { first.position = scene.window.start }
    settle(.position, \.position)
    settle(.second, \.secondPosition)
    settle(.pair, \.pair)
    settle(.columns, \.columns)
    settle(.component, \.component)
    settle(.head, \.head)
    settle(.measure, \.measure)
    settle(.target, \.targetLength)
    settle(.comparand, \.counterpart)
    settle(.tolerance, \.tolerance)
    settle(.dtype, \.format)
    settle(.cast, \.cast)
    settle(.sentence, \.sentence)
    settle(.causal, \.isCausal)
    settle(.show, \.face)
    settle(.shift, \.shift)
    settle(.page, \.catalogue)
    scene.catalogue.entry = first.catalogue.entry
    return scene
  }
}
