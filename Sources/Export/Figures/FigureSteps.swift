/// How far a picture is: heatmaps share the painting by their areas, packing has the rest; without heatmaps all.
struct FigureSteps {
  /// What the steps add up to.
  static let whole = 1000
  private let area: Double
  private let painting: Double
  private var painted = 0.0

  /// - Parameter packing: The share of the work that comes after the painting, 0 … 1.
  init(of drawing: FigureDrawing, packing: Double = 0) {
    area = drawing.marks.reduce(0) { area, mark in
      if case .heatmap(_, let box, _) = mark { area + box.width * box.height } else { area }
    }
    painting = area > 0 ? 1 - packing : 0
  }

  /// The share of the whole that the next heatmap paints.
  mutating func next(_ box: FigureDrawing.Box) -> Share {
    let own = painting * box.width * box.height / max(area, 1)
    defer { painted += own }
    return Share(before: painted, own: own)
  }

  /// What of the whole one heatmap is.
  struct Share {
    let before: Double
    let own: Double

    /// How far the whole is when so many rows of so many are painted.
    func painted(_ done: Int, of rows: Int) -> Int {
      Int(Double(FigureSteps.whole) * (before + own * Double(done) / Double(max(1, rows))))
    }
  }

  /// How far it is when so many rows of so many are packed.
  func packed(_ done: Int, of rows: Int) -> Int {
    Int(Double(Self.whole) * (painting + (1 - painting) * Double(done) / Double(max(1, rows))))
  }
}
