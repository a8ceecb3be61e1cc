/// A drawing of dots, two by four in a cell, in the ink of roles.
///
///     row 0   1 4        Each cell's eight dots make one glyph of U+2800 … U+28FF. A cell has one colour:
///     row 1   2 5        that of the ink which was drawn last in it. Where only ASCII may be drawn, a
///     row 2   3 6        cell with dots shows a character by how many there are.
///     row 3   7 8
public struct BrailleCanvas: Sendable {
  /// Size in cells.
  public let size: Size
  /// Size in dots.
  public var dots: (rows: Int, columns: Int) { (size.rows * 4, size.columns * 2) }
  private var patterns: [UInt8]
  private var inks: [Role?]

  /// An empty canvas.
  public init(_ size: Size) {
    self.size = size
    patterns = Array(repeating: 0, count: size.rows * size.columns)
    inks = Array(repeating: nil, count: patterns.count)
  }

  /// Sets one dot; outside the canvas nothing happens.
  public mutating func dot(row: Int, column: Int, _ ink: Role) {
    guard row >= 0, column >= 0, row < dots.rows, column < dots.columns else { return }
    let cell = row / 4 * size.columns + column / 2
    let bit: UInt8 = row % 4 == 3 ? (column % 2 == 0 ? 64 : 128) : 1 << UInt8(row % 4 + (column % 2) * 3)
    patterns[cell] |= bit
    inks[cell] = ink
  }

  /// Sets the dot nearest to a point measured in dots from the top left corner.
  public mutating func dot(y: Double, x: Double, _ ink: Role) {
    guard abs(y) < 1e6, abs(x) < 1e6 else { return }
    dot(row: Int(y.rounded(.down)), column: Int(x.rounded(.down)), ink)
  }

  /// A straight line between two points measured in dots.
  public mutating func line(from start: (y: Double, x: Double), to end: (y: Double, x: Double), _ ink: Role) {
    let length = max(abs(end.y - start.y), abs(end.x - start.x))
    guard length.isFinite, length < 1e5 else { return }
    let steps = max(1, Int(length.rounded(.up)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      dot(y: start.y + (end.y - start.y) * share, x: start.x + (end.x - start.x) * share, ink)
    }
  }

  /// A straight line of which a pattern says which dots are drawn, over and over.
  ///
  /// - Parameters:
  ///   - pattern: At least one dot.
  ///   - step: How many dots the pattern has been followed: a line that goes on from another takes what that one left.
  public mutating func line(
    from start: (y: Double, x: Double), to end: (y: Double, x: Double), pattern: [Bool], step: inout Int, _ ink: Role
  ) {
    let isNear = [start.y, start.x, end.y, end.x].allSatisfy { abs($0) < 1e5 }
    guard isNear, !pattern.isEmpty else { return }
    // The way is measured from dot to dot, so that many short pieces count as one long one.
    let (first, last) = (Self.dot(at: start), Self.dot(at: end))
    let steps = max(abs(last.row - first.row), abs(last.column - first.column))
    for index in 0...max(0, steps) {
      let share = steps > 0 ? Double(index) / Double(steps) : 0
      if pattern[(step + index) % pattern.count] {
        dot(y: start.y + (end.y - start.y) * share, x: start.x + (end.x - start.x) * share, ink)
      }
    }
    step += steps
  }

  private static func dot(at point: (y: Double, x: Double)) -> (row: Int, column: Int) {
    (Int(point.y.rounded(.down)), Int(point.x.rounded(.down)))
  }

  /// An arc, anticlockwise from the right as angles in mathematics go, from `start` over `sweep` radians.
  ///
  /// - Parameter gap: Every how many dots one is drawn: 1 is a solid arc, more is dotted.
  public mutating func arc(
    center: (y: Double, x: Double), radius: Double, start: Double, sweep: Double, gap: Int = 1, _ ink: Role
  ) {
    guard radius.isFinite, radius < 1e4, sweep.isFinite else { return }
    let steps = max(1, Int((abs(sweep) * max(radius, 1) * 1.2).rounded(.up)))
    for step in stride(from: 0, through: steps, by: max(1, gap)) {
      let angle = start + sweep * Double(step) / Double(steps)
      dot(y: center.y - radius * sine(angle), x: center.x + radius * cosine(angle), ink)
    }
  }

  /// A line away from a centre, at an angle that is measured as that of an arc.
  public mutating func spoke(
    center: (y: Double, x: Double), from inner: Double, to outer: Double, angle: Double, _ ink: Role
  ) {
    let (y, x) = (sine(angle), cosine(angle))
    line(
      from: (center.y - inner * y, center.x + inner * x), to: (center.y - outer * y, center.x + outer * x), ink)
  }

  /// Draws the canvas with its first cell at a place of the frame; cells without dots are left as they are.
  public func draw(in frame: inout Frame, row: Int, column: Int, within area: Area, on background: Role, _ look: Look)
  {
    for cell in patterns.indices where patterns[cell] != 0 {
      let (y, x) = (row + cell / size.columns, column + cell % size.columns)
      guard area.contains(row: y, column: x) else { continue }
      let style = look.style(inks[cell] ?? .text, on: background)
      frame.put(Cell(glyph(patterns[cell], look), style), row: y, column: x)
    }
  }

  private func glyph(_ pattern: UInt8, _ look: Look) -> Unicode.Scalar {
    guard look.asciiOnly else { return Unicode.Scalar(0x2800 + UInt32(pattern)) ?? " " }
    let shades: [Unicode.Scalar] = [".", ":", "*", "#"]
    return shades[(pattern.nonzeroBitCount - 1) / 2]
  }
}
