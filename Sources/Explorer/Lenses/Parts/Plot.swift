import Screen

/// Curves over axes with round numbers, drawn in braille dots.
///
///      1 ┤⠉⠢⡀              y labels: the gutter
///      0 ┤   ⠑⢄
///        └──────────       none of these lines is drawn: ink that says nothing
///        0    1024         x labels: the last row
struct Plot {
  /// One curve: points from left to right, each at a share 0 … 1 of the width, with its value.
  struct Line {
    let points: [(share: Double, value: Double)]
    let ink: Role
    var dash = Dash.solid
  }

  /// How a curve is drawn, so that it is told from others without colour: lengths in dots, drawn and left out in turn.
  enum Dash: Hashable {
    case solid, dashed, dotted, loose, dashDotted, sparse

    /// Which of the dots along a curve are drawn, over and over.
    fileprivate var pattern: [Bool] {
      let lengths: [(drawn: Int, left: Int)] =
        switch self {
        case .solid: [(1, 0)]
        case .dashed: [(4, 2)]
        case .dotted: [(1, 2)]
        case .loose: [(1, 3)]
        case .dashDotted: [(3, 2), (1, 2)]
        case .sparse: [(2, 6)]
        }
      return lengths.flatMap { Array(repeating: true, count: $0.drawn) + Array(repeating: false, count: $0.left) }
    }

    /// Which of the first dots of a curve are drawn.
    fileprivate func dots(_ count: Int) -> [Bool] {
      let pattern = pattern
      return (0..<count).map { pattern[$0 % pattern.count] }
    }
  }

  /// A label at a value or at a share of the width.
  struct Label {
    let at: Double
    let text: String
    var ink: Role = .muted
  }

  let lines: [Line]
  /// Least and greatest value shown.
  let bounds: ClosedRange<Double>
  let rowLabels: [Label]
  let columnLabels: [Label]
  /// A vertical line at a share of the width, in the accent: the cursor.
  var cursor: Double?
  /// Shares of the width between which a lesson points: set apart by its ground, and by signs above and below.
  var spot: ClosedRange<Double>?

  /// The cells of the picture: all of an area but its labels.
  func picture(in area: Area) -> Area {
    let gutter = (rowLabels.map { Screen.columns(of: $0.text) }.max() ?? 0) + 1
    return area.inset(left: gutter, bottom: columnLabels.isEmpty ? 0 : 1)
  }

