public import Screen

/// Where things stand on a screen of a size: title, panes, status.
///
///     title
///     ┌ pane ──────────────┐ ┌ pane ─────────┐   one, two or three panes, as the arrangement and the size have it
///     │ heading            │ │               │
///     │ …                  │ └───────────────┘
///     │                    │ ┌ pane ─────────┐
///     └────────────────────┘ └───────────────┘
///     status
public struct Composition: Hashable, Sendable {
  /// The least size at which something useful can be drawn.
  public static let leastSize = Size(rows: 8, columns: 36)
  /// The least that a pane beside or above another needs.
  static let leastPane = Size(rows: 9, columns: 36)
  /// From this width on two panes stand side by side of themselves.
  public static let twoPanesFrom = 110
  /// From this size on three do: one at the left, two at the right.
  public static let threePanesFrom = Size(rows: 36, columns: 160)

  /// The title's row.
  public let title: Area
  /// The panes, that of the view looked at first: what they show and where.
  public let panes: [Pane]
  /// Where a lesson is told, if one is played: at the left, or below in a narrow window.
  public let narration: Area?
  /// The status line's row.
  public let status: Area

  /// One pane.
  public struct Pane: Hashable, Sendable {
    /// What it shows.
    public let view: ViewName
    /// Where.
    public let area: Area
  }

  private let valueRowsPerCell: Int

  /// The places on a screen. Two panes that were asked for and do not fit leave one.
  ///
  /// - Parameters:
  ///   - views: The views wished for, the one that is looked at first; at least one.
  ///   - valueRowsPerCell: How many rows of values one row of a heatmap's cells holds.
  ///   - telling: Whether a lesson is told beside the picture, and how large.
  ///   - snugColumns: How many columns of an area the first view's picture fills.
  init(
    size: Size, views: [ViewName], arrangement: Arrangement = .automatic, valueRowsPerCell: Int = 2,
    telling: Telling = .none, snugColumns: (Area) -> Int = \.columns
  ) {
    self.valueRowsPerCell = valueRowsPerCell
    let (title, below) = Area(size).splitRows(1)
    let (middle, status) = below.splitRows(below.rows - 1)
    (self.title, self.status) = (title, status)
    let picture: Area
    (narration, picture) = telling.split(middle.inset(left: 1, right: 1))
    let areas = Self.areas(
      in: picture, Size(rows: picture.rows + 2, columns: picture.columns + 2), arrangement, snugColumns)
    panes = zip(views, areas).map(Pane.init(view:area:))
  }

  /// Whether the window has room for two panes so arranged.
  public static func fits(_ arrangement: Arrangement, _ size: Size) -> Bool {
    let least = leastSize(of: arrangement)
    return size.rows >= least.rows && size.columns >= least.columns
  }

  /// The least window for panes so arranged.
  public static func leastSize(of arrangement: Arrangement) -> Size {
    switch arrangement {
    case .automatic, .alone: leastSize
    case .beside: Size(rows: leastSize.rows, columns: 2 * leastPane.columns + 4)
    case .above: Size(rows: 2 * leastPane.rows + 3, columns: leastSize.columns)
    }
  }

  private static func areas(
    in whole: Area, _ size: Size, _ arrangement: Arrangement, _ snugColumns: (Area) -> Int
  ) -> [Area] {
    guard fits(arrangement, size) else { return [whole] }
    switch arrangement {
    case .alone: return [whole]
    case .above:
      let (top, bottom) = whole.splitRows((whole.rows + 1) / 2)
      return [top, bottom]
    case .beside: return beside(whole, size, snugColumns)
    case .automatic:
      guard size.columns >= twoPanesFrom else { return [whole] }
      let columns = beside(whole, size, snugColumns)
      guard size.rows >= threePanesFrom.rows, size.columns >= threePanesFrom.columns, columns.count == 2 else {
        return columns
      }
      let (top, bottom) = columns[1].splitRows(columns[1].rows / 2)
      return [columns[0], top, bottom]
    }
  }

  /// The view looked at is the wider one, as wide as its picture can use, from two to almost three quarters of the window.
  private static func beside(_ whole: Area, _ size: Size, _ snugColumns: (Area) -> Int) -> [Area] {
    guard size.columns >= twoPanesFrom else { return halves(of: whole, leftColumns: whole.columns / 2) }
    let widest = whole.splitColumns(min(size.columns * 72 / 100, whole.columns - leastPane.columns - 2)).left
    let snug = snugColumns(widest)
    let isSnug = snug < widest.columns && snug >= size.columns * 2 / 5
    return halves(of: whole, leftColumns: isSnug ? snug : size.columns * 57 / 100)
  }

  private static func halves(of whole: Area, leftColumns: Int) -> [Area] {
    let (left, right) = whole.splitColumns(leftColumns)
    return [left, right.inset(left: 2)]
  }

  /// Rows of values that a heatmap has on this screen.
  public var heatmapValueRows: Int {
    (panes.first?.area).map { FieldGrid.cellRows(in: $0) * valueRowsPerCell } ?? 0
  }
}
