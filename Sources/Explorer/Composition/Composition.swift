public import Screen

/// Where things stand on a screen of a size: title, panes, status.
///
///     title
///     ┌ pane ──────────────┐ ┌ pane ─────────┐   two side by side from 110 columns on;
///     │ heading            │ │               │   below, the view alone
///     │ …                  │ │               │
///     └────────────────────┘ └───────────────┘
///     status
public struct Composition: Hashable, Sendable {
  /// The least size at which something useful can be drawn.
  public static let leastSize = Size(rows: 8, columns: 36)
  /// From this width on two panes stand side by side.
  public static let twoPanesFrom = 110

  /// The title's row.
  public let title: Area
  /// The panes from left to right: what they show and where.
  public let panes: [Pane]
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

  /// The places on a screen.
  ///
  /// - Parameters:
  ///   - view: The view that is looked at: alone in a narrow window, the wider one of two.
  ///   - valueRowsPerCell: How many rows of values one row of a heatmap's cells holds.
  public init(size: Size, view: ViewName, valueRowsPerCell: Int = 2) {
    self.valueRowsPerCell = valueRowsPerCell
    let whole = Area(size)
    let (title, below) = whole.splitRows(1)
    let (middle, status) = below.splitRows(below.rows - 1)
    (self.title, self.status) = (title, status)
    guard size.columns >= Self.twoPanesFrom else {
      panes = [Pane(view: view, area: middle.inset(left: 1, right: 1))]
      return
    }
    let (left, right) = middle.inset(left: 1, right: 1).splitColumns(size.columns * 57 / 100)
    panes = [Pane(view: view, area: left), Pane(view: view.companion, area: right.inset(left: 2))]
  }

  /// Rows of values that a heatmap has on this screen.
  public var heatmapValueRows: Int {
    (panes.first?.area).map { FieldGrid.cellRows(in: $0) * valueRowsPerCell } ?? 0
  }
}
