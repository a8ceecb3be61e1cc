import Screen

/// Draws one view of a scene into an area. It draws inside the area only, at any size down to nothing.
protocol Lens {
  func draw(_ scene: Scene, in frame: inout Frame, _ area: Area, _ look: Look, _ language: Language)

  /// What stands at a cell of the area, or `nil` where nothing does.
  ///
  /// - Parameter valueRowsPerCell: How many rows of values one row of a heatmap's cells holds.
  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?

  /// How many columns of an area the picture fills, where it does not stretch; else all of them.
  func snugColumns(_ scene: Scene, in area: Area, valueRowsPerCell: Int) -> Int

  /// What the view says in sentences, with the numbers of its heading and its check.
  ///
  /// - Parameter valueRowsPerCell: How many rows of values one row of a heatmap's cells holds.
  func account(of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Account
}

extension Lens {
  func snugColumns(_ scene: Scene, in area: Area, valueRowsPerCell: Int) -> Int { area.columns }

  func target(at place: Place, of scene: Scene, in area: Area, valueRowsPerCell: Int, _ language: Language) -> Target?
  { nil }
}

extension ViewName {
  /// What draws this view.
  var lens: any Lens {
    switch self {
    case .heatmap: HeatmapLens()
    case .dials: DialsLens()
    case .waves: WavesLens()
    case .spectrum: SpectrumLens()
    case .similarity: SimilarityLens()
    case .bias: BiasLens()
    case .attention: AttentionLens()
    case .pipeline: PipelineLens()
    case .digits: DigitsLens()
    case .reach: ReachLens()
    case .precision: PrecisionLens()
    case .formula: FormulaLens()
    case .compare: CompareLens()
    case .catalogue: CatalogueLens()
    case .code: CodeLens()
    }
  }
}
