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
      if scene.view == .spectrum, encoding.spectrum?.pairCount == 1 {
        return Failure(.badData, language.onePairAlone)
      }
      let (scheme, view) = (encoding.scheme.rawValue, scene.view.rawValue)
      return Failure(
        .badData,
        language(
          "The scheme \(scheme) has nothing for the view \(view) to show.",
          "方案 \(scheme) 没有可供视图 \(view) 显示的内容。"))
    }

    /// A scene whose positions nobody chose: a view of waves gives each of its pairs as many as show it.
    static func unframed(_ scene: Scene) -> Scene {
      var scene = scene
      if scene.view == .waves { scene.window = Window() }
      return scene
    }

    /// The scene of a figure: what it leaves to the size of a window or to the language is settled, so that its file says it.
    static func settled(_ scene: Scene, _ language: Language) -> Scene {
      var scene = scene
      let shown = scene.window.positions(rows: usualPositions)
      let drawn = shown.clamped(to: 0..<(scene.encoding.positionCount ?? shown.upperBound))
      // Waves that no positions were chosen for have each their own.
      if !drawn.isEmpty, scene.view != .waves || scene.window.count != nil {
        scene.window = Window(start: drawn.lowerBound, count: drawn.count)
      }
      if [.attention, .pipeline].contains(scene.view) { scene.sentence = scene.sentence ?? .example(in: language) }
      return scene
    }

    private static let usualPositions = 256

    /// The positions shown: those asked for, or the first of them.
    var positions: Range<Int> { scene.window.positions(rows: Self.usualPositions) }

    /// A figure with the view's title and every parameter in its caption.
    /// - Parameters:
    ///   - note: A sentence on how the picture came about.
    ///   - means: A sentence on pixels that hold several values, said where there are any.
    func figure(_ panels: [Panel], aspect: Double, note: String = "", means: String = "") -> Figure {
      let facts = SceneFacts(scene: scene)
      let caption = [note, facts.caption(language), "ropescope \(Ropescope.version)"].filter { !$0.isEmpty }
      var figure = Figure(title: facts.title(language), panels: panels, caption: caption, aspect: aspect)
      figure.meansNote = means
      return figure
    }

    /// Colours for a field without ends of its own: from the least to the greatest of what is shown, zero in the middle
    /// where there are values on both sides of it.
    func colours(
      of field: any Field, rows: Range<Int>, columns: Range<Int>
    ) -> (kind: ColorMap.Kind, bounds: ClosedRange<Double>) {
      let bounds = largest([field], rows, columns) ?? field.bounds
      return bounds.lowerBound < 0 ? (.diverging, bounds.aboutZero) : (.sequential, bounds)
    }

    /// The least and the greatest mean of fields, in about as many blocks as a figure shows.
    func largest(_ fields: [any Field], _ rows: Range<Int>, _ columns: Range<Int>) -> ClosedRange<Double>? {
      let most = 512
      let blocks = (rows.blocks(min(most, rows.count)), columns.blocks(min(most, columns.count)))
      return ClosedRange(of: fields.flatMap { $0.means(rows: blocks.0, columns: blocks.1) })
    }

    /// How the means of blocks are found.
    func exactness(of field: any Field) -> String {
      switch field.exactness {
      case .closedForm:
        language(
          "A pixel that holds several values shows their exact mean.", "包含多个值的像素显示其精确均值。")
      case .sampled(limit: 1):
        language(
          "A pixel that holds several values shows the one in their middle.", "包含多个值的像素显示其正中的一个值。")
      case .sampled(let limit):
        language(
          "A pixel that holds several values shows the mean of at most \(limit) of them.",
          "包含多个值的像素显示其中至多 \(limit) 个值的均值。")
      }
    }

    /// A wavelength as the axes beside it write numbers: in groups of three where it is long.
    func grouped(_ value: Double) -> String {
      value >= 9999.5 && value < 1e15
        ? Numerals.grouped(Int(value.rounded())) : Numerals.significant(value, digits: 4)
    }

    var positionLabel: String { language("position p (tokens)", "位置 p（词元）") }
    var featureLabel: String { language("feature j", "特征 j") }
    var pairLabel: String { language("pair i", "特征对 i") }
  }
#endif
