#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  /// Turns a view's data into a figure. Each view has a file of its own beside this one, and its name in the table below.
  struct ViewFigure {
    let scene: Scene
    let language: Language

    /// The scene's figure.
    /// - Throws: `Failure`: 64 for a view without one, 65 where there is nothing to show.
    func figure() throws(Failure) -> Figure {
      guard let figure = try made() else { throw nothingToShow }
      return figure
    }

    /// What the view's maker makes, each in a file of its own beside this one; nil where the encoding has nothing for the
    /// view to show.
    private func made() throws(Failure) -> Figure? {
      switch scene.view {
      case .heatmap: heatmap()
      case .dials: dials()
      case .waves: waves()
      case .spectrum: spectrum()
      case .reach: reach()
      case .similarity: similarity()
      case .bias: bias()
      case .attention: try attention()
      case .pipeline: try pipeline()
      case .digits: digits()
      case .precision: precision()
      case .formula: formula()
      case .compare: try compare()
      case .catalogue: try catalogue()
      case .code:
        throw Failure(
          .usage,
          language(
            "The view code has no data for a figure: `ropescope code` writes its program, `ropescope shot code` its screen.",
            "视图 code 没有可作插图的数据：`ropescope code` 写出其程序，`ropescope shot code` 保存屏幕所见。"))
      }
    }

    /// Why a maker made nothing.
    private var nothingToShow: Failure {
      let encoding = scene.encoding
      if encoding.isWithoutValues {
        return DataComplaint.valuesUnknown(encoding.scheme).failure(group: nil, language)
      }
      if let count = encoding.positionCount, positions.lowerBound >= count {
        return DataComplaint.pastTheEnd(position: positions.lowerBound, count: count).failure(group: nil, language)
      }
      let (scheme, view) = (encoding.scheme.rawValue, scene.view.rawValue)
      return Failure(
        .badData,
        language(
          "The scheme \(scheme) has nothing for the view \(view) to show.",
          "方案 \(scheme) 没有可供视图 \(view) 显示的内容。"))
    }

    /// The scene of a figure: what it leaves to the size of a window or to the language is settled, so that its file says it.
    static func settled(_ scene: Scene, _ language: Language) -> Scene {
      var scene = scene
      let shown = scene.window.positions(rows: usualPositions)
      let drawn = shown.clamped(to: 0..<(scene.encoding.positionCount ?? shown.upperBound))
      if !drawn.isEmpty { scene.window = Window(start: drawn.lowerBound, count: drawn.count) }
      if [.attention, .pipeline].contains(scene.view) { scene.sentence = scene.sentence ?? .example(in: language) }
      return scene
    }

    private static let usualPositions = 256

    /// The positions shown: those asked for, or the first of them.
    var positions: Range<Int> { scene.window.positions(rows: Self.usualPositions) }

    /// A figure with the view's title and every parameter in its caption.
    /// - Parameter note: A sentence on how the picture came about.
    func figure(_ panels: [Panel], aspect: Double, note: String = "") -> Figure {
      let facts = SceneFacts(scene: scene)
      let caption = [note, facts.caption, "ropescope \(Ropescope.version)"].filter { !$0.isEmpty }
      return Figure(title: facts.title(language), panels: panels, caption: caption, aspect: aspect)
    }

    /// How the means of blocks were found, where pixels hold more than one value.
    func exactness(of field: any Field) -> String {
      switch field.exactness {
      case .closedForm:
        language(
          "A pixel that holds several values shows their exact mean.", "包含多个值的像素显示其精确均值。")
      case .sampled(let limit):
        language(
          "A pixel that holds several values shows the mean of at most \(limit) of them.",
          "包含多个值的像素显示其中至多 \(limit) 个值的均值。")
      }
    }

    var positionLabel: String { language("position p (tokens)", "位置 p（词元）") }
    var pairLabel: String { language("pair i", "特征对 i") }
  }
#endif
