/// The part of a picture that a lesson points at.
public struct Spot: Hashable, Sendable {
  /// The view it is in, or `nil` for the one that is shown.
  public let pane: ViewName?
  /// The rows, such as positions, or `nil` for all of them.
  public let rows: Range<Int>?
  /// The columns, such as pairs, features or keys, or `nil` for all of them.
  public let columns: Range<Int>?

  /// A spot.
  public init(pane: ViewName? = nil, rows: Range<Int>? = nil, columns: Range<Int>? = nil) {
    (self.pane, self.rows, self.columns) = (pane, rows, columns)
  }

  /// Whether a pane is to be marked as a whole: the one that is named, where no cells are.
  func marks(_ view: ViewName, among views: [ViewName]) -> Bool {
    guard !hasCells, let pane else { return false }
    return pane == view && views.count > 1
  }

  /// The same spot counted from other rows and columns.
  func moved(rows down: Int, columns across: Int) -> Spot {
    func moved(_ range: Range<Int>?, _ by: Int) -> Range<Int>? {
      range.map { ($0.lowerBound &+ by)..<max($0.lowerBound &+ by, $0.upperBound &+ by) }
    }
    return Spot(pane: pane, rows: moved(rows, down), columns: moved(columns, across))
  }

  /// Whether it picks out cells and not a whole pane.
  var hasCells: Bool { rows != nil || columns != nil }
}
