#if Figures
  import Encodings
  import Explorer
  import Export
  import Screen

  /// Turns a view's data into a figure. Each view has a file of its own beside this one, and its name in the table below.
  struct ViewFigure {
    let scene: Scene
    let language: Language

    /// The views that have a figure, and what makes it; nil where the encoding has nothing for the view to show.
    static let makers: [(view: ViewName, make: @Sendable (ViewFigure) throws(Failure) -> Figure?)] = [
      (.heatmap, { $0.heatmap() }), (.dials, { $0.dials() }), (.waves, { $0.waves() }),
      (.spectrum, { $0.spectrum() }), (.similarity, { $0.similarity() }), (.bias, { $0.bias() }),
      (.attention, { view throws(Failure) in try view.attention() }),
      (.pipeline, { view throws(Failure) in try view.pipeline() }), (.digits, { $0.digits() }),
      (.reach, { $0.reach() }), (.precision, { $0.precision() }), (.formula, { $0.formula() }),
      (.compare, { view throws(Failure) in try view.compare() }),
      (.catalogue, { view throws(Failure) in try view.catalogue() }),
    ]

    /// The scene's figure.
    /// - Throws: `Failure`: 64 for a view without one, 65 where there is nothing to show.
    func figure() throws(Failure) -> Figure {
      guard let maker = Self.makers.first(where: { $0.view == scene.view }) else {
        let view = scene.view.rawValue
        throw Failure(
          .usage,
          language(
            "The view \(view) has no data for a figure: `ropescope shot \(view)` writes what its screen shows.",
            "视图 \(view) 没有可作插图的数据：`ropescope shot \(view)` 保存屏幕所见。"))
      }
      guard let figure = try maker.make(self) else {
        throw Failure(
          .badData,
          language(
            "The scheme \(scene.encoding.scheme.rawValue) has nothing for the view \(scene.view.rawValue) to show.",
            "方案 \(scene.encoding.scheme.rawValue) 没有可供视图 \(scene.view.rawValue) 显示的内容。"))
      }
      return figure
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