  /// Which of so many points, spread evenly from the left edge to the right, stands nearest to the middle of a cell; `nil`
  /// outside the picture.
  func index(at place: Place, of count: Int, in area: Area) -> Int? {
    let picture = picture(in: area)
    guard picture.contains(row: place.row, column: place.column), picture.columns > 1, count > 0 else { return nil }
    // A cell is two dots wide.
    let share = (2 * Double(place.column - picture.column) + 0.5) / Double(2 * picture.columns - 1)
    return Int((share * Double(count - 1)).rounded())
  }

  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    let picture = picture(in: area)
    guard picture.rows > 0, picture.columns > 1, bounds.upperBound > bounds.lowerBound else { return }
    var canvas = BrailleCanvas(picture.size)
    let (height, width) = (Double(canvas.dots.rows - 1), Double(canvas.dots.columns - 1))
    func y(_ value: Double) -> Double {
      height * (bounds.upperBound - value) / (bounds.upperBound - bounds.lowerBound)
    }
    if let cursor {
      for row in stride(from: 0, through: canvas.dots.rows, by: 2) {
        canvas.dot(row: row, column: Int((cursor * width).rounded()), .accent)
      }
    }
    for line in lines {
      var step = 0
      for (first, second) in zip(line.points, line.points.dropFirst())
      where bounds.contains(first.value) && bounds.contains(second.value) {
        canvas.line(
          from: (y(first.value), first.share * width), to: (y(second.value), second.share * width),
          pattern: line.dash.pattern, step: &step, line.ink)
      }
    }
    canvas.draw(in: &frame, row: picture.row, column: picture.column, within: picture, on: .panel, look)
    markSpot(in: &frame, picture, look)
    for label in rowLabels where bounds.contains(label.at) {
      let row = picture.row + Int(y(label.at)) / 4
      frame.write(
        label.text, row: row, column: picture.column - 1 - Screen.columns(of: label.text),
        style: look.style(label.ink, on: .panel), in: area)
    }
    drawColumnLabels(in: &frame, area, picture, look)
  }

  private func markSpot(in frame: inout Frame, _ picture: Area, _ look: Look) {
    guard let spot else { return }
    let last = Double(picture.columns - 1)
    let first = Int((min(max(0, spot.lowerBound), 1) * last).rounded())
    let width = Int((min(max(0, spot.upperBound), 1) * last).rounded()) - first + 1
    let band = Area(row: picture.row, column: picture.column + first, rows: picture.rows, columns: max(1, width))
    let accent = look.theme[.accent]
    if look.mixes {
      frame.restyle(band) { $0.background = $0.background.mixed(with: accent, share: 0.2) }
    }
    for row in [band.row, band.endRow - 1] {
      for column in band.column..<band.endColumn {
        frame.put(Cell("━", look.style(.accent, on: .panel, .bold)), row: row, column: column)
      }
    }
  }

  private func drawColumnLabels(in frame: inout Frame, _ area: Area, _ picture: Area, _ look: Look) {
    var free = picture.column
    for label in columnLabels where (0...1).contains(label.at) {
      let width = Screen.columns(of: label.text)
      let center = picture.column + Int(label.at * Double(picture.columns - 1))
      let column = min(max(center - width / 2, picture.column), picture.endColumn - width)
      guard column >= free else { continue }
      free =
        frame.write(
          label.text, row: area.endRow - 1, column: column, style: look.style(label.ink, on: .panel), in: area)
        + 1
    }
  }
}

/// What the curves of a plot are called, each with a sample drawn as the curve is.
///
///     ⠒⠒⠒⠒ this  ⠒⠒⠐⠒ none  ⠂⠀⠂⠀ others
struct PlotLegend {
  /// Names, their ink, and how their curves are drawn; without that the name stands alone.
  typealias Entry = (text: String, ink: Role, dash: Plot.Dash?)

  private let entries: [Entry]
  /// Cells of a sample, and blanks between entries.
  private static let (sample, gap) = (4, 2)

  init(_ entries: [Entry]) { self.entries = entries }

  /// Columns that all entries take.
  var columns: Int { entries.map(Self.columns(of:)).reduce(0, +) + Self.gap * max(0, entries.count - 1) }

  private static func columns(of entry: Entry) -> Int {
    Screen.columns(of: entry.text) + (entry.dash == nil ? 0 : sample + 1)
  }

  /// Rows that the entries take in so many columns.
  func rows(in columns: Int) -> Int { (places(in: columns).map(\.row).max() ?? 0) + 1 }

  /// Where each entry begins, from the first row and column on: as many beside each other as have room.
  private func places(in columns: Int) -> [(row: Int, column: Int)] {
    var (row, column) = (0, 0)
    return entries.map { entry in
      let width = Self.columns(of: entry)
      if column > 0, column + width > columns { (row, column) = (row + 1, 0) }
      defer { column += width + Self.gap }
      return (row, column)
    }
  }

  /// Draws the entries, as many rows of them as an area has.
  func draw(in frame: inout Frame, _ area: Area, _ look: Look) {
    for (entry, place) in zip(entries, places(in: area.columns)) where place.row < area.rows {
      let row = area.row + place.row
      var column = area.column + place.column
      if let dash = entry.dash {
        var canvas = BrailleCanvas(Size(rows: 1, columns: Self.sample))
        for (dot, isDrawn) in dash.dots(canvas.dots.columns).enumerated() where isDrawn {
          canvas.dot(row: 1, column: dot, entry.ink)
        }
        canvas.draw(in: &frame, row: row, column: column, within: area, on: .panel, look)
        column += Self.sample + 1
      }
      frame.write(
        shortened(entry.text, columns: area.endColumn - column), row: row, column: column,
        style: look.style(entry.ink, on: .panel), in: area)
    }
  }
}
